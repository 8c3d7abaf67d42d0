package org.signalup.web.internal.compare;

import java.util.ArrayList;
import java.util.List;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows;
import org.signalup.people.Capability;
import org.signalup.publish.FileFormat;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.catalog.CatalogEntry;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.PageFailure;
import org.signalup.web.internal.site.SavedAs;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The difference report to take away. */
@Controller
final class DifferenceFiles {
    private final Others others;
    private final Pairs pairs;

    DifferenceFiles(Others others, Pairs pairs) {
        this.others = others;
        this.pairs = pairs;
    }

    /** Of all operators, or with {@code operator} of one. */
    @GetMapping("/e/{evaluation}/compare/differences.{extension}")
    @Needs(Capability.RESULT_READ)
    ResponseEntity<StreamingResponseBody> file(
            OpenEvaluation evaluation,
            Language language,
            @PathVariable String extension,
            @RequestParam(defaultValue = "") String with,
            @RequestParam(defaultValue = "") String operator) {
        FileFormat format = List.of(FileFormat.CSV, FileFormat.XLSX).stream()
                .filter(known -> known.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> PageFailure.notFound(
                        Text.of("没有这种格式：" + extension, "It does not come in that format: " + extension)));
        CatalogEntry other = others.find(evaluation, with)
                .orElseThrow(
                        () -> PageFailure.notFound(Text.of("没有可对比的评测批次", "There is no evaluation to compare with")));
        DifferenceReport report = new DifferenceReport(
                evaluation.id(), other.id(), evaluation.summary().simulated(), flips(evaluation, other, operator));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        SavedAs.named(evaluation.id() + "-" + other.id() + (report.simulated() ? "-模拟数据" : "") + "."
                                + extension))
                .body(out -> report.write(format, language, out));
    }

    private List<Flip> flips(OpenEvaluation evaluation, CatalogEntry other, String operator) {
        List<String> operators = new ArrayList<>(List.of(operator));
        if (operator.isEmpty()) {
            operators = new ArrayList<>(List.of(ResultRows.ALL));
            operators.addAll(evaluation.names().operators());
        }
        List<Flip> flips = new ArrayList<>();
        for (String each : operators) {
            flips.addAll(pairs.ask(evaluation.entry(), other, pair -> Flips.of(pair, each)));
        }
        return flips;
    }
}
