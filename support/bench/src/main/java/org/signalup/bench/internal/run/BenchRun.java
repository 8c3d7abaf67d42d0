package org.signalup.bench.internal.run;

import java.io.BufferedReader;
import java.io.File;
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
import java.util.stream.Stream;
import org.signalup.bench.Bench;
import org.signalup.bench.WorldSize;

/** Runs every case in a process of its own, so that memory and just-in-time code of one do not help or hurt the next. */
public final class BenchRun {
    /** What Spark reaches into; a package that this JDK does not have is no error. */
    private static final List<String> SPARK_FLAGS = Stream.concat(
                    Stream.of(
                            "-XX:+UseParallelGC",
                            "-XX:+IgnoreUnrecognizedVMOptions",
                            "-Dio.netty.tryReflectionSetAccessible=true"),
                    Stream.of(
                                    "java.lang",
                                    "java.lang.invoke",
                                    "java.lang.reflect",
                                    "java.io",
                                    "java.net",
                                    "java.nio",
                                    "java.util",
                                    "java.util.concurrent",
                                    "java.util.concurrent.atomic",
                                    "jdk.internal.ref",
                                    "sun.nio.ch",
                                    "sun.nio.cs",
                                    "sun.security.action",
                                    "sun.util.calendar")
                            .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED"))
            .toList();

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
        for (String engine : options.engines()) {
            for (WorldSize size : options.sizes()) {
                evaluate(engine, size, cases, lakes);
            }
        }
        out.print("\n" + Growth.table(cases.values()));
        out.print(options.lake() ? "\n" + Table.lakes(lakes) : "");
        cases.putAll(lakes);
        if (options.csvRows() > 0) {
            Figures csv = child("csv", Options.EMBEDDED, WorldSize.PROVINCE, options.csvRows(), "600m");
            out.print("\n" + Table.csv(csv));
            cases.put("csv", csv);
        }
        Path folder = options.json().toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Files.writeString(options.json(), Table.json(options.command(), cases));
        out.println("\n" + options.json());
    }

    private void evaluate(String engine, WorldSize size, Map<String, Figures> cases, Map<String, Figures> lakes)
            throws IOException, InterruptedException {
        for (long samples : options.samples()) {
            child("generate", Options.EMBEDDED, size, samples, "1500m");
            String name = size.name() + " " + size.points() + " + " + size.bins() + ", " + samples;
            Figures figures = child("evaluate", engine, size, samples, options.heapOf(engine, size));
            out.println(Table.row(engine + ", " + name, figures));
            cases.put(engine + ", " + name, figures);
            if (options.lake() && engine.equals(Options.EMBEDDED)) {
                lakes.put("lake " + name, child("lake", engine, size, samples, options.heapOf(engine, size)));
            }
        }
    }

    private Figures child(String single, String engine, WorldSize size, long samples, String heap)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-Dfile.encoding=UTF-8"));
        command.addAll(engine.equals(Options.SPARK) ? SPARK_FLAGS : List.of("-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", classPath(engine), Bench.class.getName()));
        command.addAll(options.forCase(single, engine, size, samples));
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

    /** Spark is only on the class path of processes that run it: the launcher tells where it is. */
    private static String classPath(String engine) throws IOException {
        String own = System.getProperty("java.class.path");
        if (!engine.equals(Options.SPARK)) {
            return own;
        }
        Path spark = Path.of(System.getProperty("signalup.bench.spark", "support/bench/target/spark.classpath"));
        return own + File.pathSeparator + Files.readString(spark).strip();
    }
}
