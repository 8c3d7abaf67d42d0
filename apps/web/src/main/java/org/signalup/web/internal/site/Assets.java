package org.signalup.web.internal.site;

import java.time.Duration;
import org.signalup.publish.Look;
import org.signalup.web.internal.access.Open;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The style tokens shared with the report. */
@Controller
@Open("style of every page")
final class Assets {
    private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");

    @GetMapping("/tokens.css")
    ResponseEntity<String> tokens() {
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(Look.tokens());
    }
}
