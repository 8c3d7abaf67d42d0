package org.signalup.bench.internal.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.signalup.bench.WorldSize;

/**
 * What to measure.
 *
 * @param engines evaluate every world on each of these; other cases run on the embedded one
 * @param sizes worlds to evaluate
 * @param samples numbers of samples, each with each size
 * @param csvRows rows of the CSV case; 0 = left out
 * @param lake whether every world is also put into a lake, counted day by day, and judged again from its tallies
 * @param memory limit of the engine, beyond it spills; {@code auto} = by size
 * @param heap limit of the Java heap; {@code auto} = by size
 * @param work folder for worlds (kept and used again) and results
 * @param json file for the numbers
 * @param single run one case in this process instead of one process for each
 */
public record Options(
        List<String> engines,
        List<WorldSize> sizes,
        List<Long> samples,
        long csvRows,
        boolean lake,
        int threads,
        String memory,
        String heap,
        Path work,
        Path programme,
        String standard,
        Path json,
        String single) {
    static final String EMBEDDED = "duckdb";
    static final String SPARK = "spark";

    private static final Map<String, String> DEFAULTS = new LinkedHashMap<>();

    static {
        DEFAULTS.put("--engines", EMBEDDED);
        DEFAULTS.put("--sizes", "province,nation");
        DEFAULTS.put("--samples", "1000000,10000000");
        DEFAULTS.put("--csv-rows", "1000000");
        DEFAULTS.put("--lake", "no");
        DEFAULTS.put("--threads", "2");
        DEFAULTS.put("--memory", "auto");
        DEFAULTS.put("--heap", "auto");
        DEFAULTS.put("--work", "support/bench/target/bench");
        DEFAULTS.put("--programme", "programme");
        DEFAULTS.put("--standard", "signal-upgrade-2025");
        DEFAULTS.put("--json", "support/bench/target/bench/bench.json");
        DEFAULTS.put("--single", "");
    }

    public Options {
        engines = List.copyOf(engines);
        sizes = List.copyOf(sizes);
        samples = List.copyOf(samples);
    }

    /** @throws IllegalArgumentException naming the option and what was expected */
    public static Options of(String... args) {
        Map<String, String> values = new LinkedHashMap<>(DEFAULTS);
        for (int i = 0; i < args.length; i += 2) {
            if (!DEFAULTS.containsKey(args[i]) || i + 1 == args.length) {
                throw new IllegalArgumentException("argument: " + args[i] + " (expected: " + usage() + ")");
            }
            values.put(args[i], args[i + 1]);
        }
        return new Options(
                list(values.get("--engines")),
                list(values.get("--sizes")).stream().map(WorldSize::of).toList(),
                list(values.get("--samples")).stream().map(Long::valueOf).toList(),
                Long.parseLong(values.get("--csv-rows")),
                values.get("--lake").equals("yes"),
                Integer.parseInt(values.get("--threads")),
                values.get("--memory"),
                values.get("--heap"),
                Path.of(values.get("--work")),
                Path.of(values.get("--programme")),
                values.get("--standard"),
                Path.of(values.get("--json")),
                values.get("--single"));
    }

    /** The command that measures the same again. */
    String command() {
        return "support/bench/run --engines " + String.join(",", engines) + " --sizes "
                + sizes.stream().map(WorldSize::name).collect(Collectors.joining(","))
                + " --samples " + samples.stream().map(String::valueOf).collect(Collectors.joining(","))
                + " --csv-rows "
                + csvRows + " --lake " + (lake ? "yes" : "no") + " --threads " + threads + " --memory " + memory
                + " --heap " + heap + " --standard " + standard;
    }

    /** The options of a process of its own for one case. */
    List<String> forCase(String name, String engine, WorldSize size, long rows) {
        List<String> args = new ArrayList<>(List.of("--single", name, "--engines", engine, "--sizes", size.name()));
        args.addAll(List.of("--samples", String.valueOf(rows), "--csv-rows", String.valueOf(csvRows)));
        args.addAll(List.of("--threads", String.valueOf(threads), "--memory", memoryOf(size)));
        args.addAll(List.of("--work", work.toString(), "--programme", programme.toString()));
        args.addAll(List.of("--standard", standard));
        return args;
    }

    /** Together with the heap this keeps a process under 1.5 GB for a province and 3 GB for a nation. */
    String memoryOf(WorldSize size) {
        if (!memory.equals("auto")) {
            return memory;
        }
        return large(size) ? "1400MB" : "700MB";
    }

    String heapOf(String engine, WorldSize size) {
        if (!heap.equals("auto")) {
            return heap;
        }
        if (engine.equals(SPARK)) {
            return large(size) ? "6g" : "3g";
        }
        return large(size) ? "1100m" : "400m";
    }

    private static boolean large(WorldSize size) {
        return size.points() > WorldSize.PROVINCE.points();
    }

    public static String usage() {
        StringBuilder out = new StringBuilder();
        DEFAULTS.forEach((name, value) -> out.append(out.isEmpty() ? "" : ", ")
                .append(name)
                .append(" [")
                .append(value)
                .append(']'));
        return out.toString();
    }

    private static List<String> list(String text) {
        return Arrays.asList(text.split(","));
    }
}
