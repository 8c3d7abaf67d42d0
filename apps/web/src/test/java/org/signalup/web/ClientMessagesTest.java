package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.signalup.live.LiveDrain;
import org.signalup.store.Scope;
import org.signalup.web.Visitor.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages of known clients, composed from their documented forms. */
class ClientMessagesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static String token;

    @BeforeAll
    static void sender() {
        long lab = Town.organisation("CLIENTS", "INTERNET", Town.id("organisation", "code", "GLJ"), null);
        token = Town.token(Town.account("clients", lab, "MEMBER"));
    }

    private static Reply post(String path, String body, String type) {
        return Town.ask(token, "POST", path, type, HttpRequest.BodyPublishers.ofString(body));
    }

    private static List<String> batches(String channel) {
        Town.server().context().getBean(LiveDrain.class).drain();
        return Town.store()
                .read(
                        Scope.PLATFORM,
                        client -> client.sql("""
                        select rows_accepted || ' of ' || rows_read from live_batch b join organisation o using (organisation_id)
                        where channel = :channel and o.code = 'CLIENTS' order by received_at
                        """)
                                .param("channel", channel)
                                .query(String.class)
                                .list());
    }

    @Test
    void collectorsOfCellsPostWithAKeyAndGetAnEmptyObject() {
        String fix = """
                {"items":[{"timestamp":1767600000000,"position":{"latitude":39.9,"longitude":116.4,"accuracy":10,"speed":1.5,"source":"gps"},
                 "cellTowers":[{"radioType":"lte","mobileCountryCode":460,"mobileNetworkCode":0,"locationAreaCode":1,"cellId":77,
                  "primaryScramblingCode":5,"asu":40,"signalStrength":-99,"timingAdvance":1,"serving":1},
                  {"radioType":"lte","mobileCountryCode":460,"mobileNetworkCode":0,"signalStrength":-109,"serving":0}]}]}
                """;
        Visitor stranger = Town.visitor();
        Reply keyed = stranger.send(stranger.request("/v2/geosubmit?key=" + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(fix))
                .build());
        assertThat(keyed.status()).as(keyed.body()).isEqualTo(200);
        assertThat(keyed.body()).isEqualTo("{}");
        assertThat(batches("GEOSUBMIT")).containsExactly("1 of 1");
        Reply again = post("/v2/geosubmit", fix, "application/json");
        assertThat(again.status()).isEqualTo(200);
        assertThat(batches("GEOSUBMIT")).containsExactly("1 of 1");
        Reply broken = post("/v2/geosubmit", "{\"items\":[{", "application/json");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(JSON.readTree(broken.body())
                        .path("error")
                        .path("errors")
                        .get(0)
                        .path("reason")
                        .asString())
                .isEqualTo("parseError");
        Reply unknown = stranger.send(stranger.request("/v2/geosubmit?key=sgup_unknown")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(fix))
                .build());
        assertThat(unknown.status()).isEqualTo(401);
    }

    @Test
    void messagesOfNetworkSurveyComeOneALine() {
        String lte = """
                {"version":"1.6.0","messageType":"LteRecord","data":{"deviceTime":"2026-01-05T10:00:00.5+08:00","latitude":39.9,"longitude":116.4,\
                "accuracy":5,"speed":0,"deviceSerialNumber":"86012345678901","missionId":"NS 1 20260105","mcc":460,"mnc":0,"tac":1,"eci":9,\
                "earfcn":1300,"pci":7,"rsrp":-93,"rsrq":-9,"snr":12,"servingCell":true,"provider":"CMCC"}}
                """;
        Reply reply = post(
                "/api/v1/network-survey",
                lte + lte.replace("\"servingCell\":true", "\"servingCell\":false")
                        + "{\"messageType\":\"PhoneState\",\"data\":{}}\n",
                "application/json");
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        JsonNode told = JSON.readTree(reply.body());
        assertThat(told.path("accepted").asInt()).isEqualTo(1);
        assertThat(told.toString()).doesNotContain("86012345678901");
        assertThat(told.path("removed_columns").toString()).contains("serial number");
    }

    @Test
    void aResultOfNdt7NeedsToBeToldWhereAndOnWhatNetwork() {
        String result = """
                {"GitShortCommit":"a1b2c3d","Version":"v0.20","ServerIP":"192.0.2.1","ServerPort":443,"ClientIP":"203.0.113.9","ClientPort":5000,
                 "StartTime":"2026-01-05T02:00:00Z","EndTime":"2026-01-05T02:00:10Z","Download":{"UUID":"u","StartTime":"2026-01-05T02:00:00Z",
                 "EndTime":"2026-01-05T02:00:10Z","ServerMeasurements":[{"TCPInfo":{"BytesAcked":125000000,"ElapsedTime":10000000,
                 "MinRTT":21000,"RTT":22000}}],"ClientMetadata":[{"Name":"access_token","Value":"eyJhbGciOi"}]}}
                """;
        Reply bare = post("/api/v1/ndt7", result, "application/json");
        assertThat(bare.status()).isEqualTo(422);
        assertThat(bare.body()).contains("COLUMN_MISSING").contains("point_id");
        Reply placed = post("/api/v1/ndt7?point_id=K-1", result, "application/json");
        assertThat(placed.body())
                .contains("OPERATOR")
                .doesNotContain("203.0.113.9")
                .doesNotContain("eyJhbGciOi");
        Reply told = post(
                "/api/v1/ndt7?operator=CMCC&rat=5G&point_id=K-1",
                result.replace("02:00:00Z", "03:00:00Z"),
                "application/json");
        assertThat(JSON.readTree(told.body()).path("accepted").asInt())
                .as(told.body())
                .isEqualTo(1);
        assertThat(batches("NDT7")).contains("1 of 1");
    }
}
