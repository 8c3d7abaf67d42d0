package org.signalup.web.internal.download;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Coded;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.people.Capability;
import org.signalup.publish.FileFormat;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.line.LineChoice;
import org.signalup.web.internal.place.PlaceChoice;
import org.signalup.web.internal.site.Filter;
import org.signalup.web.internal.site.PageFailure;
import org.signalup.web.internal.site.SavedAs;
import org.signalup.web.internal.site.SqlWhere;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 下载. */
@Controller
@Needs(Capability.RESULT_READ)
final class DownloadPages {
    /** A table with the number of its rows. */
    public record Offer(DownloadTable table, long rows) {}

    private record OffersOf() {}

    @GetMapping("/e/{evaluation}/downloads")
    String downloads(OpenEvaluation evaluation, Filter filter, Model model) {
        model.addAttribute("nav", "downloads");
        model.addAttribute("filter", filter);
        model.addAttribute("offers", evaluation.keep(new OffersOf(), () -> offers(evaluation)));
        model.addAttribute(
                "files",
                evaluation.whole() ? EvaluationFiles.of(evaluation.folder()).list() : List.of());
        return "download/downloads";
    }

    private static List<Offer> offers(OpenEvaluation evaluation) {
        return Arrays.stream(DownloadTable.values())
                .filter(table -> evaluation.tables().has(table.code()))
                .map(table -> new Offer(table, evaluation.tables().number("SELECT COUNT(*) FROM " + table.code())))
                .toList();
    }

    /**
     * A table as a file. Without parameters all its rows; with any, those the filter chooses. A map shows one operator and
     * one network, so its files are always filtered.
     */
    @GetMapping("/e/{evaluation}/download/{name}.{extension}")
    ResponseEntity<StreamingResponseBody> table(
            OpenEvaluation evaluation,
            Filter filter,
            Language language,
            @PathVariable String name,
            @PathVariable String extension,
            @RequestParam Map<String, String> query) {
        DownloadTable table = DownloadTable.get(evaluation, name);
        FileFormat format = table.formats().stream()
                .filter(known -> known.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> PageFailure.notFound(
                        Text.of("这张表没有这种格式：" + extension, "This table does not come in that format: " + extension)));
        Map<String, String> asked = new LinkedHashMap<>(query);
        asked.remove("lang");
        boolean whole = asked.isEmpty() && !format.map();
        SqlWhere where = whole ? new SqlWhere() : where(evaluation, table, filter, asked);
        TableRows rows = new TableRows(evaluation, table, where);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        SavedAs.named(fileName(evaluation, table, format, filter, whole)))
                .body(out -> rows.write(format, language, out));
    }

    /** What a filter chooses of a table. */
    static SqlWhere where(OpenEvaluation evaluation, DownloadTable table, Filter filter, Map<String, String> query) {
        return switch (table) {
            case PLACES -> PlaceChoice.of(filter, query).where(evaluation);
            case LINES -> LineChoice.of(filter, query).where(evaluation);
            case REJECT -> new SqlWhere().holds(filter.query(), "v.file", "v.message");
            default -> rows(evaluation, table, filter);
        };
    }

    private static SqlWhere rows(OpenEvaluation evaluation, DownloadTable table, Filter filter) {
        String alias = table.alias() + ".";
        SqlWhere where = new SqlWhere().and(alias + "operator = ?", filter.operator());
        if (table.byRat()) {
            where.and(alias + "rat = ?", filter.rat().code());
        }
        if (has(evaluation, table, "verdict")) {
            filter.verdict().map(Coded::code).ifPresent(code -> where.and(alias + "verdict = ?", code));
        }
        if (has(evaluation, table, "evidence")) {
            filter.evidence().map(Coded::code).ifPresent(code -> where.and(alias + "evidence = ?", code));
        }
        if (table == DownloadTable.POINTS) {
            if (!filter.scenario().isEmpty()) {
                where.and("l.scenario = ?", filter.scenario());
            }
            evaluation.names().inRegion(where, "h.division_code", filter.region());
            where.holds(filter.query(), "l.name", "l.point_id", "h.name");
        }
        return where;
    }

    private static boolean has(OpenEvaluation evaluation, DownloadTable table, String column) {
        return evaluation.tables().columns(table.code()).stream()
                .anyMatch(known -> known.name().equals(column));
    }

    private static String fileName(
            OpenEvaluation evaluation, DownloadTable table, FileFormat format, Filter filter, boolean whole) {
        StringBuilder name = new StringBuilder(evaluation.id()).append('-').append(table.code());
        if (!whole) {
            name.append('-').append(filter.operator());
            name.append(table.byRat() ? "-" + filter.rat().code() : "");
        }
        name.append(evaluation.summary().simulated() ? "-模拟数据" : "");
        return name.append('.').append(format.extension()).toString();
    }

    /** A file of the evaluation, byte for byte as its manifest lists it. */
    @GetMapping("/e/{evaluation}/file/{name}")
    @Needs({Capability.RESULT_READ, Capability.SAMPLE_READ})
    ResponseEntity<Resource> file(OpenEvaluation evaluation, @PathVariable String name, HttpServletResponse response) {
        return EvaluationFiles.answer(evaluation, name, response);
    }
}
