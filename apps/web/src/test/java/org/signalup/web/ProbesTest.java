package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.signalup.live.LiveDrain;
import org.signalup.live.probe.ProbeWatch;
import org.signalup.store.Scope;
import org.signalup.web.Visitor.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A fleet of probes, by pages and by real requests. */
class ProbesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String LOGIN = "probe-keeper";
    private static long keeper;

    @BeforeAll
    static void keeper() {
        keeper = Town.account(
                LOGIN,
                Town.organisation("PROBES", "ASSESSOR", Town.id("organisation", "code", "GLJ"), null),
                "MANAGER");
        String manager = Town.token(Town.id("account", "login", Town.MANAGER));
        for (String entry : List.of(
                "places {\"place_id\":\"P01\",\"scenario\":\"GOV\",\"division_code\":\"980201\",\"lon\":102,\"lat\":40,\"crs\":\"WGS84\"}",
                "keypoints {\"point_id\":\"P01-K1\",\"place_id\":\"P01\",\"kind\":\"SERVICE_HALL\"}")) {
            String[] parts = entry.split(" ", 2);
            json(Town.ask(manager, "POST", "/api/v1/" + parts[0], parts[1]), 201);
        }
    }

    private static Reply send(String method, String token, String path, String body, String... headers) {
        String type = path.endsWith("samples") ? "application/x-ndjson" : "application/json";
        return Town.ask(token, method, path, type, HttpRequest.BodyPublishers.ofString(body), headers);
    }

    private static JsonNode json(Reply reply, int status) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        return JSON.readTree(reply.body());
    }

    private static String order(String code) {
        return """
                {"code": "%s", "name": "大厅探针", "place_id": "P01", "point_id": "P01-K1", "operator": "CMCC",
                 "schedule": {"coverage_every_s": 1, "rate_every_s": 600, "service_every_s": 0, "from_hour": 6, "to_hour": 22}}
                """.formatted(code);
    }

    /** Sets a probe up and returns its token. */
    private static String probe(String code) {
        String token = Town.token(keeper);
        JsonNode made = json(send("POST", token, "/api/v1/probes", order(code)), 201);
        assertThat(made.path("condition").asString()).isEqualTo("NEVER_HEARD");
        Reply secret =
                send("POST", token, "/api/v1/probes/" + made.path("probe_id").asLong() + "/token", "");
        return json(secret, 201).path("secret").asString();
    }

    private static JsonNode beat(String token, Instant sentAt) {
        return json(
                send(
                        "POST",
                        token,
                        "/api/v1/probes/self/heartbeat",
                        "{\"sent_at\": \"" + sentAt + "\", \"software\": \"fw 1.2\"}"),
                200);
    }

    private static int notices(String word) {
        return Town.store()
                .read(
                        Scope.PLATFORM,
                        client -> client.sql(
                                        "select count(*) from notification where account_id = :account and title_zh like :word")
                                .param("account", keeper)
                                .param("word", "%" + word + "%")
                                .query(Integer.class)
                                .single());
    }

    private static void silenceFor(String code, int seconds) {
        Town.store()
                .run(
                        Scope.PLATFORM,
                        client -> client.sql("""
                        update probe_state set heard_at = now() - :s * interval '1 second'
                        where probe_id = (select probe_id from probe where code = :code)
                        """)
                                .param("s", seconds)
                                .param("code", code)
                                .update());
    }

    @Test
    void aProbeThatNamesWhatIsNotInTheLedgerIsNotSetUp() {
        String token = Town.token(keeper);
        for (String field : List.of("place_id", "point_id", "instrument_id")) {
            String order =
                    order("P-ASTRAY").replaceFirst("\"operator\"", "\"" + field + "\": \"NOWHERE\", \"operator\"");
            Reply refused = send("POST", token, "/api/v1/probes", order);
            assertThat(refused.status()).as(field).isEqualTo(422);
            assertThat(refused.body()).contains(field).contains("NOWHERE");
        }
    }

    @Test
    void aProbeFetchesItsScheduleAndItsSamplesCountWhereItStands() {
        String token = probe("P-SEND");
        Reply config = send("GET", token, "/api/v1/probes/self/config", "");
        JsonNode told = json(config, 200);
        assertThat(config.header("etag")).isEqualTo("\"2\"");
        assertThat(told.path("schedule").path("rate_every_s").asInt()).isEqualTo(600);
        assertThat(told.path("heartbeat_every_s").asInt()).isEqualTo(60);

        String row = """
                {"observed_at":"2026-01-06T10:00:00+08:00","rat":"5G","rsrp_dbm":-80,"sinr_db":15}
                """;
        JsonNode batch = json(send("POST", token, "/api/v1/samples", row), 202);
        assertThat(batch.path("accepted").asInt()).isEqualTo(1);
        Town.server().context().getBean(LiveDrain.class).drain();
        String mine = Town.token(keeper);
        JsonNode kept = json(
                send("GET", mine, "/api/v1/batches/" + batch.path("batch_id").asString(), ""), 200);
        assertThat(kept.path("state").asString()).isEqualTo("IN_LAKE");
        JsonNode fleet = json(send("GET", mine, "/api/v1/probes", ""), 200);
        assertThat(fleet.path("items").toString()).contains("P-SEND").contains("\"FINE\"");
        // Its token sends samples and nothing else.
        assertThat(send("GET", token, "/api/v1/probes", "").status()).isEqualTo(403);
        assertThat(send("GET", mine, "/api/v1/probes/self/config", "").body()).contains("NO_PROBE");
    }

    @Test
    void anotherTokenEndsTheOneBeforeAndARestingProbeIsNone() {
        String first = probe("P-RENEW");
        String mine = Town.token(keeper);
        long id = Town.id("probe", "code", "P-RENEW");
        String second = json(send("POST", mine, "/api/v1/probes/" + id + "/token", ""), 201)
                .path("secret")
                .asString();
        assertThat(send("GET", first, "/api/v1/probes/self/config", "").status())
                .isEqualTo(401);
        assertThat(send("GET", second, "/api/v1/probes/self/config", "").status())
                .isEqualTo(200);
        Reply now = send("GET", mine, "/api/v1/probes/" + id, "");
        String rest = order("P-RENEW").replace("{\"code\"", "{\"active\": false, \"code\"");
        json(send("PUT", mine, "/api/v1/probes/" + id, rest, "If-Match", now.header("etag")), 200);
        assertThat(send("PUT", mine, "/api/v1/probes/" + id, rest, "If-Match", now.header("etag"))
                        .status())
                .isEqualTo(412);
        assertThat(send("GET", second, "/api/v1/probes/self/config", "").body()).contains("NO_PROBE");
    }

    @Test
    void aClockThatIsOffIsToldOnceAndMarksWhatIsSent() {
        String token = probe("P-CLOCK");
        ProbeWatch watch = Town.server().context().getBean(ProbeWatch.class);
        JsonNode fine = beat(token, Instant.now());
        assertThat(fine.path("clock_off").asBoolean()).isFalse();
        JsonNode off = beat(token, Instant.now().plus(1, ChronoUnit.HOURS));
        assertThat(off.path("clock_off").asBoolean()).isTrue();
        assertThat(off.path("clock_offset_ms").asLong()).isBetween(3_590_000L, 3_600_000L);
        watch.look();
        watch.look();
        assertThat(notices("时钟不准：大厅探针")).isEqualTo(1);
        String row = """
                {"observed_at":"2026-01-06T11:00:00+08:00","rat":"5G","rsrp_dbm":-80,"sinr_db":15}
                """;
        JsonNode batch = json(send("POST", token, "/api/v1/samples", row), 202);
        assertThat(batch.path("findings").toString()).contains("CLOCK_OFF");
        beat(token, Instant.now());
        watch.look();
        assertThat(notices("时钟恢复：大厅探针")).isEqualTo(1);
    }

    @Test
    void aSilentProbeIsToldOnceAndOnceMoreWhenItIsHeardAgain() {
        String token = probe("P-SILENT");
        ProbeWatch watch = Town.server().context().getBean(ProbeWatch.class);
        beat(token, Instant.now());
        watch.look();
        int before = notices("失联");
        silenceFor("P-SILENT", 700);
        watch.look();
        watch.look();
        assertThat(notices("失联")).isEqualTo(before + 1);
        String page = Town.signedIn(LOGIN).get("/probes").body();
        assertThat(page).contains("P-SILENT").contains("失联");
        beat(token, Instant.now());
        watch.look();
        assertThat(notices("探针恢复")).isGreaterThanOrEqualTo(1);
    }

    @Test
    void peopleSetOneUpInPages() {
        Visitor person = Town.signedIn(LOGIN);
        Reply wrong = person.fillIn("/probes/new", "/probes", Map.of("code", "=1", "name", ""));
        assertThat(wrong.page().select("small.wrong")).hasSizeGreaterThan(3);
        Reply made = person.fillIn(
                "/probes/new",
                "/probes",
                Map.of(
                        "code", "P-PAGE",
                        "name", "页面探针",
                        "coverage_every_s", "1",
                        "rate_every_s", "0",
                        "service_every_s", "0",
                        "from_hour", "0",
                        "to_hour", "24"));
        assertThat(made.status()).as(made.body()).isEqualTo(303);
        String path = made.location();
        assertThat(person.get(path).body()).contains("页面探针").contains("还没有消息");
        assertThat(person.fillIn(path, path + "/token", Map.of()).location()).isEqualTo(path);
        assertThat(person.get(path).page().select("#secret").text()).startsWith("sgup_");
        assertThat(person.get(path + "/config.json").body()).contains("\"coverage_every_s\" : 1");
        assertThat(Town.signedIn(Town.MANAGER).get(path).status()).isEqualTo(200);
        assertThat(person.get("/batches").status()).isEqualTo(200);
    }
}
