package org.signalup.bench.internal.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.signalup.bench.Bench;
import org.signalup.bench.WorldSize;

/** Runs every case in a process of its own, so that memory and just-in-time code of one do not help or hurt the next. */
public final class BenchRun {
    private final Options options;
    private final PrintStream out;

    public BenchRun(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Runs all cases, or in a process of its own the single one asked for. */
    public void run() throws IOException, InterruptedException {
        switch (options.single()) {
            case "" -> runAll();
            case "generate" -> new EvaluationCase(options).generate();
            case "evaluate" -> out.println(new EvaluationCase(options).run().line());
            case "lake" -> out.println(new LakeCase(options).run().line());
            case "csv" -> out.println(new CsvCase(options).run().line());
            default ->
                throw new IllegalArgumentException(
                        "--single: " + options.single() + " (expected: generate, evaluate, lake or csv)");
        }
    }

    private void runAll() throws IOException, InterruptedException {
        Map<String, Figures> cases = new LinkedHashMap<>();
        Map<String, Figures> lakes = new LinkedHashMap<>();
        out.println(Table.head());
        for (WorldSize size : options.sizes()) {
            for (long samples : options.samples()) {
                child("generate", size, samples, "1500m");
                String name = size.name() + " " + size.points() + " + " + size.bins() + ", " + samples;
                Figures figures = child("evaluate", size, samples, options.heapOf(size));
                out.println(Table.row(name, figures));
                cases.put(name, figures);
                if (options.lake()) {
                    lakes.put("lake " + name, child("lake", size, samples, options.heapOf(size)));
                }
            }
        }
        out.print("\n" + Growth.table(cases.values()));
        out.print(options.lake() ? "\n" + Table.lakes(lakes) : "");
        cases.putAll(lakes);
        if (options.csvRows() > 0) {
            Figures csv = child("csv", WorldSize.PROVINCE, options.csvRows(), "600m");
            out.print("\n" + Table.csv(csv));
            cases.put("csv", csv);
        }
        Path folder = options.json().toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Files.writeString(options.json(), Table.json(options.command(), cases));
        out.println("\n" + options.json());
    }

    private Figures child(String single, WorldSize size, long samples, String heap)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Bench.class.getName()));
        command.addAll(options.forCase(single, size, samples));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Figures figures = new Figures();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (Figures.isLine(line)) {
                    figures = Figures.ofLine(line);
                }
            }
        }
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IllegalStateException(single + " " + size.name() + ": exit " + exit + " (expected: 0)");
        }
        return figures;
    }
}
