package org.signalup.web.internal.catalog;

import jakarta.servlet.http.HttpServletRequest;
import org.signalup.domain.Reach;

/** How much of every evaluation somebody who asks may see. There is one in every application, or it does not start. */
public interface ResultReach {
    Reach of(HttpServletRequest request);
}
