package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.web.Crawl.Page;
import org.signalup.web.Served.Answer;

/** The town measured once more by an app that sees less on some days, with an instrument whose certificate ran out on the fourth. */
class SourcesPageTest extends InABrowser {
    private static final int SOURCE = 12;
    private static final int DEVICE = 18;
    private static final int LEVEL = 20;
    private static final List<String> PAGES = List.of(
            "/e/beside/sources",
            "/e/beside/sources?object=LINE&id=SIM-L1",
            "/e/beside/place?id=SIM-P01",
            "/e/beside/line?id=SIM-L1");

    @TempDir
    static Path folder;

    private static WebServer server;

    @BeforeAll
    static void serve() throws IOException {
        List<String> rows = new ArrayList<>(rows("walk.csv.gz", "observed_at|SIM-P0[1-4]-"));
        rows.addAll(rows("drive.csv.gz", "SIM-L1-"));
        List<String> seenByApp =
                rows.stream().skip(1).map(SourcesPageTest::byApp).toList();
        rows.addAll(seenByApp);
        Files.write(folder.resolve("beside.csv"), rows);
        Path ledger = Files.createDirectories(folder.resolve("ledger"));
        try (Stream<Path> files = Files.list(Served.LEDGER)) {
            for (Path file : files.toList()) {
                Files.copy(file, ledger.resolve(file.getFileName()));
            }
        }
        Files.writeString(ledger.resolve("instruments.csv"), """
                instrument_id,certificate_no,valid_from,valid_to,compared_on,comparison
                SIM-INSTRUMENT,SIM-C1,2025-01-01,2025-09-04,2025-08-01,ACCEPTED
                """);
        Path evaluations = folder.resolve("evaluations");
        Served.evaluate(evaluations.resolve("beside"), "signal-upgrade-2025", folder.resolve("beside.csv"), ledger);
        server = WebServer.start(WebOptions.of(evaluations, 0));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static List<String> rows(String file, String holding) throws IOException {
        Pattern held = Pattern.compile(holding);
        try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Served.SAMPLES.resolve(file))), StandardCharsets.UTF_8))) {
            return rows.lines().filter(row -> held.matcher(row).find()).toList();
        }
    }

    /** The same as a phone of a user saw it: on uneven days nothing reached it well. */
    private static String byApp(String row) {
        String[] cells = row.split(",", -1);
        cells[SOURCE] = "APP";
        cells[DEVICE] += "-APP";
        if (!cells[LEVEL].isEmpty() && (row.startsWith("2025-09-01") || row.startsWith("2025-09-04"))) {
            cells[LEVEL] = "-125";
        }
        return String.join(",", Arrays.asList(cells));
    }

    private static String page(String path, String language) {
        Answer answer = Served.get(server.url(), path + (path.contains("?") ? "&" : "?") + "lang=" + language);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void sourcesAreComparedAtKeyPointsAndBinsAndTheOrderOfTheStandardIsStated() {
        assertThat(page(PAGES.get(0), "zh"))
                .contains("定点拨测", "室内步测", "关键点位", "里程段", "锁5G", "（以此为准）", "结论不同")
                .contains("/e/beside/line?id=", "/e/beside/place?id=", "source_disagreements.csv");
        assertThat(page(PAGES.get(2), "zh")).contains("来源对照", "id=\"agreement\"");
        List<String> differing = Served.get(server.url(), "/e/beside/download/source_disagreements.csv")
                .body()
                .lines()
                .toList();
        assertThat(differing).hasSizeGreaterThan(10).anyMatch(row -> row.startsWith("PLACE,SIM-P01,"));
        assertThat(Served.get(server.url(), "/e/beside/download/source_agreement.xlsx?operator=CMCC&verdict=FAIL")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aPlaceSaysWhatItLostToAnInstrumentAndWhy() {
        String lost = Served.get(server.url(), "/e/beside/download/instrument_refusals.csv")
                .body()
                .lines()
                .filter(row -> row.startsWith("PLACE,"))
                .findFirst()
                .orElseThrow();
        assertThat(lost).contains("SIM-INSTRUMENT,INSTRUMENT_EXPIRED");
        assertThat(page("/e/beside/place?id=" + lost.split(",")[1], "zh"))
                .contains("id=\"instruments\"", "采样仪表的证书已过期", "SIM-INSTRUMENT");
    }

    @Test
    void theirEnglishPagesHaveNoChineseButNames() {
        List<Page> pages = PAGES.stream()
                .map(path -> new Page(path, Jsoup.parse(page(path, "en"))))
                .toList();
        assertThat(Untranslated.of(pages)).isEmpty();
    }

    @Test
    void nobodyIsShutOutOfThemAndNoWidthMakesThemScrollSideways() {
        for (String path : PAGES) {
            for (int width : List.of(390, 1366)) {
                browser.size(width, 900);
                browser.driver().get(server.url() + path);
                browser.until("document.readyState === 'complete'");
                browser.picture("beside" + path.replaceAll("[^A-Za-z0-9]+", "-") + "-" + width);
                assertThat(browser.driver().executeScript("return document.documentElement.scrollWidth <= innerWidth"))
                        .as(path + " " + width)
                        .isEqualTo(true);
            }
            assertThat(Faults.serious(browser)).as(path).isEmpty();
        }
    }
}
