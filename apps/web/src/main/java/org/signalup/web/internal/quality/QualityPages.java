package org.signalup.web.internal.quality;

import java.util.List;
import org.signalup.domain.Text;
import org.signalup.people.Capability;
import org.signalup.publish.Words;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 数据质量. */
@Controller
@Needs(Capability.RESULT_READ)
final class QualityPages {
    /** Refused rows shown as examples; all of them can be downloaded. */
    private static final int EXAMPLES = 3;

    private record FilesOf() {}

    private record UnchangingOf() {}

    private record RefusalsOf() {}

    /** A reason for refusing, with some rows. */
    public record Refusal(String code, Text meaning, long rows, List<Example> examples) {}

    /** A refused row. */
    public record Example(String file, long row, String column, String value) {}

    @GetMapping("/e/{evaluation}/quality")
    String quality(OpenEvaluation evaluation, Model model) {
        evaluation.folder();
        model.addAttribute("nav", "quality");
        model.addAttribute("files", evaluation.keep(new FilesOf(), () -> FileQuality.of(evaluation)));
        model.addAttribute("refusals", evaluation.keep(new RefusalsOf(), () -> refusals(evaluation)));
        model.addAttribute("unchanging", evaluation.keep(new UnchangingOf(), () -> Unchanging.of(evaluation.tables())));
        return "quality/quality";
    }

    private static List<Refusal> refusals(OpenEvaluation evaluation) {
        return evaluation
                .tables()
                .list(
                        "SELECT code, COUNT(*) FROM reject GROUP BY code ORDER BY COUNT(*) DESC, code",
                        row -> new Refusal(
                                row.text(0),
                                Words.reject(row.text(0)),
                                row.getLong(1),
                                examples(evaluation, row.text(0))));
    }

    private static List<Example> examples(OpenEvaluation evaluation, String code) {
        return evaluation
                .tables()
                .list(
                        "SELECT file, row_no, COALESCE(column_name, ''), COALESCE(value, '') FROM reject WHERE code = ?"
                                + " ORDER BY file, row_no LIMIT ?",
                        row -> new Example(row.text(0), row.getLong(1), row.text(2), row.text(3)),
                        code,
                        EXAMPLES);
    }
}
