package org.signalup.web.internal.catalog;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The start: the list of evaluations. */
@Controller
final class CatalogPages {
    @GetMapping("/")
    String list() {
        return "catalog/list";
    }
}
