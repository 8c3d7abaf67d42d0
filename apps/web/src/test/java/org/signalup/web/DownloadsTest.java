package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalup.web.Served.Answer;

/** What leaves the pages as a file is what the evaluation holds. */
class DownloadsTest {
    private static final Pattern DOWNLOAD = Pattern.compile("href=\"(/e/town/download/[^\"]+)\"");

    static Stream<String> offered() {
        return DOWNLOAD.matcher(Served.get("/e/town/downloads").body())
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"));
    }

    @ParameterizedTest
    @MethodSource("offered")
    void everythingOfferedCanBeHad(String link) {
        Answer answer = Served.get(link);
        assertThat(answer.status()).as(link).isEqualTo(200);
        assertThat(answer.body()).as(link).isNotEmpty();
    }

    @Test
    void everyTableComesAsCsvAndWorkbookAndThoseThatLieSomewhereAsLayers() {
        assertThat(offered())
                .hasSize(15 * 2 + 5 * 3)
                .contains("/e/town/download/bins.zip", "/e/town/download/plan.xlsx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "places",
                "points",
                "bins",
                "sections",
                "lines",
                "rates",
                "quantiles",
                "progress",
                "plan",
                "source_agreement",
                "source_disagreements"
            })
    void aWholeTableHasTheRowsOfItsContractFileInItsOrderAndSaysThatDataAreSimulated(String table) {
        List<String> contract =
                Served.get("/e/town/file/" + table + ".csv").body().lines().toList();
        List<String> download =
                Served.get("/e/town/download/" + table + ".csv").body().lines().toList();
        String columns = contract.get(0);
        assertThat(download).hasSameSizeAs(contract);
        assertThat(download.get(0)).startsWith(columns).endsWith(",data");
        assertThat(download.subList(1, download.size()))
                .allSatisfy(row -> assertThat(row).endsWith("模拟数据 simulated"));
        assertThat(firstCells(download)).isEqualTo(firstCells(contract));
    }

    private static List<String> firstCells(List<String> rows) {
        return rows.stream().map(row -> row.replaceFirst(",.*", "")).toList();
    }

    @Test
    void aFilteredDownloadHoldsWhatTheListShows() {
        List<String> failed = Served.get("/e/town/download/places.csv?operator=CMCC&verdict=FAIL")
                .body()
                .lines()
                .skip(1)
                .toList();
        long contract = Served.get("/e/town/file/places.csv")
                .body()
                .lines()
                .filter(row -> row.contains(",CMCC,FAIL,"))
                .count();
        assertThat(failed).hasSize((int) contract).isNotEmpty().allMatch(row -> row.contains(",CMCC,FAIL,"));
    }

    @Test
    void aLayerHoldsOneOperatorAndOneNetworkRow() {
        String layer = Served.get("/e/town/download/lines.geojson?operator=CTCC&rat=5G")
                .body();
        assertThat(layer).contains("\"operator\":\"CTCC\"").doesNotContain("\"operator\":\"ALL\"");
        assertThat(layer).contains("\"rat\":\"5G\"").doesNotContain("\"rat\":\"ANY\"");
        assertThat(layer).contains("LineString").contains("模拟数据");
    }

    @Test
    void filesOfTheEvaluationAreServedAsTheyAre() {
        assertThat(Served.get("/e/town/file/summary.json").contentType()).startsWith("application/json");
        assertThat(Served.get("/e/town/file/standard.yml").body()).contains("signal-upgrade-2025");
        assertThat(Served.get("/e/town/file/manifest.json").body()).contains("points.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/e/town/download/nothing.csv",
                "/e/town/download/rates.kml",
                "/e/town/download/places.exe",
                "/e/town/download/match.csv",
                "/e/town/file/nothing.csv",
                "/e/town/file/..%2f..%2fpom.xml",
                "/e/town/file/%2e%2e",
                "/e/town/download/places.csv?verdict=GOOD",
            })
    void whatIsNotOfferedIsRefusedInWords(String path) {
        Answer answer = Served.get(path);
        assertThat(answer.status()).as(path).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("Exception");
    }
}
