package org.signalup.web.internal.home;

import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.access.SignedInOnly;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The start: what whoever signed in may do. */
@Platform
@Controller
final class HomePages {
    @GetMapping("/")
    @SignedInOnly("shows only entrances the one who asks may use")
    String start() {
        return "home/start";
    }
}
