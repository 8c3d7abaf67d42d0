package org.signalup.web.internal.disagree;

import static org.signalup.web.internal.site.ListFile.column;

import java.util.List;
import java.util.Locale;
import org.signalup.domain.Language;
import org.signalup.domain.Source;
import org.signalup.domain.Text;
import org.signalup.evaluate.SourceComparison;
import org.signalup.evaluate.SourceComparison.OfSource;
import org.signalup.evaluate.SourceComparison.Target;
import org.signalup.people.Capability;
import org.signalup.publish.TableFile;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.ListFile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 来源对照: key points about which sources disagree, as a page and a file. */
@Controller
@Needs(Capability.RESULT_READ)
final class DisagreePages {
    /** Shown at once; all of them are in the file. */
    private static final int SHOWN = 200;

    private static final List<TableFile.Column> COLUMNS = List.of(
            column("point_id", "点位编号", "Key point"),
            column("place_id", "场所编号", "Place"),
            column("operator", "运营商", "Operator"),
            column("source", "数据来源", "Source"),
            column("samples", "采样点", "Samples"),
            column("covered", "合格", "Compliant"),
            column("share", "合格占比", "Share"),
            column("share_low", "下界", "Lower bound"),
            column("share_high", "上界", "Upper bound"),
            column("clusters", "独立测次", "Independent tests"),
            column("verdict", "单独判定", "Verdict alone"),
            column("evidence", "证据", "Evidence"),
            column("by_verdict", "结论不同", "Verdicts differ"),
            column("by_interval", "区间不重叠", "Intervals apart"),
            column("stands", "以此为准", "Stands"));

    private record ComparedOf() {}

    @GetMapping("/e/{evaluation}/sources")
    String sources(OpenEvaluation evaluation, Model model) {
        SourceComparison comparison = comparison(evaluation);
        List<Target> all = comparison.disagreeing();
        model.addAttribute("nav", "quality");
        model.addAttribute("comparison", comparison);
        model.addAttribute("targets", all.subList(0, Math.min(SHOWN, all.size())));
        model.addAttribute("precedence", evaluation.standard().precedence());
        return "disagree/sources";
    }

    private static SourceComparison comparison(OpenEvaluation evaluation) {
        return evaluation.keep(new ComparedOf(), () -> SourceComparison.of(evaluation.tables(), evaluation.standard()));
    }

    @GetMapping("/e/{evaluation}/sources/disagreements.{extension}")
    ResponseEntity<byte[]> file(OpenEvaluation evaluation, @PathVariable String extension, Language language) {
        List<List<Object>> rows = comparison(evaluation).disagreeing().stream()
                .flatMap(target -> target.sources().stream().map(source -> row(target, source)))
                .toList();
        return ListFile.of(
                extension, "disagreements", Text.of("来源不一致", "Sources that disagree"), COLUMNS, rows, language);
    }

    private static List<Object> row(Target target, OfSource own) {
        Source source = own.source();
        return List.of(
                target.pointId(),
                target.placeId(),
                target.operator(),
                source.code(),
                Long.toString(own.samples()),
                Long.toString(own.compliant()),
                fraction(own.share()),
                fraction(own.low()),
                fraction(own.high()),
                Long.toString(own.clusters()),
                own.verdict().code(),
                own.evidence().map(grade -> grade.code()).orElse(""),
                Boolean.toString(target.byVerdict()),
                Boolean.toString(target.byInterval()),
                Boolean.toString(target.stands().filter(source::equals).isPresent()));
    }

    private static String fraction(double share) {
        return String.format(Locale.ROOT, "%.6f", share);
    }
}
