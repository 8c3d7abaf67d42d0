package org.signalup.cli.internal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.signalup.cli.house.House;
import org.signalup.domain.Language;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows.ProgressRow;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeReader;

class ProgressTablesTest {
    private static final OptionalDouble NONE = OptionalDouble.empty();

    @Test
    void aProvinceWithGoalsOfItsOwnIsHeldAgainstThem() {
        List<ProgressRow> rows = List.of(
                rate("370000", OptionalDouble.of(230)), rate("110000", NONE), rate("CN", OptionalDouble.of(220)));
        assertThat(printed(rows).lines().filter(line -> line.contains("下行均值")))
                .hasSize(2)
                .anyMatch(line -> line.contains("下行均值接入速率 (Mbit/s)  ") && line.contains("220.0"))
                .anyMatch(line -> line.contains("下行均值接入速率 (Mbit/s) · 山东省") && line.contains("230.0"));
    }

    private static String printed(List<ProgressRow> rows) {
        Path programme = House.root().resolve("programme");
        Programme shandong = ProgrammeReader.read(programme, List.of(programme.resolve("overlays/shandong")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Terminal terminal = Terminal.piped(out, OutputStream.nullOutputStream());
        new ProgressTables(terminal, new Names(shandong, Language.ZH)).print(rows);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ProgressRow rate(String region, OptionalDouble goal) {
        return new ProgressRow(
                "mean-rate-dl",
                region,
                "ALL",
                "MBPS",
                goal,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                OptionalDouble.of(225),
                OptionalDouble.of(221),
                OptionalDouble.of(229),
                OptionalLong.of(100),
                Optional.of(Verdict.PASS));
    }
}
