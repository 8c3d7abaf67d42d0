package org.signalup.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that goes to a cluster: what is in it, and that Spark's own submitting runs it. */
class SubmitJarTest {
    private static final Path ROOT =
            Path.of(System.getProperty("signalup.root")).toAbsolutePath().normalize();
    private static final Path SPARK = ROOT.resolve("lib/spark");
    private static final Path JAR = SPARK.resolve("signalup-submit.jar");
    private static final long PATIENCE_MINUTES = 10;
    private static final List<String> CONTRACT = List.of(
            "points.csv",
            "places.csv",
            "bins.csv",
            "sections.csv",
            "lines.csv",
            "rates.csv",
            "progress.csv",
            "plan.csv",
            "rejects.csv");

    @TempDir
    Path folder;

    @Test
    void theJarHoldsTheEvaluationButNoEngineOfItsOwnAndNoPages() throws IOException {
        List<String> names;
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            names = jar.stream().map(ZipEntry::getName).toList();
        }
        assertThat(names)
                .contains(
                        "org/signalup/cli/Main.class",
                        "org/signalup/spark/SparkProvider.class",
                        "org/signalup/stream/KafkaTopics.class")
                .noneMatch(name -> name.startsWith("org/apache/kafka/"))
                .noneMatch(name -> name.startsWith("org/duckdb/"))
                .noneMatch(name -> name.startsWith("org/sqlite/"))
                .noneMatch(name -> name.startsWith("org/signalup/duckdb/"))
                .noneMatch(name -> name.startsWith("org/apache/spark/"))
                .noneMatch(name -> name.startsWith("scala/"))
                .noneMatch(name -> name.startsWith("org/springframework/"));
    }

    @Test
    void submittedItGivesTheBytesOfTheEmbeddedEngine() throws Exception {
        Path submitted = folder.resolve("submitted");
        List<String> spark = new ArrayList<>(List.of("-Xmx1500m"));
        spark.addAll(opens());
        spark.addAll(List.of("-cp", SPARK + "/*", "org.apache.spark.deploy.SparkSubmit", "--master", "local[2]"));
        spark.addAll(List.of("--conf", "spark.ui.enabled=false", "--class", "org.signalup.cli.Main", JAR.toString()));
        evaluate(spark, "spark", submitted);

        Path embedded = folder.resolve("embedded");
        evaluate(List.of("-Xmx700m", "-jar", ROOT.resolve("lib/signalup.jar").toString()), "duckdb", embedded);
        for (String file : CONTRACT) {
            assertThat(submitted.resolve(file)).as(file).hasSameBinaryContentAs(embedded.resolve(file));
        }
    }

    /** The packages that the launcher opens to Spark. */
    private static List<String> opens() {
        return Stream.of(
                        "java.lang",
                        "java.lang.invoke",
                        "java.lang.reflect",
                        "java.io",
                        "java.net",
                        "java.nio",
                        "java.util",
                        "java.util.concurrent",
                        "java.util.concurrent.atomic",
                        "sun.nio.ch",
                        "sun.nio.cs",
                        "sun.security.action",
                        "sun.util.calendar")
                .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
                .toList();
    }

    private void evaluate(List<String> start, String engine, Path out) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(start);
        Path example = ROOT.resolve("examples/dakar");
        command.addAll(List.of("evaluate", "--engine", engine, "--standard", "signal-upgrade-2025", "--crs", "WGS84"));
        command.addAll(
                List.of("--programme", ROOT.resolve("programme/overlays/dakar").toString()));
        command.addAll(List.of("--ledger", example.resolve("ledger").toString()));
        command.addAll(List.of("--samples", example.resolve("samples").toString(), "--out", out.toString()));
        Path said = folder.resolve(engine + ".log");
        Process process = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES))
                    .as("ends in time")
                    .isTrue();
            assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
