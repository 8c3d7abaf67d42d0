package org.signalup.web.internal.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Coded;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.api.Cursor;
import org.signalup.web.internal.api.Listing;
import org.signalup.web.internal.api.Piece;
import org.signalup.web.internal.catalog.CatalogEntry;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What came out differently between two evaluations, for programs. */
@Platform
@RestController
final class DifferencesApi {
    private final Others others;
    private final Pairs pairs;

    DifferencesApi(Others others, Pairs pairs) {
        this.others = others;
        this.pairs = pairs;
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Told(
            String object,
            String id,
            String name,
            String operator,
            String verdictBefore,
            String verdict,
            String evidenceBefore,
            String evidence,
            Integer starsBefore,
            Integer stars,
            List<String> causes) {
        static Told of(Flip flip) {
            return new Told(
                    flip.line() ? "LINE" : "PLACE",
                    flip.id(),
                    flip.name(),
                    flip.operator(),
                    code(flip.before().verdict()),
                    code(flip.after().verdict()),
                    code(flip.before().evidence()),
                    code(flip.after().evidence()),
                    stars(flip.before()),
                    stars(flip.after()),
                    flip.causes().stream().map(Enum::name).toList());
        }

        private static String code(Optional<? extends Coded> word) {
            return word.map(Coded::code).orElse(null);
        }

        private static Integer stars(Flip.Outcome outcome) {
            return outcome.stars().isPresent() ? outcome.stars().getAsInt() : null;
        }
    }

    /** Of one operator, or of all obliged together. */
    @GetMapping("/api/v1/evaluations/{evaluation}/differences")
    @Needs(Capability.RESULT_READ)
    Listing<Told> list(
            OpenEvaluation evaluation,
            @RequestParam String with,
            @RequestParam(defaultValue = ResultRows.ALL) String operator,
            Piece piece) {
        CatalogEntry other = others.find(evaluation, with)
                .orElseThrow(
                        () -> PageFailure.notFound(Text.of("没有可对比的评测批次", "There is no evaluation to compare with")));
        List<Flip> all = pairs.ask(evaluation.entry(), other, pair -> Flips.of(pair, operator));
        String after =
                piece.after().map(cursor -> cursor.ofSize(1).keys().get(0)).orElse("");
        int known = all.stream().map(DifferencesApi::key).toList().indexOf(after);
        List<Flip> rest = all.subList(known + 1, all.size());
        return Listing.of(
                        rest.subList(0, Math.min(rest.size(), piece.limitAndOne())),
                        piece,
                        flip -> Cursor.of(key(flip)))
                .map(Told::of);
    }

    private static String key(Flip flip) {
        return (flip.line() ? "LINE " : "PLACE ") + flip.id();
    }
}
