package org.signalup.cli.internal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.signalup.cli.internal.terminal.Table.Cell;
import org.signalup.domain.Language;

class TableTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void chineseTakesTwoColumnsPerCharacter() {
        assertThat(DisplayWidth.of("场所A")).isEqualTo(5);
        assertThat(DisplayWidth.of("é")).isEqualTo(1);
        assertThat(DisplayWidth.fit("中国移动通信", 7)).isEqualTo("中国移…");
        assertThat(DisplayWidth.fit("中国", 4)).isEqualTo("中国");
    }

    @Test
    void columnsOfMixedScriptsAlign() {
        Table.of(1, "运营商", "n")
                .row(List.of(Cell.of("移动"), Cell.of(12)))
                .row(List.of(Cell.of("Orange"), Cell.of(1234)))
                .print(Terminal.piped(out, out));
        assertThat(text()).isEqualTo("""
                          运营商      n
                          移动       12
                          Orange  1,234
                        """);
    }

    @Test
    void pipedTableHasNoControlCharactersEvenFromNames() {
        Table.of(1, "name").row(List.of(new Cell("a\u001b[31mb\tc", Style.BAD))).print(Terminal.piped(out, out));
        assertThat(text().chars().filter(c -> c < ' ' && c != '\n').count()).isZero();
    }

    @Test
    void coloursAppearOnlyOnATerminalThatWantsThem() {
        Table.of(1, "v").row(List.of(new Cell("FAIL", Style.BAD))).print(terminal(true));
        assertThat(text()).contains("\u001b[31mFAIL\u001b[0m");
        out.reset();
        Table.of(1, "v").row(List.of(new Cell("FAIL", Style.BAD))).print(terminal(false));
        assertThat(text()).doesNotContain("\u001b");
    }

    @Test
    void progressSaysPhaseRowsRateAndTimeLeft() {
        String line = ProgressLine.describe("读取采样", 1_200_000, 3_000_000, Duration.ofSeconds(2), Language.ZH);
        assertThat(line).isEqualTo("读取采样  1,200,000 / 3,000,000 (40%)  2.0 s  600,000/s  还需 3 s");
        assertThat(ProgressLine.describe("match", 0, 0, Duration.ofMillis(1500), Language.EN))
                .isEqualTo("match  1.5 s");
    }

    @Test
    void progressOfAFileOfUnknownLengthCountsRowsAndKnowsItsEndByBytes() {
        assertThat(ProgressLine.describe("读取采样", 130, 520, 1_000_000, Duration.ofSeconds(2), Language.ZH))
                .isEqualTo("读取采样  1,000,000 行 (25%)  2.0 s  500,000/s  还需 6 s");
        assertThat(ProgressLine.describe("read samples", 520, 520, 4, Duration.ofMillis(900), Language.EN))
                .isEqualTo("read samples  4 rows (100%)  0.9 s");
    }

    @Test
    void progressIsSilentWhenPipedAndErasesItsLineOnATerminal() {
        try (ProgressLine piped = ProgressLine.start(Terminal.piped(out, out), Language.EN, false)) {
            piped.progress(org.signalup.domain.Text.same("read"), 1, 2);
        }
        assertThat(text()).isEmpty();
        try (ProgressLine shown = ProgressLine.start(terminal(true), Language.EN, false)) {
            shown.progress(org.signalup.domain.Text.same("read"), 1, 2);
        }
        assertThat(text()).startsWith("\r\u001b[K").contains("read  1 / 2 (50%)");
    }

    private Terminal terminal(boolean colours) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Terminal(stream, stream, true, true, colours, 80);
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
