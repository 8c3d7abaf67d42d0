package org.signalup.web.internal.catalog;

import jakarta.servlet.http.HttpServletRequest;

/** Who may open which evaluation. */
interface ResultAccess {
    boolean mayOpen(HttpServletRequest request, String evaluation);
}
