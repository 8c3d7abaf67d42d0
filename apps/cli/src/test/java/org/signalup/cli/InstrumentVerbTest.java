package org.signalup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.cli.internal.terminal.Terminal;

/** Two instruments side by side, as somebody at a command line compares them. */
class InstrumentVerbTest {
    private static final String HEADER = "observed_at,lon,lat,crs,operator,rat,instrument_id,rsrp_dbm,sinr_db\n";
    private static final int MINUTES = 40;

    @TempDir
    Path folder;

    @Test
    void twoFilesAreComparedSaidAndWritten() throws IOException {
        Path out = folder.resolve("out");
        Run run = compare(
                "--reference", file("a.csv", "A", 0), "--other", file("b.csv", "B", 1), "--out", out.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(
                        "samples: 80 rows read, 0 refused",
                        "b.csv",
                        "agrees",
                        "1.00 [1.00, 1.00]",
                        "proposed correction (applied nowhere) b.csv rsrp_dbm -1.00");
        assertThat(run.out()).contains("sinr_db: the policy has no limits for this quantity");

        List<String> rows = Files.readAllLines(out.resolve("comparison.csv"));
        assertThat(rows.get(0))
                .startsWith("reference,other,quantity,pairs,first,last,bias_db,bias_low,bias_high,sd_db,");
        assertThat(rows.get(1)).startsWith("a.csv,b.csv,rsrp_dbm,40,2025-07-18,2025-07-18,1.000,1.000,1.000,0.000,");
        assertThat(rows.get(1)).endsWith(",2025-07-18,ACCEPTED,true,");
        assertThat(Files.readAllLines(out.resolve("pairs.csv"))).hasSize(1 + 2 * MINUTES);
        assertThat(Files.readAllLines(out.resolve("drift.csv"))).hasSize(3);
        assertThat(Files.readString(out.resolve("comparison.json"))).contains("\"bias_db\" : 1.000", "\"a.csv\" : \"");
        assertThat(Files.readString(out.resolve("report.html"))).contains("<svg", "Bland–Altman", "b.csv");
    }

    @Test
    void oneFileWithBothIsToldApartByInstrument() throws IOException {
        Path both = folder.resolve("both.csv");
        Files.writeString(both, HEADER + rows("A", 0) + rows("B", 3));
        String[] words = {"--by", "instrument_id", "--samples", both.toString(), "--reference", "A", "--other"};
        Run run = compare(with(words, "B"));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("does not agree", "bias 3.00 dB beyond ±2.00 dB");

        Run absent = compare(with(words, "C"));
        assertThat(absent.exitCode()).isEqualTo(1);
        assertThat(absent.err()).contains("INSTRUMENT_ABSENT", "the files have: A B");
    }

    @Test
    void anEnScoreNeedsBothUncertaintiesAndATwinFileIsRefused() throws IOException {
        String a = file("a.csv", "A", 0);
        String b = file("b.csv", "B", 1);
        Run scored = compare("--reference", a, "--other", b, "--uncertainty", "0.3", "--reference-uncertainty", "0.4");
        assertThat(scored.out()).contains("En score 2.00 above 1.00");
        Run half = compare("--reference", a, "--other", b, "--uncertainty", "0.3");
        assertThat(half.exitCode()).isEqualTo(2);
        assertThat(half.err()).contains("go together");
        Run twin = compare("--reference", a, "--other", file("twin.csv", "A", 0));
        assertThat(twin.exitCode()).isEqualTo(1);
        assertThat(twin.err()).contains("SAME_FILE");
    }

    @Test
    void aFolderWithSomethingInItIsLeftAsItIs() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        Run run = compare(
                "--reference", file("a.csv", "A", 0), "--other", file("b.csv", "B", 1), "--out", folder.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is not empty");
        assertThat(folder.resolve("mine.txt")).exists();
    }

    private String file(String name, String instrument, double differenceDb) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, HEADER + rows(instrument, differenceDb));
        return file.toString();
    }

    /** A reading every minute at one spot, the second instrument ten seconds later. */
    private static String rows(String instrument, double differenceDb) {
        StringBuilder rows = new StringBuilder();
        Instant start = Instant.parse("2025-07-18T01:00:00Z").plusSeconds(instrument.equals("A") ? 0 : 10);
        for (int minute = 0; minute < MINUTES; minute++) {
            rows.append(start.plusSeconds(60L * minute))
                    .append(",116.4,39.9,WGS84,CMCC,5G,")
                    .append(instrument)
                    .append(',')
                    .append(-80 - minute % 7 + differenceDb)
                    .append(",10\n");
        }
        return rows.toString();
    }

    private static String[] with(String[] words, String last) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add(last);
        return all.toArray(String[]::new);
    }

    private static Run compare(String... more) {
        List<String> words = new ArrayList<>(List.of("instrument", "compare", "--lang", "en"));
        words.addAll(List.of(more));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(words.toArray(String[]::new), Map.of(), Terminal.piped(out, err));
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
