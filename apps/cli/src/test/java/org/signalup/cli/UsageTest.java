package org.signalup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalup.cli.internal.terminal.Terminal;

class UsageTest {
    @TempDir
    Path folder;

    @Test
    void unknownVerbNamesThePossibilities() {
        Said said = run("evalaute");
        assertThat(said.exitCode).isEqualTo(2);
        assertThat(said.err)
                .contains(
                        "没有动词 evalaute；可用：demo evaluate serve ledger lake standard profile instrument template backup restore purge audit help");
    }

    @Test
    void noVerbNamesThePossibilities() {
        Said said = run("--lang", "en");
        assertThat(said.exitCode).isEqualTo(2);
        assertThat(said.err)
                .contains(
                        "a verb is missing; there are: demo evaluate serve ledger lake standard profile instrument template backup restore purge audit help");
    }

    @Test
    void groupWithoutVerbNamesItsOwn() {
        Said said = run("standard", "--lang", "en");
        assertThat(said.exitCode).isEqualTo(2);
        assertThat(said.err).contains("there are: check explain spec");
    }

    @Test
    void missingOptionsAreNamedAllAtOnce() {
        Said said = run("evaluate", "--crs", "WGS84", "--lang", "en");
        assertThat(said.exitCode).isEqualTo(2);
        assertThat(said.err).contains("missing:", "--ledger DIR", "--samples PATH", "--standard ID|FILE", "--out DIR");
    }

    /** An empty word is what a script gives whose variable is not set; it is no name of the current folder. */
    @ParameterizedTest
    @CsvSource({
        "--lake,lake list",
        "--lake,lake compact",
        "--ledger,evaluate --lake k --standard x --out o",
        "DIR,ledger check"
    })
    void noFolderIsNamedByAnEmptyWord(String option, String verb) {
        List<String> words = new ArrayList<>(List.of(verb.split(" ")));
        if (option.startsWith("--")) {
            words.add(option);
        }
        words.addAll(List.of("", "--lang", "en"));
        Said said = run(words.toArray(String[]::new));
        assertThat(said.exitCode).isEqualTo(2);
        assertThat(said.err).containsPattern(option + ".*: an empty word names no file or folder");
    }

    @Test
    void samplesComeFromFilesOrFromALakeNotFromBoth() {
        Said said = run(
                "evaluate",
                "--ledger",
                "l",
                "--samples",
                "s",
                "--lake",
                "k",
                "--standard",
                "x",
                "--out",
                "o",
                "--lang",
                "en");
        assertThat(said.exitCode).isEqualTo(2);
        assertThat(said.err).contains("only one of these can be given: --samples PATH, --lake DIR");
    }

    @Test
    void aLakeTakesNoProfileBecauseItsFilesHaveBeenRead() {
        Said said = run(
                "evaluate",
                "--ledger",
                "l",
                "--lake",
                "k",
                "--crs",
                "WGS84",
                "--standard",
                "x",
                "--out",
                "o",
                "--lang",
                "en");
        assertThat(said.exitCode).isEqualTo(2);
        assertThat(said.err).contains("--profile, --crs", "when they were added");
    }

    @Test
    void unknownOptionNamesTheKnownOnes() {
        Said said = run("demo", "--loud");
        assertThat(said.exitCode).isEqualTo(2);
        assertThat(said.err).contains("不认识的参数 --loud", "--out", "--quiet");
    }

    @Test
    void aTakenPortIsSaidBeforeAnythingIsEvaluated() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path out = folder.resolve("demo-out");
            Said said = run("demo", "--out", out.toString(), "--port", "" + taken.getLocalPort());
            assertThat(said.exitCode).isEqualTo(1);
            assertThat(said.err).contains("127.0.0.1:" + taken.getLocalPort(), "端口已被占用；请用 --port 换一个");
            assertThat(said.out).isEmpty();
            assertThat(out).doesNotExist();
        }
    }

    @Test
    void aPortThatIsNoneIsRefused() {
        Said said = run("serve", "--evaluations", folder.toString(), "--port", "99999", "--lang", "en");
        assertThat(said.exitCode).isEqualTo(1);
        assertThat(said.err).contains("99999", "a port from 0 to 65535");
    }

    @Test
    void anEngineThatIsNotHereIsSaidBeforeAnythingIsRead() {
        Said said = evaluate("--engine", "spark", "--master", "local[2]");
        assertThat(said.exitCode).isEqualTo(1);
        assertThat(said.err).contains("engine spark is not here", "lib/spark");
    }

    @Test
    void enginesAndMastersThatNobodyHasAreUsageErrors() {
        assertThat(evaluate("--engine", "sparks").err).contains("--engine: sparks (expected: duckdb or spark)");
        assertThat(evaluate("--engine", "spark", "--master", "localhost:7077").err)
                .contains("--master: localhost:7077 (expected: local[*]");
        Said said = evaluate("--master", "local[2]");
        assertThat(said.err).contains("--master goes with --engine spark");
        assertThat(said.exitCode).isEqualTo(2);
    }

    @Test
    void wrongDateSaysWhatIsExpected() {
        Said said = evaluate("--from", "2025-02-30");
        assertThat(said.exitCode).isEqualTo(2);
        assertThat(said.err).contains("--from: 2025-02-30 (expected: a date such as 2025-06-30)");
    }

    @Test
    void periodMustNotEndBeforeItBegins() {
        Said said = evaluate("--from", "2025-03-01", "--to", "2025-02-01");
        assertThat(said.exitCode).isEqualTo(2);
        assertThat(said.err).contains("--to: 2025-02-01 (expected: not before --from 2025-03-01)");
    }

    @Test
    void todayMustNotBeBeforeThePeriod() {
        Said said = evaluate("--from", "2025-03-01", "--as-of", "2025-02-01");
        assertThat(said.exitCode).isEqualTo(2);
        assertThat(said.err).contains("--as-of: 2025-02-01 (expected: not before --from 2025-03-01)");
    }

    @Test
    void threadsAndMemoryAreRead() {
        assertThat(evaluate("--threads", "0").err).contains("--threads: 0 (expected: a whole number from 1 to 1024)");
        assertThat(evaluate("--memory-limit", "lots").err)
                .contains("--memory-limit: lots (expected: for example 800MB or 2GB)");
    }

    @Test
    void unknownLanguageIsAUsageError() {
        Said said = run("demo", "--lang", "fr");
        assertThat(said.exitCode).isEqualTo(2);
        assertThat(said.err).contains("--lang: fr（应为 zh 或 en）");
    }

    @Test
    void helpSpeaksChineseUnlessToldOtherwise() {
        assertThat(run("--help").out).contains("用法：signalup", "评测随附的示例");
        assertThat(run("--help", "--lang", "en").out).contains("Usage: signalup");
        assertThat(runIn(Map.of("SIGNALUP_LANG", "en"), "help", "ledger", "check").out)
                .contains("Usage: signalup ledger check");
    }

    @Test
    void versionIsOneLine() {
        Said said = run("--version");
        assertThat(said.exitCode).isZero();
        assertThat(said.out).startsWith("signalup ").hasLineCount(1);
    }

    @Test
    void processEndsWithTheSameCodeAndWords() {
        Run run = Run.of(folder, "ledger", "chekc");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("没有动词 chekc；可用：check");
    }

    private Said evaluate(String... options) {
        List<String> words = new ArrayList<>(List.of("evaluate", "--lang", "en", "--ledger", "l", "--samples", "s"));
        words.addAll(List.of("--standard", "x", "--out", folder.resolve("out").toString()));
        words.addAll(List.of(options));
        return run(words.toArray(String[]::new));
    }

    private static Said run(String... arguments) {
        return runIn(Map.of(), arguments);
    }

    private static Said runIn(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(arguments, environment, Terminal.piped(out, err));
        return new Said(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private record Said(int exitCode, String out, String err) {}
}
