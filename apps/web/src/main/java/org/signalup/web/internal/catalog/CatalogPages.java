package org.signalup.web.internal.catalog;

import org.signalup.web.internal.access.Platform;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The start of the reader: the list of evaluations. */
@Profile(Platform.READER)
@Controller
final class CatalogPages {
    @GetMapping("/")
    String list() {
        return "catalog/list";
    }
}
