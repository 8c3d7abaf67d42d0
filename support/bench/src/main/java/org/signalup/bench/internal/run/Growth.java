package org.signalup.bench.internal.run;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** How CPU seconds grow with samples: the exponent e of seconds = c · samples^e between two cases of one size. */
final class Growth {
    private static final List<String> STEPS =
            List.of("scan", "settle", "filter", "match", "tally", "trace", "judge", "write", "all");

    private Growth() {}

    static String table(Collection<Figures> cases) {
        StringBuilder table = new StringBuilder("| growth with samples (1 = linear) | " + String.join(" | ", STEPS)
                + " |\n|" + "---|".repeat(STEPS.size() + 1) + "\n");
        Figures before = null;
        for (Figures figures : cases) {
            if (before != null
                    && before.get("targets") == figures.get("targets")
                    && before.get("samples") < figures.get("samples")) {
                table.append(row(before, figures));
            }
            before = figures;
        }
        return table.toString();
    }

    private static String row(Figures small, Figures large) {
        StringBuilder row = new StringBuilder(String.format(
                Locale.ROOT,
                "| %,.0f targets, %,.0f → %,.0f samples",
                small.get("targets"),
                small.get("samples"),
                large.get("samples")));
        double samples = Math.log(large.get("samples") / small.get("samples"));
        for (String step : STEPS) {
            row.append(String.format(Locale.ROOT, " | %.2f", Math.log(large.get(step) / small.get(step)) / samples));
        }
        return row.append(" |\n").toString();
    }
}
