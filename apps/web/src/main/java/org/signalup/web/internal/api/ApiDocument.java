package org.signalup.web.internal.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.access.SignedInOnly;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the API offers, told from its code: OpenAPI 3. */
@Platform
@RestController
final class ApiDocument {
    static final String ADDRESS = "/api/v1/openapi.json";

    private final OpenApiWebMvcResource told;

    ApiDocument(OpenApiWebMvcResource told) {
        this.told = told;
    }

    @SignedInOnly("what may be asked is no secret to those who may ask")
    @GetMapping(path = ADDRESS, produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] document(HttpServletRequest request) throws JsonProcessingException {
        return told.openapiJson(request, ADDRESS, Locale.ROOT);
    }
}
