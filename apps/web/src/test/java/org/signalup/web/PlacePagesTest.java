package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalup.web.Served.Answer;

/** Lists and pages of places and lines, without a browser. */
class PlacePagesTest {
    @Test
    void theListHasTheWorstPlaceFirstAndSaysHowManyOperatorsPass() {
        String body = Served.get("/e/town/places").body();
        assertThat(body.indexOf("SIM-P13")).isPositive().isLessThan(body.indexOf("SIM-P02"));
        assertThat(body).contains("<b>2/3</b>").contains("共 15 条");
    }

    @Test
    void aFilterAndAStateNarrowTheList() {
        assertThat(Served.get("/e/town/places?operator=CMCC&verdict=FAIL").body())
                .contains("共 2 条");
        assertThat(Served.get("/e/town/places?state=open").body())
                .contains("SIM-P12")
                .doesNotContain("SIM-P13");
        assertThat(Served.get("/e/town/places?region=990100").body()).contains("共 15 条");
        assertThat(Served.get("/e/town/places?region=110000").body()).contains("没有符合筛选的场所");
    }

    @Test
    void aPlaceShowsVerdictsPointsExemptionsWhatIsMissingAndTheRule() {
        String body = Served.get("/e/town/place?id=SIM-P06").body();
        assertThat(body)
                .contains("模拟百货")
                .contains("不对外开放（模拟）")
                .contains("[13.0, 100.0 %]")
                .contains("样本或独立测次不足")
                .contains("用户主动测速")
                .contains("RSRP ≥ -105 dBm")
                .contains("/e/town-2024/place?id=SIM-P06");
    }

    @Test
    void aPlaceAndALineShowTheStepsThatTheirLevelsLieInAndTheirRatesAsTheyAre() {
        assertThat(Served.get("/e/town/place?id=SIM-P06").body())
                .contains("id=\"quantiles\"", "电平 RSRP", "信干噪比 SINR", "dBm", "下行速率")
                .containsPattern(">−[0-9]+5 ~ −[0-9]+0<");
        assertThat(Served.get("/e/town/line?id=SIM-L1").body())
                .contains("id=\"quantiles\"", "电平 RSRP")
                .containsPattern(">−[0-9]+0 ~ −[0-9]+5<");
    }

    @Test
    void aLineListsItsStretchesWithoutServiceAndZooms() {
        assertThat(Served.get("/e/town/line?id=SIM-L1").body())
                .contains("K5+000–K5+900")
                .contains("脱网")
                .contains("模拟大桥")
                .contains("<svg");
        assertThat(Served.get("/e/town/line?id=SIM-L1&from=K5&to=K6%2B000").body())
                .contains("value=\"K5+000\"")
                .contains("value=\"K6+000\"");
    }

    @Test
    void aLineListsOnlyTheStretchesOfTheWindowAndLeadsToItsMap() {
        String body = Served.get("/e/town/line?id=SIM-L1&from=K8&to=K10").body();
        assertThat(body)
                .contains("K8+900–K9+400")
                .doesNotContain("K5+000–K5+900")
                .containsPattern("/map\\?z=1[0-9]&amp;lat=");
    }

    @Test
    void aFailingPointIsToBeRepairedFirstAndSaysWhatIsWrong() {
        assertThat(Served.get("/e/town/place?id=SIM-P13").body())
                .contains("先整改，再复测")
                .contains("合格占比 55.0 %，目标 95.0 %；主要是干扰（216 / 480 个采样点）");
    }

    @Test
    void samplesSayFileRowLimitAndResultAndCanBeTakenAway() {
        assertThat(Served.get("/e/town/place/samples?id=SIM-P13&operator=CMCC").body())
                .contains("walk.csv.gz : 19217")
                .contains("−105 / −3")
                .contains("信干噪比低于限值");
        Answer csv = Served.get("/e/town/place/samples.csv?id=SIM-P13&operator=CMCC&point=SIM-P13-K1");
        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(csv.body().lines().skip(1))
                .isNotEmpty()
                .allMatch(row -> row.contains("SIM-P13-K1,CMCC") && row.endsWith("模拟数据 simulated"));
    }

    @Test
    void aDisputeShowsEveryOperatorOfTheDayWithTheRule() {
        assertThat(Served.get("/e/town/replay?place=SIM-P13").body())
                .contains("data-operator=\"CMCC\"")
                .contains("data-operator=\"CTCC\"")
                .contains("data-operator=\"CUCC\"")
                .contains("目标占比 95 %")
                .contains("共 590 条");
        assertThat(Served.get("/e/town/replay?line=SIM-L1&from=K5&to=K6").body())
                .contains("K5+000–K6+000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/e/town/place/samples?id=SIM-P12&kind=test&lang=en",
                "/e/town/replay?place=SIM-P12",
                "/e/town/places?page=7",
                "/e/town/places?q=%27%3B--%3Cscript%3E&sort=best&lang=en",
                "/e/town/place?id=SIM-P12&rat=4G",
                "/e/town/lines?kind=ROAD&verdict=PASS",
                "/e/town/line?id=SIM-L4&rat=5G",
                "/e/town-2024/place?id=SIM-P01&lang=en"
            })
    void pagesAnswer(String path) {
        Answer answer = Served.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("<script>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/e/town/places?page=0",
                "/e/town/places?page=x",
                "/e/town/places?target=nothing",
                "/e/town/place",
                "/e/town/place?id=%27%20OR%201=1",
                "/e/town/line?id=SIM-P01",
                "/e/town/line?id=SIM-L1&from=K9&to=K3",
                "/e/town/line?id=SIM-L1&from=-1",
                "/e/town/line?id=SIM-L1&page=x",
                "/e/town/line?id=SIM-L1&page=0",
                "/e/town/line?id=SIM-L1&from=K99999999",
                "/e/town/line",
                "/e/town/places?q=%ff%fe",
                "/e/town/replay?place=SIM-P13&point=nothing",
                "/e/town/place/samples?id=SIM-P13&point=nothing",
                "/e/town/line?id=%00",
                "/e/town/lines?page=2147483648",
                "/e/town/lines?target=nothing",
                "/e/town/place?id=%22%3E%3Cscript%3E",
                "/e/town/place/samples?id=SIM-P13&page=-3",
                "/e/town/place/samples?id=nothing",
                "/e/town/place/samples.csv?id=nothing",
                "/e/town/replay",
                "/e/town/replay?place=SIM-P13&line=SIM-L1",
                "/e/town/replay?place=SIM-P13&date=2025-13-01",
                "/e/town/replay?place=SIM-P13&date=1999-01-01",
                "/e/town/replay?line=SIM-L1&from=K9&to=K3"
            })
    void whatMakesNoSenseIsSaidInWords(String path) {
        Answer answer = Served.get(path);
        assertThat(answer.status()).as(path).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("Exception").contains("回到首页");
    }
}
