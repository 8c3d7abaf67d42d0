package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.lake.Lake;
import org.signalup.lake.LakeView;
import org.signalup.live.LiveDrain;
import org.signalup.store.DataFolder;
import org.signalup.store.Scope;
import org.signalup.web.Visitor.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Messages of RMBT clients, composed from their contract, against the real server. */
class RmbtTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PHONE = "c373f294-f332-4f1a-999e-a87a12523f4b";
    private static final String OTHER = "68796996-5f40-11eb-ae93-0242ac130002";

    private static Reply post(String path, String body, String type) {
        Visitor visitor = Town.visitor();
        return visitor.send(visitor.request("/RMBTControlServer/" + path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static JsonNode post(String path, String body) {
        Reply reply = post(path, body, "application/json");
        assertThat(reply.status()).as(path + " " + reply.body()).isBetween(200, 201);
        return JSON.readTree(reply.body());
    }

    private static JsonNode refused(String path, String body, String word) {
        Reply reply = post(path, body, "application/json");
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        JsonNode told = JSON.readTree(reply.body());
        assertThat(told.path("error").get(0).asString()).contains(word);
        return told;
    }

    private static JsonNode order(String phone) {
        return post("testRequest", """
                {"platform":"Android","softwareVersionCode":33201,"model":"SM-G950F","timezone":"Asia/Shanghai","client":"RMBT",
                 "version":"0.3","type":"MOBILE","uuid":"%s","language":"en","capabilities":{"RMBThttp":false},"whatever":[1,{"a":2}]}
                """.formatted(phone));
    }

    private static ObjectNode result(String token, String phone) {
        return (ObjectNode) JSON.readTree("""
                {"test_token":"%s","client_uuid":"%s","client_name":"RMBT","client_version":"0.3","time":%d,"platform":"Android",
                 "test_bytes_download":131250000,"test_bytes_upload":26250000,"test_nsec_download":7000000000,"test_nsec_upload":7000000000,
                 "test_speed_download":150000,"test_speed_upload":30000,"test_ping_shortest":14500000,"test_num_threads":3,
                 "test_ip_local":"10.0.0.7","network_type":41,"telephony_network_sim_operator":"460-00","telephony_network_operator":"460-00",
                 "pings":[{"value":15000000,"value_server":14500000,"time_ns":1}],
                 "speed_detail":[{"direction":"download","thread":0,"time":1000000,"bytes":4096}],
                 "geoLocations":[{"geo_lat":39.9087,"geo_long":116.3975,"accuracy":8.5,"altitude":44,"speed":0,"bearing":0,"provider":"gps",
                   "mock_location":false,"satellites":11,"tstamp":1767600000000,"time_ns":5}],
                 "radioInfo":{"cells":[{"uuid":"k1","technology":"5G","mcc":460,"mnc":0,"area_code":1,"location_id":99,
                   "primary_scrambling_code":12,"channel_number":504990,"active":true,"registered":true}],
                  "signals":[{"cell_uuid":"k1","network_type_id":41,"nr_ss_rsrp":-84,"nr_ss_rsrq":-11,"nr_ss_sinr":17,"time_ns":6}]},
                 "unheard_of":{"deep":[true]}}
                """.formatted(
                        token, phone, Instant.parse("2026-01-05T02:00:00Z").toEpochMilli()));
    }

    /** What is in the lake of a channel's batch: chosen columns of its rows. */
    private static List<String> inLake(String columns, String testUuid) throws IOException {
        Town.server().context().getBean(LiveDrain.class).drain();
        String batch = batch(testUuid);
        String file = Town.store()
                .read(
                        Scope.PLATFORM,
                        client -> client.sql("select file from live_batch where batch_id = :id")
                                .param("id", batch)
                                .query(String.class)
                                .single());
        long first = number("first_row", batch);
        long count = number("rows_accepted", batch);
        DataFolder data = new DataFolder(
                Town.server().context().getBean(WebOptions.class).data().orElseThrow());
        List<String> rows = new ArrayList<>();
        LakeView view = Lake.open(data.lake()).view();
        int fileNo = view.report().files().stream()
                .filter(one -> one.file().equals(file))
                .findFirst()
                .orElseThrow()
                .fileNo();
        int width = columns.split(",").length;
        try (Engine engine = DuckDbEngine.open(1, "300MB", Files.createTempDirectory("rmbt"))) {
            view.attachSamples(engine, "s", view.dates());
            engine.forEach(
                    "SELECT " + columns + " FROM s WHERE file_no = " + fileNo + " AND row_no >= " + first
                            + " AND row_no < " + (first + count) + " ORDER BY row_no",
                    row -> {
                        List<String> cells = new ArrayList<>();
                        for (int i = 0; i < width; i++) {
                            cells.add(row.isNull(i) ? "~" : row.text(i));
                        }
                        rows.add(String.join(" ", cells));
                    });
        }
        return rows;
    }

    private static long number(String column, String batch) {
        return Town.store()
                .read(
                        Scope.PLATFORM,
                        client -> client.sql("select " + column + " from live_batch where batch_id = :id")
                                .param("id", batch)
                                .query(Long.class)
                                .single());
    }

    private static String batch(String testUuid) {
        return Town.store()
                .read(
                        Scope.PLATFORM,
                        client -> client.sql("select batch_id from rmbt_test where test_uuid = :uuid::uuid")
                                .param("uuid", testUuid)
                                .query(String.class)
                                .single());
    }

    private static String findings(String testUuid) {
        Town.server().context().getBean(LiveDrain.class).drain();
        return told("findings", testUuid);
    }

    /** What is told of a test's batch. */
    private static String told(String what, String testUuid) {
        return Town.store()
                .read(
                        Scope.PLATFORM,
                        client -> client.sql("select told ->> '" + what + "' from live_batch where batch_id = :id")
                                .param("id", batch(testUuid))
                                .query(String.class)
                                .single());
    }

    @Test
    void aClientRegistersOnceAndKeepsItsUuid() {
        JsonNode fresh = post("settings", "{\"type\":\"MOBILE\",\"name\":\"RMBT\",\"uuid\":\"\"}");
        assertThat(fresh.path("settings").get(0).path("uuid").asString()).hasSize(36);
        JsonNode known = post("settings", "{\"uuid\":\"U" + PHONE + "\"}");
        assertThat(known.path("settings").get(0).path("uuid").asString()).isEqualTo(PHONE);
        assertThat(known.path("error")).isEmpty();
    }

    @Test
    void aTestIsOrderedBroughtAndInTheLake() throws IOException {
        JsonNode ordered = order(PHONE);
        assertThat(ordered.path("error")).isEmpty();
        for (String name : List.of(
                "test_token",
                "test_uuid",
                "open_test_uuid",
                "test_server_address",
                "test_server_port",
                "test_server_encryption",
                "test_duration",
                "test_numthreads",
                "test_wait",
                "test_server_type")) {
            assertThat(ordered.has(name)).as(name).isTrue();
        }
        String token = ordered.path("test_token").asString();
        assertThat(token).matches("[0-9a-f-]{36}_[0-9]+_[A-Za-z0-9+/]{27}=_#v2#[A-Za-z0-9+/]{22}==");
        assertThat(ordered.path("open_test_uuid").asString()).startsWith("O" + token.substring(0, 36));
        assertThat(post("result", result(token, PHONE).toString()).path("error"))
                .isEmpty();
        assertThat(inLake(
                        "operator, rat, rat_detail, source, dl_kbps, ul_kbps, latency_us, rsrp_mdbm, sinr_mdb, outcome",
                        ordered.path("test_uuid").asString()))
                .containsExactly("CMCC 5 NSA 5 150000 30000 14500 -84000 17000 1");
        assertThat(findings(ordered.path("test_uuid").asString())).isEqualTo("[]");
    }

    @Test
    void aResultIsTakenOnceAndFromNobodyElse() {
        JsonNode ordered = order(PHONE);
        String token = ordered.path("test_token").asString();
        refused("result", result(token, OTHER).toString(), "another client");
        post("result", result(token, PHONE).toString());
        refused("result", result(token, PHONE).toString(), "received before");
        ObjectNode changed = result(token, PHONE);
        changed.put("test_speed_download", 900000);
        refused("result", changed.toString(), "received before");
    }

    @Test
    void aTokenThatWasTamperedWithIsRefused() {
        String token = order(PHONE).path("test_token").asString();
        char at = token.charAt(50);
        String forged = token.substring(0, 50) + (at == 'A' ? 'B' : 'A') + token.substring(51);
        refused("result", result(forged, PHONE).toString(), "token is not valid");
        refused("result", result(token.replaceFirst("^.{8}", "00000000"), PHONE).toString(), "token is not valid");
        refused("result", result("", PHONE).toString(), "token is not valid");
        refused("result", result("nonsense_1_2", PHONE).toString(), "token is not valid");
        // Older clients send the first part alone.
        String first = token.substring(0, token.indexOf("_#v2#"));
        assertThat(post("result", result(first, PHONE).toString()).path("error"))
                .isEmpty();
    }

    @Test
    void aResultThatComesTooLateIsRefused() {
        JsonNode ordered = order(PHONE);
        Town.store()
                .run(
                        Scope.PLATFORM,
                        client -> client.sql(
                                        "update rmbt_test set until = now() - interval '1 second' where test_uuid = :uuid::uuid")
                                .param("uuid", ordered.path("test_uuid").asString())
                                .update());
        refused("result", result(ordered.path("test_token").asString(), PHONE).toString(), "too late");
    }

    @Test
    void whatIsImplausibleIsKeptAndMarked() throws IOException {
        JsonNode ordered = order(PHONE);
        ObjectNode result = result(ordered.path("test_token").asString(), PHONE);
        result.put("test_speed_download", 9_000_000);
        result.put("test_ping_shortest", 20_000);
        ((ObjectNode) result.path("geoLocations").get(0)).put("mock_location", true);
        post("result", result.toString());
        String uuid = ordered.path("test_uuid").asString();
        assertThat(findings(uuid))
                .contains("IMPLAUSIBLE_RATE", "IMPLAUSIBLE_BYTES", "IMPLAUSIBLE_PING", "MOCK_LOCATION");
        assertThat(inLake("dl_kbps", uuid)).containsExactly("9000000");
    }

    @Test
    void aFailedTestIsAFailureAndOneItsUserGaveUpIsNothing() throws IOException {
        JsonNode failed = order(PHONE);
        ObjectNode result = result(failed.path("test_token").asString(), PHONE);
        result.put("test_status", "1");
        result.remove(List.of("test_speed_download", "test_speed_upload", "test_ping_shortest"));
        post("result", result.toString());
        assertThat(inLake("outcome, dl_kbps, ul_kbps", failed.path("test_uuid").asString()))
                .containsExactly("2 0 0");
        JsonNode aborted = order(PHONE);
        ObjectNode given = result(aborted.path("test_token").asString(), PHONE);
        given.put("test_status", "ABORTED");
        post("result", given.toString());
        assertThat(batch(aborted.path("test_uuid").asString())).isEmpty();
    }

    @Test
    void aWalkOfAPhoneThatSaysRadiusMIsTakenLikeAnyOther() throws IOException {
        JsonNode walk = post("coverageRequest", """
                {"client_uuid":"%s","client_name":"RMBT","platform":"iOS","measurement_type_flag":"dedicated","signal":false,"new_field":1}
                """.formatted(PHONE));
        for (String name : List.of(
                "test_uuid",
                "ping_token",
                "ping_host",
                "ping_port",
                "ip_version",
                "max_coverage_session_seconds",
                "max_coverage_measurement_seconds")) {
            assertThat(walk.has(name)).as(name).isTrue();
        }
        String uuid = walk.path("test_uuid").asString();
        String sent = """
                {"test_uuid":"%s","client_uuid":"%s","sequence_number":1,"telephony_network_sim_operator":"460-01",
                 "fences":[
                  {"location":{"latitude":39.9,"longitude":116.4,"accuracy":5,"altitude":40,"heading":90,"speed":1.2},"technology_id":41,
                   "technology":"NR NSA","offset_ms":1000,"duration_ms":2000,"radius_m":25.0,"avg_ping_ms":15.4,
                   "timestamp_microseconds":1767600000000000,"signal":-95},
                  {"location":{"latitude":39.901,"longitude":116.401,"accuracy":5,"bearing":91},"technology_id":13,"technology":"LTE",
                   "offset_ms":4000,"duration_ms":2000,"radius":25.0,"signal":-101}]}
                """.formatted(uuid, PHONE);
        assertThat(post("coverageResult", sent).path("error")).isEmpty();
        assertThat(inLake("operator, rat, rsrp_mdbm, latency_us", uuid))
                .containsExactly("CUCC 5 -95000 15400", "CUCC 4 -101000 ~");
        refused("coverageResult", sent, "received before");
        refused("coverageResult", sent.replace(uuid, OTHER), "not asked for");
    }

    /** A walk of this client: its uuid, and what was answered to its result. */
    private static String walked(String phone, String result) {
        String uuid = post("coverageRequest", "{\"client_uuid\":\"" + phone + "\"}")
                .path("test_uuid")
                .asString();
        assertThat(post("coverageResult", result.formatted(uuid, phone)).path("error"))
                .isEmpty();
        return uuid;
    }

    /** The Android client of 2026 writes the milliseconds of a fence into {@code timestamp_microseconds}. */
    @Test
    void aWalkOfAPhoneThatWritesMillisecondsForMicrosecondsIsOfTheSameSecond() throws IOException {
        String uuid = walked(PHONE, """
                {"test_uuid":"%s","client_uuid":"%s","sequenceNumber":1,"time_ns":0,"network_type":"20","submission_retry_count":0,
                 "telephony_network_sim_operator":"460-15","termination_cause":null,
                 "fences":[
                  {"location":{"latitude":39.9,"longitude":116.4,"accuracy":5.0,"provider":"gps"},"technology_id":20,"technology":"NR",
                   "offset_ms":-20,"duration_ms":2000,"radius":20.0,"avg_ping_ms":null,"timestamp_microseconds":1767600000123,"signal":-95},
                  {"location":{"latitude":39.901,"longitude":116.401},"technology_id":1000,"technology":"OFFLINE","offset_ms":1980,
                   "duration_ms":900,"radius":20.0,"timestamp_microseconds":1767600002123000}]}
                """);
        assertThat(inLake("operator, rat, rat_detail, rsrp_mdbm, observed_ms", uuid))
                .containsExactly("CBN 5 SA -95000 1767600000123", "CBN 0 ~ ~ 1767600002123");
    }

    /** iPhones may not know their SIM: what they walked is received, and every row says what it lacks. */
    @Test
    void aWalkOfAPhoneThatKnowsNoOperatorIsReceivedAndItsRowsSayWhy() {
        String uuid = walked(OTHER, """
                {"test_uuid":"%s","client_uuid":"%s","fences":[{"location":{"latitude":39.9,"longitude":116.4},
                 "technology":"5G/NRNSA","technology_id":41,"offset_ms":0,"radius":25,"timestamp_microseconds":1767600000000000}]}
                """);
        Town.server().context().getBean(LiveDrain.class).drain();
        assertThat(told("refused", uuid)).contains("OPERATOR_MISSING");
        String nothing = post("coverageRequest", "{\"uuid\":\"" + OTHER + "\",\"client_uuid\":\"" + OTHER + "\"}")
                .path("test_uuid")
                .asString();
        post("coverageResult", "{\"test_uuid\":\"" + nothing + "\",\"fences\":{\"a\":1}}");
        assertThat(batch(nothing)).isEmpty();
    }

    /** The client for browsers: fractions of kbit/s, no operator unless its page adds one, network 98. */
    @Test
    void aTestInABrowserIsSentToWebSocketsAndKeptAsNoMobileNetwork() throws IOException {
        JsonNode ordered = post("testRequest", """
                {"version":"0.3","language":"en","uuid":"%s","type":"DESKTOP","version_code":"0.3","client":"RMBTws",
                 "timezone":"Asia/Shanghai","time":1767600000000}
                """.formatted(PHONE));
        assertThat(ordered.path("test_server_type").asString()).isEqualTo("RMBTws");
        assertThat(ordered.path("test_server_port").asInt()).isEqualTo(8443);
        assertThat(order(PHONE).path("test_server_port").asInt()).isEqualTo(443);
        post("result", """
                {"client_language":"en","client_name":"RMBTws","client_uuid":"%s","client_version":"1.3.5","client_software_version":"0.9.6",
                 "geoLocations":[{"geo_lat":39.9087,"geo_long":116.3975,"accuracy":12,"altitude":null,"heading":null,"speed":null,
                  "provider":"Browser","tstamp":1767600000000,"time_ns":26139000000}],
                 "model":"Websocket","network_type":98,"platform":"RMBTws","product":"Chrome",
                 "pings":[{"value":200918,"value_server":163744,"time_ns":6459672266}],
                 "test_bytes_download":992505757,"test_bytes_upload":111941376,"test_nsec_download":7351945556,"test_nsec_upload":12375444030,
                 "test_num_threads":3,"num_threads_ul":3,"test_ping_shortest":14031205,"test_speed_download":1079992.4993350971,
                 "test_speed_upload":72363.54556887766,"test_token":"%s","test_uuid":"x","time":1767600000222,"timezone":"UTC",
                 "type":"DESKTOP","version_code":"1","speed_detail":[],"user_server_selection":0,
                 "telephony_network_sim_operator":"460-00"}
                """.formatted(PHONE, ordered.path("test_token").asString()));
        assertThat(inLake(
                        "operator, rat, dl_kbps, ul_kbps, latency_us, accuracy_mm, lat_e7, observed_ms",
                        ordered.path("test_uuid").asString()))
                .containsExactly("CMCC 9 1079992 72364 14031 12000 399087000 1767600000222");
    }

    /** A phone that adds 5G to an anchor of 4G hears both; the level of its test is that of 5G. */
    @Test
    void ofAnAnchorAndTheCellAddedToItTheLevelOfTheAddedOneCounts() throws IOException {
        JsonNode ordered = order(PHONE);
        ObjectNode result = result(ordered.path("test_token").asString(), PHONE);
        result.put("network_type", "41");
        result.set("radioInfo", JSON.readTree("""
                {"cells":[{"uuid":"a","technology":"4G","active":true,"registered":true,"location_id":11},
                          {"uuid":"b","technology":"5G","active":false,"registered":false,"primary_scrambling_code":77}],
                 "signals":[{"cell_uuid":"b","network_type_id":41,"nr_ss_rsrp":-91,"nr_ss_rsrq":-12,"nr_ss_sinr":9,"time_ns":5},
                            {"cell_uuid":"a","network_type_id":13,"lte_rsrp":-80,"lte_rsrq":-8,"time_ns":6}]}
                """));
        post("result", result.toString());
        assertThat(inLake(
                        "rat, rat_detail, rsrp_mdbm, sinr_mdb, pci",
                        ordered.path("test_uuid").asString()))
                .containsExactly("5 NSA -91000 9000 77");
    }

    @Test
    void whateverElseClientsAskForIsAnsweredInTheirForm() {
        JsonNode settings = post("settings", "{\"uuid\":\"\",\"plattform\":\"Android\"}")
                .path("settings")
                .get(0);
        assertThat(settings.path("signal_measurement_available").asBoolean()).isTrue();
        assertThat(settings.path("urls").path("url_ipv4_check").asString()).endsWith("/RMBTControlServer/ip");
        for (String path : List.of(
                "news", "history", "testresultdetail", "qosTestRequest", "qosTestResult", "resultQoS", "qosResult")) {
            assertThat(post(path, "{\"uuid\":\"" + PHONE + "\"}").path("error"))
                    .as(path)
                    .isEmpty();
        }
        for (String path : List.of("testresult", "sync", "signalRequest", "signalResult")) {
            assertThat(post(path, "{\"language\":\"en\"}").path("error"))
                    .as(path)
                    .hasSize(1);
        }
        assertThat(post("ip", "{}", "text/plain").body()).contains("\"v\":\"4\"");
        Visitor visitor = Town.visitor();
        assertThat(JSON.readTree(visitor.get("/RMBTControlServer/requestDataCollector")
                                .body())
                        .path("agent")
                        .isString())
                .isTrue();
        Reply unknown = visitor.get("/RMBTControlServer/opentests/O" + PHONE);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(JSON.readTree(unknown.body()).path("error")).hasSize(1);
    }

    @Test
    void pagesOfOtherPlacesMayAskHereAndNowhereElse() {
        Visitor visitor = Town.visitor();
        for (String path : List.of("/RMBTControlServer/testRequest", "/api/v1/samples", "/sign-in")) {
            Reply reply = visitor.send(visitor.request(path)
                    .header("Origin", "https://elsewhere.example")
                    .header("Access-Control-Request-Method", "POST")
                    .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                    .build());
            boolean may = path.startsWith("/RMBT");
            assertThat(reply.header("Access-Control-Allow-Origin")).as(path).isEqualTo(may ? "*" : "");
            assertThat(reply.status()).as(path).isLessThan(500);
        }
    }

    @Test
    void whatIsNoMessageIsRefusedInTheClientsForm() {
        refused("testRequest", "[1,2", "not understood");
        refused("coverageRequest", "{\"client_uuid\":\"x\"}", "client_uuid");
        assertThat(order("no uuid").path("error").get(0).asString()).contains("uuid");
        Reply wrong = post("settings", "{}", "text/plain");
        assertThat(wrong.status()).isEqualTo(415);
        assertThat(wrong.body()).contains("\"error\"");
        refused("result", "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}", "not understood");
    }
}
