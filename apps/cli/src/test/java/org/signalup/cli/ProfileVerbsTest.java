package org.signalup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.cli.internal.terminal.Terminal;

/** From a table nobody knows to a profile that reads it. */
class ProfileVerbsTest {
    @TempDir
    Path folder;

    @Test
    void aDraftIsShownWrittenOnceAndTried() throws IOException {
        Path table = folder.resolve("t.csv");
        Files.writeString(table, """
                Time,GPS Lon,GPS Lat,Carrier,Network Type,SS-RSRP,IMEI
                2025-07-18 08:00:00,116.4,39.9,CMCC,5G,-80,860000000000001
                2025-07-18 08:00:01,116.4,39.9,Nobody,5G,-80,860000000000001
                """);
        Run shown = profile("draft", table.toString());
        assertThat(shown.out()).contains("rsrp_dbm", "observed_at", "coordinate system: WGS84 (to be checked");
        assertThat(shown.out()).doesNotContain("86000000");

        String out = folder.resolve("own.yml").toString();
        assertThat(profile("draft", table.toString(), "--out", out, "--id", "own")
                        .exitCode())
                .isZero();
        assertThat(profile("draft", table.toString(), "--out", out).err()).contains("OUT_EXISTS");

        Run tried = profile("check", out, table.toString());
        assertThat(tried.exitCode()).isZero();
        assertThat(tried.out())
                .contains("2: observed_at=2025-07-18T00:00:00Z  lon=116.4  lat=39.9")
                .contains("✗ Carrier operator not in the programme's list [OPERATOR_UNKNOWN]")
                .contains("first rows: 2, refused: 1");
    }

    private static Run profile(String verb, String... more) {
        List<String> words = new ArrayList<>(List.of("profile", verb, "--lang", "en"));
        words.addAll(List.of(more));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(words.toArray(String[]::new), Map.of(), Terminal.piped(out, err));
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
