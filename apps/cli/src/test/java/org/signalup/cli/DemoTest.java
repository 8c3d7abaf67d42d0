package org.signalup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalup.cli.house.House;

/**
 * The shipped examples from end to end, and the transcript of the README: it is rewritten from the real run, and the
 * test fails when that changed it. Commit the difference if it is meant.
 */
class DemoTest {
    private static final String END = "<!-- transcript ends -->";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"zh, README.md, == 模拟镇", "en, README.en.md, == Invented town"})
    void shippedSamplesAreEvaluatedAndTheReadmeShowsIt(String language, String readme, String shownFrom)
            throws IOException {
        Run run = Run.of(folder, "demo", "--no-serve", "--only", "dakar,jiading,town", "--lang", language);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        for (String example : List.of("dakar", "jiading", "town")) {
            assertThat(folder.resolve("demo-out").resolve(example).resolve("report.html"))
                    .isNotEmptyFile();
        }
        assertThat(run.out().chars().filter(c -> c < ' ' && c != '\n').count()).isZero();

        Path file = House.root().resolve(readme);
        String before = Files.readString(file);
        String command = language.equals("en")
                ? "$ ./signalup demo --only dakar,jiading,town --no-serve --lang en\n"
                : "$ ./signalup demo --only dakar,jiading,town --no-serve\n";
        String shown = run.out().substring(run.out().indexOf(shownFrom)).replace(folder.toRealPath() + "/", "…/");
        String now = withTranscript(before, "```\n" + command + "…\n" + shown + "```\n");
        Files.writeString(file, now);
        assertThat(before)
                .as(readme + " showed an older run and has been rewritten")
                .isEqualTo(now);
    }

    private static String withTranscript(String document, String transcript) {
        int from = document.indexOf('\n', document.indexOf("<!-- transcript: demo")) + 1;
        int to = document.indexOf(END);
        assertThat(to).as("the place of the transcript").isGreaterThanOrEqualTo(from);
        return document.substring(0, from) + transcript + document.substring(to);
    }
}
