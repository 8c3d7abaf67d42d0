package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.web.Served.Answer;

/** A small evaluation of its own: too few tests for a verdict, and a ledger with names to thank. */
class SmallEvaluationTest {
    @TempDir
    Path folder;

    @Test
    void ratesWithoutAVerdictAreShownWithoutOne() throws IOException {
        Path file = folder.resolve("few.csv");
        Files.write(file, firstRateTests());
        Path evaluations = folder.resolve("evaluations");
        Served.evaluate(evaluations.resolve("few"), "signal-upgrade-2025", file);
        try (WebServer server = WebServer.start(WebOptions.of(evaluations, 0))) {
            List<String> rates = Served.get(server.url(), "/e/few/download/rates.csv")
                    .body()
                    .lines()
                    .filter(row -> row.startsWith("PLACE,") && row.contains(",ANY,"))
                    .toList();
            assertThat(rates).isNotEmpty().allSatisfy(row -> assertThat(row).contains(",,模拟数据"));
            Answer page =
                    Served.get(server.url(), "/e/few/place?id=" + rates.get(0).split(",")[1]);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body().strip()).endsWith("</html>").contains("速率");
        }
    }

    @Test
    void whomTheLedgerThanksStandsAtTheFootOfAPageAndInFiles() throws IOException {
        Path file = folder.resolve("few.csv");
        Files.write(file, firstRateTests());
        Path evaluations = folder.resolve("evaluations");
        Served.evaluate(evaluations.resolve("few"), "signal-upgrade-2025", file);
        Files.writeString(evaluations.resolve("few/input/ledger/ATTRIBUTION.txt"), "© <b>Somebody</b>\n");
        try (WebServer server = WebServer.start(WebOptions.of(evaluations, 0))) {
            assertThat(Served.get(server.url(), "/e/few").body()).contains("© &lt;b&gt;Somebody&lt;/b&gt;");
            assertThat(Served.get(server.url(), "/e/few/download/places.geojson")
                            .body())
                    .contains("© <b>Somebody</b>");
        }
    }

    private static List<String> firstRateTests() throws IOException {
        Path all = Served.SAMPLES.resolve("service.csv.gz");
        try (BufferedReader rows = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(all)), StandardCharsets.UTF_8))) {
            return rows.lines()
                    .filter(row -> row.startsWith("observed_at") || row.contains(",RATE,"))
                    .limit(6)
                    .toList();
        }
    }
}
