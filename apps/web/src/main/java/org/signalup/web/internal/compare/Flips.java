package org.signalup.web.internal.compare;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.signalup.domain.Verdict;
import org.signalup.engine.Row;
import org.signalup.web.internal.compare.Flip.Cause;
import org.signalup.web.internal.compare.Flip.Outcome;

/** Finds what flipped between two evaluations, and why. */
final class Flips {
    private static final String PLACES = """
            SELECT COALESCE(n.place_id, o.place_id) AS id, COALESCE(ln.name, lo.name) AS name,
              COALESCE(ln.scenario, lo.scenario) AS grouped, COALESCE(n.operator, o.operator) AS operator,
              o.verdict, o.evidence, o.stars, n.verdict AS verdict_n, n.evidence AS evidence_n, n.stars AS stars_n
            FROM (SELECT * FROM places WHERE operator = ?) AS n
              FULL OUTER JOIN (SELECT * FROM other_places WHERE operator = ?) AS o ON n.place_id = o.place_id
              LEFT JOIN ledger_place AS ln ON n.place_id = ln.place_id
              LEFT JOIN other_ledger_place AS lo ON o.place_id = lo.place_id
            WHERE n.verdict IS DISTINCT FROM o.verdict OR n.stars IS DISTINCT FROM o.stars
            ORDER BY id""";

    private static final String LINES = """
            SELECT COALESCE(n.line_id, o.line_id) AS id, COALESCE(ln.name, lo.name) AS name,
              COALESCE(ln.kind, lo.kind) AS grouped, COALESCE(n.operator, o.operator) AS operator,
              o.verdict, o.evidence, o.stars, n.verdict AS verdict_n, n.evidence AS evidence_n, n.stars AS stars_n
            FROM (SELECT * FROM lines WHERE operator = ? AND rat = 'ANY') AS n
              FULL OUTER JOIN (SELECT * FROM other_lines WHERE operator = ? AND rat = 'ANY') AS o ON n.line_id = o.line_id
              LEFT JOIN ledger_line AS ln ON n.line_id = ln.line_id
              LEFT JOIN other_ledger_line AS lo ON o.line_id = lo.line_id
            WHERE n.verdict IS DISTINCT FROM o.verdict OR n.stars IS DISTINCT FROM o.stars
            ORDER BY id""";

    private final Pair pair;
    private final String operator;

    Flips(Pair pair, String operator) {
        this.pair = pair;
        this.operator = operator;
    }

    private record Of(String operator) {}

    /** All flips of the operator, places first; worked out once. */
    static List<Flip> of(Pair pair, String operator) {
        return pair.keep(new Of(operator), () -> new Flips(pair, operator).find());
    }

    private List<Flip> find() {
        List<Flip> flips = new ArrayList<>();
        flips.addAll(explained(
                pair.tables().list(PLACES, row -> flip(row, false), operator, operator), new PlaceCauses(pair)));
        flips.addAll(explained(
                pair.tables().list(LINES, row -> flip(row, true), operator, operator), new LineCauses(pair)));
        return flips;
    }

    private static Flip flip(Row row, boolean line) {
        return new Flip(
                line,
                row.text(0),
                row.text(1) == null ? row.text(0) : row.text(1),
                row.text(2) == null ? "" : row.text(2),
                row.text(3),
                Outcome.of(row, 4),
                Outcome.of(row, 7),
                Set.of());
    }

    /** Which of the three changed for single objects. */
    interface Causes {
        /** Objects whose ledger rows differ. */
        Set<String> ledger();

        /** Objects with other samples. */
        Set<String> data(String operator);

        /** Whether the rules for this object differ, also those of its stars. */
        boolean standard(Flip flip);
    }

    /** What was not measured on one side, no standard could have judged otherwise. */
    private static boolean measured(Flip flip) {
        return Stream.of(flip.before(), flip.after())
                .allMatch(own -> own.verdict()
                        .filter(verdict -> verdict != Verdict.NOT_MEASURED)
                        .isPresent());
    }

    /** Where only one thing changed, that did it; else each object tells by itself. */
    private List<Flip> explained(List<Flip> flips, Causes causes) {
        EnumSet<Cause> changed = EnumSet.noneOf(Cause.class);
        if (pair.otherData()) {
            changed.add(Cause.DATA);
        }
        if (pair.otherLedger()) {
            changed.add(Cause.LEDGER);
        }
        if (pair.otherStandard()) {
            changed.add(Cause.STANDARD);
        }
        if (flips.isEmpty() || changed.size() < 2) {
            return flips.stream().map(flip -> flip.because(changed)).toList();
        }
        Set<String> ledger = changed.contains(Cause.LEDGER) ? causes.ledger() : Set.of();
        Set<String> data = changed.contains(Cause.DATA) ? causes.data(operator) : Set.of();
        List<Flip> explained = new ArrayList<>();
        for (Flip flip : flips) {
            EnumSet<Cause> own = EnumSet.noneOf(Cause.class);
            if (ledger.contains(flip.id())) {
                own.add(Cause.LEDGER);
            }
            if (data.contains(flip.id())) {
                own.add(Cause.DATA);
            }
            if (changed.contains(Cause.STANDARD) && measured(flip) && causes.standard(flip)) {
                own.add(Cause.STANDARD);
            }
            explained.add(flip.because(own));
        }
        return explained;
    }
}
