package org.signalup.bench.internal.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures as a Markdown table for the README. */
final class Table {
    private static final List<String> STEPS = List.of(
            "scan",
            "index",
            "settle",
            "filter",
            "match",
            "tally",
            "trace",
            "rates",
            "judge",
            "quantiles",
            "write",
            "all");

    private Table() {}

    static String head() {
        return "| CPU s (ratio to scan) | " + String.join(" | ", STEPS) + " | matches | samples/s/core | peak RSS |\n|"
                + "---|".repeat(STEPS.size() + 4);
    }

    static String row(String name, Figures figures) {
        double scan = figures.get("scan");
        String steps = STEPS.stream()
                .map(step -> String.format(Locale.ROOT, "%.2f (%.1f)", figures.get(step), figures.get(step) / scan))
                .collect(Collectors.joining(" | "));
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.2f M | %.2f M | %.2f M | %.0f MB |",
                name,
                steps,
                figures.get("matches") / 1e6,
                figures.get("samples_s_core_count") / 1e6,
                figures.get("samples_s_core") / 1e6,
                figures.get("peak_mb"));
    }

    static String lakes(Map<String, Figures> lakes) {
        StringBuilder table = new StringBuilder(
                "| lake, CPU s (ratio to scan) | scan | add | match | trace | tally | keep | all, first time"
                        + " | judged again from tallies | of it judging | writing | until judged, on the clock | all, on the clock"
                        + " | MB of tallies | samples/s/core counted |\n|"
                        + "---|".repeat(15) + "\n");
        lakes.forEach((name, figures) -> {
            table.append("| ").append(name);
            for (String step : List.of(
                    "scan", "add", "match", "trace", "tally", "keep", "all", "again", "again_judge", "again_write")) {
                // A lake that was there already was not filled in this run.
                table.append(figures.has(step) ? cell(figures, step) : " | before");
            }
            table.append(String.format(
                    Locale.ROOT,
                    " | %.1f s | %.1f s | %.0f | %.2f M |%n",
                    figures.get("again_judged_wall"),
                    figures.get("again_wall"),
                    figures.get("tallies_mb"),
                    figures.get("samples_s_core_count") / 1e6));
        });
        return table.toString();
    }

    private static String cell(Figures figures, String step) {
        return String.format(Locale.ROOT, " | %.2f (%.1f)", figures.get(step), figures.get(step) / figures.get("scan"));
    }

    static String csv(Figures figures) {
        return String.format(
                Locale.ROOT,
                "| CSV | rows | MB | intake CPU s | DuckDB read_csv CPU s | speed against DuckDB | rows/s/core |%n"
                        + "|---|---|---|---|---|---|---|%n| canonical, 22 columns | %.0f | %.0f | %.2f | %.2f | %.2fx | %.2f M |%n",
                figures.get("rows"),
                figures.get("mb"),
                figures.get("intake"),
                figures.get("duckdb"),
                figures.get("ratio"),
                figures.get("rows_s_core") / 1e6);
    }

    static String json(String command, Map<String, Figures> cases) {
        String machine = "Java " + Runtime.version().feature() + ", "
                + Runtime.getRuntime().availableProcessors() + " processors";
        return cases.entrySet().stream()
                .map(e -> "    \"" + e.getKey() + "\": " + e.getValue().json())
                .collect(Collectors.joining(
                        ",\n",
                        "{\n  \"command\": \"" + command + "\",\n  \"machine\": \"" + machine + "\",\n  \"cases\": {\n",
                        "\n  }\n}\n"));
    }
}
