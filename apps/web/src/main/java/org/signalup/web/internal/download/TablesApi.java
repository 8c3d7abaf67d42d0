package org.signalup.web.internal.download;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Text;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.api.Cursor;
import org.signalup.web.internal.api.Listing;
import org.signalup.web.internal.api.Piece;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.Filter;
import org.signalup.web.internal.site.PageFailure;
import org.signalup.web.internal.site.SqlWhere;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tables of an evaluation piece by piece, with the names and columns of their files and the filter of the pages. */
@Platform
@RestController
final class TablesApi {
    /** Of the piece, not of what is chosen. */
    private static final List<String> PAGING = List.of("limit", "after", "lang");

    /** Without a filter all rows; with any, those it chooses, as in the pages. */
    @GetMapping("/api/v1/evaluations/{evaluation}/tables/{table}")
    @Needs(Capability.RESULT_READ)
    Listing<Map<String, Object>> rows(
            OpenEvaluation evaluation,
            @PathVariable String table,
            Filter filter,
            Piece piece,
            @Parameter(hidden = true) @RequestParam Map<String, String> query) {
        DownloadTable asked = DownloadTable.get(evaluation, table);
        Map<String, String> chosen = new LinkedHashMap<>(query);
        PAGING.forEach(chosen::remove);
        SqlWhere where = chosen.isEmpty() ? new SqlWhere() : DownloadPages.where(evaluation, asked, filter, chosen);
        long offset = offset(piece);
        List<Map<String, Object>> found = new TableRows(evaluation, asked, where).some(offset, piece.limitAndOne());
        // An evaluation never changes: how far one has come is all a cursor needs.
        return Listing.of(found, piece, last -> Cursor.of(offset + piece.limit()));
    }

    private static long offset(Piece piece) {
        String text =
                piece.after().map(cursor -> cursor.ofSize(1).keys().get(0)).orElse("0");
        if (!text.matches("\\d{1,12}")) {
            throw PageFailure.badRequest(Text.of("参数 after 属于另一个列表", "parameter after belongs to another list"));
        }
        return Long.parseLong(text);
    }
}
