package org.signalup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.cli.house.House;

/** The shell script {@code signalup}, in a house of its own with a Java that only tells how it was called. */
class LauncherTest {
    @TempDir
    Path folder;

    private Path house;
    private Path java;

    @BeforeEach
    void build() throws IOException {
        house = Files.createDirectories(folder.resolve("a house 升格"));
        Files.copy(House.root().resolve("signalup"), house.resolve("signalup"));
        assertThat(house.resolve("signalup").toFile().setExecutable(true)).isTrue();
        Files.createDirectories(house.resolve("lib"));
        Files.createFile(house.resolve("lib/signalup.jar"));
        java = folder.resolve("jdk");
        javaOfVersion("17.0.15");
    }

    @Test
    void worksFromAnywhereThroughLinksAndWithBlanksInThePath() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a house 升格", "signalup"));
        Path second = Files.createSymbolicLink(folder.resolve("second link"), link);
        Run run = launch(Map.of(), second.toString(), "standard", "explain", "two words");
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .contains(
                        "-Dsignalup.home=" + house.toRealPath(),
                        house.toRealPath().resolve("lib/signalup.jar").toString(),
                        "org.signalup.cli.Main",
                        "standard",
                        "explain",
                        "two words")
                .contains("-XX:TieredStopAtLevel=1", "-Dsignalup.tty.out=false", "-Dsignalup.tty.err=false");
    }

    @Test
    void longRunsGetTheFullCompilerAndTheCallersOptionsComeLast() {
        Run run = launch(
                Map.of("JAVA_OPTS", "-Xmx7g -Dmine=1"),
                house.resolve("signalup").toString(),
                "evaluate");
        List<String> words = run.out().lines().toList();
        assertThat(words).contains("-Xmx7g", "-Dmine=1").doesNotContain("-XX:TieredStopAtLevel=1");
        assertThat(words.indexOf("-Xmx7g")).isGreaterThan(words.indexOf("-Xmx1500m"));
    }

    @Test
    void sparkHasAClassPathOfItsOwnAndTheOpeningsItNeeds() throws IOException {
        Files.createDirectories(house.resolve("lib/spark"));
        Files.createFile(house.resolve("lib/spark/signalup-submit.jar"));
        for (String[] words :
                new String[][] {{"evaluate", "--engine", "spark"}, {"evaluate", "--engine=Spark"}, {"lake", "stream"}
                }) {
            List<String> command =
                    new ArrayList<>(List.of(house.resolve("signalup").toString()));
            command.addAll(List.of(words));
            Path lib = house.toRealPath().resolve("lib/spark");
            assertThat(launch(Map.of(), command.toArray(String[]::new)).out().lines())
                    .contains(lib.resolve("signalup-submit.jar") + ":" + lib + "/*")
                    .contains("--add-opens=java.base/java.nio=ALL-UNNAMED", "-Xmx2g");
        }
    }

    @Test
    void withoutSparkAndWithoutMavenItSaysSo() throws IOException {
        Run run = launch(pathWithoutMaven(), house.resolve("signalup").toString(), "evaluate", "--engine", "spark");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("没有 lib/spark", "lib/spark (the Spark engine) is not here");
    }

    @Test
    void nativeAccessIsAllowedWhereJavaAsksForIt() throws IOException {
        assertThat(launch(Map.of(), house.resolve("signalup").toString()).out()).doesNotContain("native-access");
        javaOfVersion("25");
        assertThat(launch(Map.of(), house.resolve("signalup").toString()).out())
                .contains("--enable-native-access=ALL-UNNAMED");
    }

    @Test
    void olderJavaIsRefusedWithTheVersionFound() throws IOException {
        javaOfVersion("11.0.2");
        Run run = launch(Map.of(), house.resolve("signalup").toString(), "demo");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("需要 Java 17", "Java 17 or newer is needed", "11.0.2");
    }

    @Test
    void withoutABuildAndWithoutMavenItSaysSo() throws IOException {
        Files.delete(house.resolve("lib/signalup.jar"));
        Run run = launch(pathWithoutMaven(), house.resolve("signalup").toString(), "demo");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Maven (mvn) was not found. Install Maven 3.8 or newer");
    }

    @Test
    void ofSeveralStartedAtOnceOneBuildsAndTheOthersWait() throws IOException {
        Files.delete(house.resolve("lib/signalup.jar"));
        Path maven = Files.createDirectories(folder.resolve("maven")).resolve("mvn");
        Files.writeString(maven, """
                #!/bin/sh
                echo built >>built.log
                sleep 1
                mkdir lib
                touch lib/signalup.jar
                """);
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        Map<String, String> path = Map.of("PATH", maven.getParent() + ":" + System.getenv("PATH"));
        List<CompletableFuture<Run>> runs = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> launch(path, house.resolve("signalup").toString(), "demo"),
                        work -> new Thread(work).start()))
                .limit(3)
                .toList();
        assertThat(runs).extracting(run -> run.join().exitCode()).containsOnly(0);
        assertThat(house.resolve("built.log")).hasContent("built");
    }

    private Map<String, String> pathWithoutMaven() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("sh", "dirname", "readlink", "sed", "find", "head", "cut", "stty", "rm", "printf")) {
            Path found = Path.of("/usr/bin", tool);
            Files.createSymbolicLink(tools.resolve(tool), Files.exists(found) ? found : Path.of("/bin", tool));
        }
        return Map.of("PATH", tools.toString());
    }

    private void javaOfVersion(String version) throws IOException {
        Path program = java.resolve("bin/java");
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private Run launch(Map<String, String> environment, String... command) {
        return Run.of(folder, List.of(command), builder -> {
            builder.environment().put("JAVA_HOME", java.toString());
            builder.environment().remove("JAVA_OPTS");
            builder.environment().putAll(environment);
        });
    }
}
