package org.signalup.web.internal.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.signalup.evaluate.Summary;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.api.Cursor;
import org.signalup.web.internal.api.Listing;
import org.signalup.web.internal.api.Piece;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Finished evaluations, as far as whoever asks sees them, for programs. */
@Platform
@RestController
@Needs(Capability.RESULT_READ)
final class EvaluationsApi {
    private static final String PATH = "/api/v1/evaluations";

    private final Catalog catalog;

    EvaluationsApi(Catalog catalog) {
        this.catalog = catalog;
    }

    /** An evaluation in the list. */
    record Told(String evaluation, String programme, String standard, String asOf) {
        static Told of(CatalogEntry entry) {
            return new Told(entry.id(), entry.programme().id(), entry.standard().id(), entry.asOfText());
        }
    }

    /**
     * One evaluation with what is counted of it.
     *
     * @param verdicts places by operator and verdict
     * @param digests of programme, standard and ledger
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Whole(
            String evaluation,
            String programme,
            String standard,
            String asOf,
            int places,
            int keyPoints,
            int lines,
            boolean simulated,
            Map<String, Map<String, Integer>> verdicts,
            Map<String, String> digests) {
        static Whole of(OpenEvaluation evaluation) {
            Summary summary = evaluation.summary();
            return new Whole(
                    evaluation.id(),
                    summary.programme(),
                    summary.standard(),
                    evaluation.entry().asOfText(),
                    summary.places(),
                    summary.keyPoints(),
                    summary.lines(),
                    summary.simulated(),
                    summary.verdicts(),
                    summary.digests());
        }
    }

    @GetMapping(PATH)
    Listing<Told> list(Actor actor, Piece piece) {
        String after =
                piece.after().map(cursor -> cursor.ofSize(1).keys().get(0)).orElse("");
        List<CatalogEntry> all = catalog.list(actor.reach());
        int known = all.stream().map(CatalogEntry::id).toList().indexOf(after);
        List<CatalogEntry> rest = all.subList(known + 1, all.size());
        return Listing.of(
                        rest.subList(0, Math.min(rest.size(), piece.limitAndOne())),
                        piece,
                        entry -> Cursor.of(entry.id()))
                .map(Told::of);
    }

    @GetMapping(PATH + "/{evaluation}")
    ResponseEntity<Whole> evaluation(OpenEvaluation evaluation) {
        return ResponseEntity.ok().eTag('"' + evaluation.entry().stamp() + '"').body(Whole.of(evaluation));
    }
}
