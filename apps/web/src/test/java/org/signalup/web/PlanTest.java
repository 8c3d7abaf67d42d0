package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.evaluate.ResultTables;
import org.signalup.web.Served.Answer;

/** 下一步测什么 over the town. */
class PlanTest {
    private static final Pattern STOP = Pattern.compile("<b class=\"number\">(\\d+)</b>");
    private static final Pattern WAY_POINT = Pattern.compile("<wpt lat=\"([0-9.]+)\" lon=\"([0-9.]+)\"");

    @TempDir
    Path spill;

    private static List<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(group))
                .toList();
    }

    private long places(String condition) {
        try (Engine engine = DuckDbEngine.open(1, "200MB", spill)) {
            return ResultTables.of(Served.folder("town"), engine)
                    .number(
                            "SELECT COUNT(DISTINCT k.place_id) FROM plan AS p JOIN ledger_point AS k ON p.target = k.point_id"
                                    + " WHERE k.place_id IS NOT NULL" + condition);
        }
    }

    @Test
    void everyPlaceOfThePlanIsAStopOfSomeDay() {
        long places = places("");
        assertThat(places).isGreaterThan(3);
        Answer page = Served.get("/e/town/plan");
        assertThat(page.status()).isEqualTo(200);
        assertThat(found(STOP, page.body(), 1)).hasSize((int) places);
        Answer first = Served.get("/e/town/plan?stops=2");
        assertThat(found(STOP, first.body(), 1)).containsExactly("1", "2");
        assertThat(first.body()).contains("共 " + (places + 1) / 2 + " 天").contains("后一天");
    }

    @Test
    void aFilterChoosesPlaces() {
        long places = places(" AND p.operator = 'CMCC'");
        assertThat(places).isLessThan(places(""));
        assertThat(found(STOP, Served.get("/e/town/plan?operator=CMCC").body(), 1))
                .hasSize((int) places);
        assertThat(Served.get("/e/town/plan?q=nothing-is-called-so").body()).contains("没有需要补测");
    }

    @Test
    void linesSayHowLongTheirOpenStretchesAre() {
        assertThat(Served.get("/e/town/plan").body()).contains("需要补测的线路").contains("模拟航道");
        assertThat(Served.get("/e/town/plan?lang=en").body())
                .contains("Lines that need tests")
                .contains("runs");
        Served.get("/e/town/plan?lang=zh");
    }

    @Test
    void theFilesHoldTheTourOfThePage() {
        long places = places("");
        Answer gpx = Served.get("/e/town/plan/tour.gpx");
        assertThat(gpx.contentType()).contains("gpx+xml");
        assertThat(found(WAY_POINT, gpx.body(), 1)).hasSize((int) places);
        assertThat(Served.get("/e/town/plan/tour.kml").body())
                .contains("<LineString>")
                .contains("模拟数据");
        Answer csv = Served.get("/e/town/plan/tour.csv?stops=3&day=2");
        assertThat(csv.contentType()).contains("text/csv");
        assertThat(csv.body().lines()).hasSize(1 + (int) Math.min(3, places - 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plan?stops=1",
                "plan?stops=41",
                "plan?day=0",
                "plan?stops=many",
                "plan?page=-1",
                "plan?operator=%00",
                "plan/tour.exe",
                "plan/tour.gpx?stops=0",
                "plan/tour.gpx?day=999999999999",
            })
    void aHostileRequestIsAnsweredInWords(String path) {
        Answer answer = Served.get("/e/town/" + path);
        assertThat(answer.status()).as(path).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("at org.");
    }

    @Test
    void aDayBeyondTheLastIsTheLast() {
        assertThat(Served.get("/e/town/plan?stops=3&day=3000").status()).isEqualTo(200);
        assertThat(Served.get("/e/town/plan/tour.csv?stops=3&day=3000")
                        .body()
                        .lines()
                        .count())
                .isGreaterThan(1);
    }
}
