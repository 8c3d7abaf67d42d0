package org.signalup.web.internal.crowd;

import static org.signalup.web.internal.site.ListFile.column;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows.CrowdRow;
import org.signalup.people.Capability;
import org.signalup.publish.TableFile;
import org.signalup.standards.CrowdRule;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.catalog.Catalog;
import org.signalup.web.internal.catalog.CatalogEntry;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.compare.Shift;
import org.signalup.web.internal.site.ListFile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 众测过滤: rule by rule what was left out, and the evaluations that did without a rule. */
@Controller
@Needs(Capability.RESULT_READ)
final class CrowdPages {
    static final String PATH = "/e/{evaluation}/crowd";

    private static final List<TableFile.Column> COLUMNS = List.of(
            column("rule", "规则", "Rule"),
            column("rule_name", "规则名称", "Name of the rule"),
            column("source", "数据来源", "Source"),
            column("operator", "运营商", "Operator"),
            column("effect", "处理", "Effect"),
            column("looked_at", "检查", "Looked at"),
            column("caught", "命中", "Caught"),
            column("device_days", "终端日", "Device-days"),
            column("targets", "涉及评测单元", "Targets touched"),
            column("dl_tests", "计入的下行测试", "Downlink tests that count"),
            column("mean_dl_mbps", "下行均值", "DL mean"),
            column("mean_dl_otherwise_mbps", "若不用此规则", "Without the rule"));

    private final Catalog catalog;
    private final Shift shift;

    CrowdPages(Catalog catalog, Shift shift) {
        this.catalog = catalog;
        this.shift = shift;
    }

    @GetMapping(PATH)
    String crowd(OpenEvaluation evaluation, @RequestParam(defaultValue = "") String without, Model model) {
        List<CrowdRow> rows = CrowdRows.of(evaluation);
        List<CatalogEntry> others = others(evaluation);
        Optional<CatalogEntry> chosen = others.stream()
                .filter(entry -> without.isEmpty() || entry.id().equals(without))
                .findFirst();
        model.addAttribute("nav", "quality");
        model.addAttribute("rules", RuleSum.of(evaluation, rows));
        model.addAttribute("rows", rows.stream().filter(row -> row.caught() > 0).toList());
        model.addAttribute("filtered", !rows.isEmpty());
        model.addAttribute("others", others);
        model.addAttribute("chosen", chosen.orElse(null));
        model.addAttribute(
                "shifted", chosen.map(entry -> shift.between(evaluation, entry)).orElse(null));
        return "crowd/crowd";
    }

    /** Evaluations by the same standard that did without more rules than this one, the newest first. */
    private List<CatalogEntry> others(OpenEvaluation evaluation) {
        List<String> own = evaluation.summary().withoutFilters();
        return catalog.list(evaluation.reach()).stream()
                .filter(entry -> !entry.id().equals(evaluation.id()) && entry.same("standard", evaluation.entry()))
                .filter(entry -> entry.summary().withoutFilters().size() > own.size()
                        && entry.summary().withoutFilters().containsAll(own))
                .toList();
    }

    @GetMapping(PATH + "/filters.{extension}")
    ResponseEntity<byte[]> file(OpenEvaluation evaluation, @PathVariable String extension, Language language) {
        List<List<Object>> rows =
                CrowdRows.of(evaluation).stream().map(row -> row(row, language)).toList();
        return ListFile.of(
                extension, "crowd_filters", Text.of("众测过滤", "Filters of crowd samples"), COLUMNS, rows, language);
    }

    private static List<Object> row(CrowdRow row, Language language) {
        CrowdRule rule = row.rule();
        return List.of(
                rule.code(),
                rule.text().in(language),
                row.source().code(),
                row.operator(),
                rule.effect().name(),
                Long.toString(row.lookedAt()),
                Long.toString(row.caught()),
                Long.toString(row.deviceDays()),
                Long.toString(row.targets()),
                Long.toString(row.dlTests()),
                mbps(row.meanDlMbps()),
                mbps(row.meanDlOtherwiseMbps()));
    }

    private static String mbps(OptionalDouble rate) {
        return rate.isPresent() ? String.format(Locale.ROOT, "%.3f", rate.getAsDouble()) : "";
    }
}
