package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.signalup.web.Visitor.Reply;

/** The ledger as programs read and change it. */
class LedgerApiTest {
    private static final String HALL =
            "{\"place_id\":\"%s\",\"name\":\"接口政务中心\",\"scenario\":\"GOV\",\"division_code\":\"980101\","
                    + "\"lon\":102.5,\"lat\":40.5,\"crs\":\"WGS84\",\"operators\":[\"CMCC\",\"CTCC\"]}";
    private static String token;

    @BeforeAll
    static void token() {
        Visitor manager = Town.signedIn(Town.MANAGER);
        String secret =
                manager.get("/own/tokens").page().select("input[name=_csrf]").attr("value");
        Reply made = manager.post(
                "/own/tokens",
                "_csrf=" + secret + "&name=ledger&days=7&may=LEDGER_READ&may=LEDGER_EDIT&may=LEDGER_FREEZE");
        token = manager.get(made.location()).page().select("#secret").text();
    }

    private static Reply api(String method, String path, String body, String match) {
        String[] headers = match == null ? new String[0] : new String[] {"If-Match", match};
        return Town.ask(token, method, "/api/v1" + path, body, headers);
    }

    @Test
    void aPlaceIsAddedReadChangedAndRemovedByVersion() {
        Reply added = api("POST", "/places?reason=api", HALL.formatted("API-1"), null);
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("etag")).isEqualTo("\"1\"");
        assertThat(added.header("location")).endsWith("/api/v1/places?id=API-1");
        String one = "/places?id=API-1";
        assertThat(api("GET", one, null, null).body())
                .contains("\"operators\":[\"CMCC\",\"CTCC\"]")
                .contains("\"lon\":102.5");
        assertThat(api("PATCH", one, "{\"address\":\"经十路\"}", null).status()).isEqualTo(428);
        assertThat(api("PATCH", one, "{\"address\":\"经十路\"}", "\"1\"").body()).contains("\"version\":2");
        assertThat(api("PATCH", one, "{\"address\":\"别的路\"}", "\"1\"").status()).isEqualTo(412);
        Reply refused = api("PATCH", one, "{\"scenario\":\"POOL\",\"lon\":500}", "\"2\"");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("SCENARIO_UNKNOWN").contains("POSITION_INVALID");
        assertThat(api("GET", "/places/history?id=API-1", null, null).body()).contains("经十路");
        assertThat(api("DELETE", one + "&reason=gone", null, "\"2\"").status()).isEqualTo(204);
        assertThat(api("GET", one, null, null).status()).isEqualTo(404);
    }

    @Test
    void whatCannotBeReadAsAnEntryIsRefusedAndSaysWhy() {
        for (String body : List.of("{bad", "[]", "null", "\"x\"", "")) {
            Reply unread = api("POST", "/places", body, null);
            assertThat(unread.status()).as(body).isEqualTo(400);
            assertThat(unread.body()).contains("BODY_INVALID").contains("JSON");
        }
        for (String path : List.of("/places?id=%00", "/places/history?id=%00", "/divisions?prefix=%00")) {
            assertThat(api("GET", path, null, null).body()).contains("CHARACTER_INVALID");
        }
        Reply zero = api("POST", "/places", HALL.formatted("API-3").replace("接口", "\\u0000"), null);
        assertThat(zero.body()).contains("CHARACTER_INVALID");
        assertThat(api("POST", "/baselines", "{\"name\":\"无日期\"}", null).body()).contains("DATE_MISSING");
        assertThat(api("POST", "/places", HALL.formatted("API-2"), null).status())
                .isEqualTo(201);
        String one = "/places?id=API-2";
        Reply misspelt = api("PATCH", one, "{\"nmae\":\"别的\"}", "\"1\"");
        assertThat(misspelt.status()).isEqualTo(400);
        assertThat(misspelt.body()).contains("nmae").contains("address");
        assertThat(api("PATCH", one, "{\"lon\":1e400}", "\"1\"").status()).isEqualTo(400);
        assertThat(api("PATCH", one, "{\"name\":{\"zh\":\"别的\"}}", "\"1\"").status())
                .isEqualTo(400);
        assertThat(api("PATCH", one, "{\"name\":\"别的\",\"version\":1}", "\"1\"").status())
                .isEqualTo(200);
        assertThat(api("DELETE", one + "&reason=gone", null, "\"2\"").status()).isEqualTo(204);
    }

    @Test
    void anInstrumentIsRegisteredChangedAndTakenOut() {
        String phone = "{\"instrument_id\":\"API-I1\",\"name\":\"路测手机一\",\"device_ids\":[\"API-D1\",\"API-D2\"],"
                + "\"antenna\":\"IN_CAR\",\"certificate_no\":\"校 7 号\",\"valid_from\":\"2024-01-01\",\"valid_to\":\"2024-12-31\","
                + "\"compared_on\":\"2024-02-01\",\"comparison\":\"ACCEPTED\"}";
        Reply added = api("POST", "/instruments?reason=new", phone, null);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        String one = "/instruments?id=API-I1";
        assertThat(api("GET", one, null, null).body())
                .contains("\"device_ids\":[\"API-D1\",\"API-D2\"]")
                .contains("\"valid_to\":\"2024-12-31\"");
        Reply second = api("POST", "/instruments", phone.replace("API-I1", "API-I2"), null);
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.body()).contains("DEVICE_TWICE");
        assertThat(api("GET", "/instruments?code=expired&q=路测手机", null, null).body())
                .contains("API-I1");
        assertThat(api("GET", "/instruments?code=unproven", null, null).body()).doesNotContain("API-I1");

        Visitor manager = Town.signedIn(Town.MANAGER);
        assertThat(manager.get("/ledger/instruments?q=lcsj").body())
                .contains("路测手机一")
                .contains("校 7 号");
        assertThat(manager.get("/ledger/instruments/entry?id=API-I1").body())
                .contains("车内")
                .contains("API-D2");
        assertThat(manager.get("/ledger/instruments/edit?id=API-I1").status()).isEqualTo(200);
        assertThat(manager.get("/ledger/instruments/add").status()).isEqualTo(200);
        assertThat(manager.get("/ledger/instruments/export.csv").body()).contains("API-I1,路测手机一");
        assertThat(manager.get("/ledger/template/instruments.xlsx").status()).isEqualTo(200);
        assertThat(manager.get("/instruments/compare").status()).isEqualTo(200);
        String same = "/instruments/compare?reference=API-I1&other=API-I1&from=2025-01-01&to=2025-01-02";
        assertThat(manager.get(same).status()).isEqualTo(400);
        assertThat(manager.get(same.replace("2025-01-02", "2025-02-30")).status())
                .isEqualTo(400);
        assertThat(manager.get(same.replace("other=API-I1", "other=NONE")).status())
                .isEqualTo(404);
        Reply other = api("POST", "/instruments", "{\"instrument_id\":\"API-I3\"}", null);
        assertThat(other.status()).isEqualTo(201);
        String two = same.replace("other=API-I1", "other=API-I3");
        assertThat(manager.get(two).body()).contains("样本对不足").doesNotContain("/instruments/compare/keep");
        assertThat(manager.get(two + "&u_reference=1.5").status()).isEqualTo(400);
        assertThat(manager.get(two + "&u_reference=1.5&u_other=0").status()).isEqualTo(400);
        assertThat(manager.get(two + "&u_reference=1.5&u_other=2").body())
                .contains("En 值", "u_reference=1.5&amp;u_other=2");
        assertThat(manager.get(two.replace("/compare?", "/compare/report?")).body())
                .contains("评测仪器仪表比对");
        anEnScoreTakesWhatIsRegistered(manager, two);
        assertThat(api("DELETE", "/instruments?id=API-I3&reason=gone", null, "\"1\"")
                        .status())
                .isEqualTo(204);
        assertThat(api("PATCH", one, "{\"valid_to\":\"2023-12-31\"}", "\"1\"").body())
                .contains("DATE_ORDER");
        assertThat(api("PATCH", one, "{\"firmware\":\"2.1\"}", "\"1\"").body()).contains("\"version\":2");
        assertThat(api("DELETE", one + "&reason=gone", null, "\"2\"").status()).isEqualTo(204);
    }

    /** 3 dB at k = 3 are 2 dB at k = 2; what is typed goes before what is registered. */
    private static void anEnScoreTakesWhatIsRegistered(Visitor manager, String two) {
        for (String id : List.of("API-I4", "API-I5")) {
            String told = "{\"instrument_id\":\"" + id + "\",\"uncertainty_db\":3,\"coverage_factor\":3}";
            assertThat(api("POST", "/instruments", told, null).body()).contains("\"uncertainty_db\":3");
        }
        String registered = two.replace("API-I1", "API-I4").replace("API-I3", "API-I5");
        assertThat(manager.get(registered).body()).contains("参考 2 dB，另一台 2 dB").contains("（U 2 dB）");
        assertThat(manager.get(registered + "&u_other=1.5").body()).contains("参考 2 dB，另一台 1.5 dB");
        assertThat(api("POST", "/instruments", "{\"instrument_id\":\"API-I6\",\"coverage_factor\":2}", null)
                        .body())
                .contains("UNCERTAINTY_HALF");
        for (String id : List.of("API-I4", "API-I5")) {
            assertThat(api("DELETE", "/instruments?id=" + id + "&reason=gone", null, "\"1\"")
                            .status())
                    .isEqualTo(204);
        }
    }

    @Test
    void aRefusedFormSaysToGoBackNotToCheckTheAddress() {
        Reply refused = Town.signedIn(Town.MANAGER)
                .fillIn("/ledger/baselines", "/ledger/baselines", Map.of("name", "", "frozen_on", "2025-06-30"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("返回上一页").doesNotContain("地址是否完整");
        assertThat(Town.signedIn(Town.MANAGER).get("/nothing").body()).contains("地址是否完整");
    }

    @Test
    void aListComesInPieces() {
        for (int i = 1; i <= 3; i++) {
            api("POST", "/places", HALL.formatted("APL-" + i), null);
        }
        Reply first = api("GET", "/places?division=980101&q=apl&limit=2", null, null);
        assertThat(first.body()).contains("APL-1").contains("APL-2").doesNotContain("APL-3");
        String next = first.body().replaceAll(".*\"next\":\"([^\"]*)\".*", "$1");
        Reply second = api("GET", "/places?division=980101&q=apl&limit=2&after=" + next, null, null);
        assertThat(second.body()).contains("APL-3").contains("\"next\":null").doesNotContain("APL-2");
    }

    @Test
    void theWholeLedgerComesAsTheFolderAnEvaluationReads() {
        Reply folder = api("GET", "/ledger.zip", null, null);
        assertThat(folder.status()).isEqualTo(200);
        assertThat(folder.header("content-disposition")).contains("ledger-");
        assertThat(folder.body()).startsWith("PK").contains("places.csv");
    }

    @Test
    void aListIsKeptUnderANameAndOtherPagesAreNot() {
        String order = "{\"name\":\"医疗\",\"query\":\"/ledger/places?scenario=MED\"}";
        assertThat(api("PUT", "/views", order, null).body()).contains("/ledger/places?scenario=MED");
        assertThat(api("PUT", "/views", "{\"name\":\"x\",\"query\":\"/accounts\"}", null)
                        .status())
                .isEqualTo(400);
        String id = api("GET", "/views", null, null).body().replaceAll(".*\"id\":(\\d+),\"name\":\"医疗\".*", "$1");
        assertThat(api("DELETE", "/views/" + id, null, null).status()).isEqualTo(204);
        assertThat(api("GET", "/views", null, null).body()).doesNotContain("医疗");
    }

    @Test
    void whatATokenWasNotGivenItDoesNotDo() {
        Reply refused = api(
                "POST",
                "/claims",
                "{\"subject\":\"places\",\"id\":\"APL-1\",\"operator\":\"CMCC\",\"done_on\":\"2025-06-30\"}",
                null);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(api("GET", "/baselines", null, null).status()).isEqualTo(200);
        assertThat(api("GET", "/base-figures", null, null).status()).isEqualTo(200);
        assertThat(api("GET", "/imports", null, null).body()).contains("\"items\":");
    }
}
