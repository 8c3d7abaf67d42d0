package org.signalup.web.internal.download;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The files of an evaluation byte for byte, so that a program can verify them against its manifest. */
@Platform
@RestController
@Needs({Capability.RESULT_READ, Capability.SAMPLE_READ})
final class FilesApi {
    private static final String AT = "/api/v1/evaluations/{evaluation}/files";

    /** A file; its SHA-256 is in {@code manifest.json}. */
    record Told(String name, long bytes) {}

    @GetMapping(AT)
    List<Told> list(OpenEvaluation evaluation) {
        return EvaluationFiles.of(evaluation.folder()).list().stream()
                .map(file -> new Told(file.name(), file.bytes()))
                .toList();
    }

    @GetMapping(AT + "/{name}")
    ResponseEntity<Resource> file(OpenEvaluation evaluation, @PathVariable String name, HttpServletResponse response) {
        return EvaluationFiles.answer(evaluation, name, response);
    }
}
