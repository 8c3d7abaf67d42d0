package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.lake.Lake;
import org.signalup.lake.LakeView;
import org.signalup.live.LiveDrain;
import org.signalup.store.DataFolder;
import org.signalup.web.Visitor.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Samples sent by programs, by real requests, into a real lake. */
class LiveApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV_HEADER = "observed_at,lon,lat,crs,operator,rat,rsrp_dbm,sinr_db,session_id";
    private static String manager;
    private static String mobile;
    private static String owner;

    @BeforeAll
    static void senders() {
        manager = Town.token(Town.id("account", "login", Town.MANAGER));
        long root = Town.id("organisation", "code", "GLJ");
        long operator = Town.organisation("LIVE-CMCC", "OPERATOR", root, null);
        Town.store()
                .run(
                        org.signalup.store.Scope.PLATFORM,
                        client -> client.sql("update organisation set operators = '{CMCC}' where organisation_id = :id")
                                .param("id", operator)
                                .update());
        mobile = Town.token(Town.account("live-cmcc", operator, "MEMBER"));
        owner = Town.token(Town.account("live-owner", Town.organisation("LIVE-OWNER", "OWNER", root, null), "MANAGER"));
    }

    private static Reply send(String token, String type, byte[] body, String... headers) {
        return Town.ask(token, "POST", "/api/v1/samples", type, HttpRequest.BodyPublishers.ofByteArray(body), headers);
    }

    private static Reply send(String token, String type, String body, String... headers) {
        return send(token, type, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static Reply get(String token, String path) {
        Visitor visitor = Town.visitor();
        return visitor.send(visitor.request(path)
                .header("Authorization", "Bearer " + token)
                .GET()
                .build());
    }

    private static JsonNode accepted(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        JsonNode told = JSON.readTree(reply.body());
        assertThat(reply.location())
                .isEqualTo("/api/v1/batches/" + told.path("batch_id").asString());
        return told;
    }

    private static String row(String session) {
        return """
                {"observed_at":"2026-01-05T10:00:00+08:00","lon":116.5,"lat":39.5,"crs":"WGS84","operator":"CMCC","rat":"5G",\
                "rsrp_dbm":-88.5,"sinr_db":11,"session_id":"%s"}
                """.formatted(session).strip();
    }

    private static String csvRow(String session) {
        return "2026-01-05T10:00:00+08:00,116.5,39.5,WGS84,CMCC,5G,-88.5,11," + session;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    /** Sessions in the lake that begin so. */
    private static List<String> sessions(String prefix) throws IOException {
        Town.server().context().getBean(LiveDrain.class).drain();
        DataFolder data = new DataFolder(
                Town.server().context().getBean(WebOptions.class).data().orElseThrow());
        List<String> sessions = new ArrayList<>();
        LakeView view = Lake.open(data.lake()).view();
        try (Engine engine = DuckDbEngine.open(1, "300MB", Files.createTempDirectory("live"))) {
            view.attachSamples(engine, "s", view.dates());
            engine.forEach(
                    "SELECT session_id FROM s WHERE session_id LIKE '" + prefix + "%' ORDER BY session_id",
                    row -> sessions.add(row.text(0)));
        }
        return sessions;
    }

    @Test
    void eachRowIsAnsweredAndWhatIsAcceptedIsInTheLake() throws IOException {
        String body = String.join(
                "\n",
                row("nd-1"),
                "not json",
                row("nd-2").replace("\"5G\"", "\"6G\""),
                "",
                row("nd-3").replace("\"crs\"", "\"imei\":\"86012345678901\",\"crs\""));
        JsonNode told = accepted(send(manager, NDJSON, body));
        assertThat(told.path("state").asString()).isEqualTo("RECEIVED");
        assertThat(told.path("read").asInt()).isEqualTo(4);
        List<String> rows = new ArrayList<>();
        told.path("rows")
                .forEach(row -> rows.add(row.path("row").asInt() + " "
                        + row.path("result").asString() + " " + row.path("code").asString("")));
        assertThat(rows)
                .containsExactly("1 accepted ", "2 rejected FIELD_COUNT", "3 rejected RAT_UNKNOWN", "5 accepted ");
        assertThat(told.path("unknown_columns").toString()).contains("imei");
        assertThat(told.toString()).doesNotContain("86012345678901");

        assertThat(sessions("nd-")).containsExactly("nd-1", "nd-3");
        JsonNode later = JSON.readTree(
                get(manager, "/api/v1/batches/" + told.path("batch_id").asString())
                        .body());
        assertThat(later.path("state").asString()).isEqualTo("IN_LAKE");
        assertThat(later.path("file").asString()).startsWith("live-");
        assertThat(later.path("lake_batch").asString()).startsWith("b");
        assertThat(later.path("rejects")).hasSize(2);
        assertThat(later.path("rejected_by_code").path("RAT_UNKNOWN").asInt()).isEqualTo(1);
    }

    @Test
    void csvAndParquetPackedOrNotAreTakenAlike(@TempDir Path folder) throws IOException {
        String csv = CSV_HEADER + "\n" + csvRow("fmt-csv") + "\n";
        assertThat(accepted(send(manager, "text/csv; charset=utf-8", csv))
                        .path("accepted")
                        .asInt())
                .isEqualTo(1);
        byte[] packed = gzip(csv.replace("fmt-csv", "fmt-gz").getBytes(StandardCharsets.UTF_8));
        accepted(send(manager, "text/csv", packed, "Content-Encoding", "gzip"));
        Path parquet = folder.resolve("rows.parquet");
        try (Engine engine = DuckDbEngine.open(1, "300MB", folder.resolve("spill"))) {
            engine.export(
                    "SELECT '2026-01-05T10:00:00+08:00' AS observed_at, 116.5 AS lon, 39.5 AS lat, 'WGS84' AS crs,"
                            + " 'CMCC' AS operator, '5G' AS rat, -88.5 AS rsrp_dbm, 11 AS sinr_db, 'fmt-parquet' AS session_id",
                    parquet);
        }
        accepted(send(manager, "application/vnd.apache.parquet", Files.readAllBytes(parquet)));
        assertThat(sessions("fmt-")).containsExactly("fmt-csv", "fmt-gz", "fmt-parquet");
    }

    @Test
    void theSameMessageIsTakenOnceBeforeAndAfterItsWayIntoTheLake() throws IOException {
        JsonNode first = accepted(send(manager, NDJSON, row("once-1"), "Idempotency-Key", "live-1"));
        Reply again = send(manager, NDJSON, row("once-1"), "Idempotency-Key", "live-1");
        assertThat(accepted(again)).isEqualTo(first);
        assertThat(again.header("idempotent-replayed")).isEqualTo("true");
        assertThat(sessions("once-")).containsExactly("once-1");
        JsonNode later = accepted(send(manager, NDJSON, row("once-1"), "Idempotency-Key", "live-1"));
        assertThat(later.path("batch_id")).isEqualTo(first.path("batch_id"));
        assertThat(later.path("rows")).isEqualTo(first.path("rows"));
        // Without a key its bytes say that it is the same.
        accepted(send(manager, NDJSON, row("once-2")));
        accepted(send(manager, NDJSON, row("once-2")));
        Reply other = send(manager, NDJSON, row("once-3"), "Idempotency-Key", "live-1");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body()).contains("IDEMPOTENCY_KEY_REUSED");
        assertThat(sessions("once-")).containsExactly("once-1", "once-2");
    }

    @Test
    void nobodySendsWhatIsNotTheirs() throws IOException {
        assertThat(send(owner, NDJSON, row("own-0")).status()).isEqualTo(403);
        assertThat(send("sgup_wrong", NDJSON, row("own-0")).status()).isEqualTo(401);
        String body = String.join(
                "\n",
                row("own-1"),
                row("own-2").replace("CMCC", "CUCC"),
                row("own-3").replace("{", "{\"purpose\":\"AUTHORITY\","));
        JsonNode told = accepted(send(mobile, NDJSON, body));
        List<String> codes = new ArrayList<>();
        told.path("rows").forEach(row -> codes.add(row.path("code").asString("")));
        assertThat(codes).containsExactly("", "OPERATOR_NOT_YOURS", "PURPOSE_NOT_YOURS");
        assertThat(sessions("own-")).containsExactly("own-1");
        String path = "/api/v1/batches/" + told.path("batch_id").asString();
        assertThat(get(mobile, path).status()).isEqualTo(200);
        assertThat(get(manager, path).status()).isEqualTo(200);
        JsonNode others = accepted(send(manager, NDJSON, row("own-4")));
        String hidden = "/api/v1/batches/" + others.path("batch_id").asString();
        assertThat(get(mobile, hidden).status()).isEqualTo(404);
        assertThat(get(mobile, "/api/v1/batches").body())
                .doesNotContain(others.path("batch_id").asString());
        assertThat(get(manager, "/api/v1/batches").body())
                .contains(others.path("batch_id").asString());
        assertThat(sessions("own-")).containsExactly("own-1", "own-4");
        assertThat(get(mobile, hidden).status()).isEqualTo(404);
    }

    @Test
    void whatCannotBeTakenIsRefusedInWords() throws IOException {
        said(send(manager, "text/html", "<p>"), 415, "TYPE_UNSUPPORTED");
        said(send(manager, "text/csv", "a,b\n1,2\n"), 422, "FORMAT_UNKNOWN");
        said(send(manager, "text/csv", ""), 422, "FILE_EMPTY");
        said(send(manager, NDJSON, ""), 422, "HEADER_ONLY");
        said(send(manager, "text/csv", "x", "Content-Encoding", "gzip"), 400, "GZIP_BROKEN");
        said(send(manager, "text/csv", "x", "Content-Encoding", "br"), 415, "ENCODING_UNSUPPORTED");
        byte[] packed = gzip(new byte[100_000]);
        said(send(manager, "text/csv", java.util.Arrays.copyOf(packed, 40)), 400, "GZIP_BROKEN");
        said(send(manager, "text/csv", gzip(new byte[80 << 20]), "Content-Encoding", "gzip"), 413, "CONTENT_TOO_LARGE");
        said(send(manager, "text/csv", new byte[9 << 20]), 413, "BODY_TOO_LARGE");
        said(send(manager, "application/vnd.apache.parquet", "PAR1 no PAR1"), 422, "PARQUET_BROKEN");
        said(send(manager, NDJSON, row("bad-1"), "Idempotency-Key", "k".repeat(101)), 400, "IDEMPOTENCY_KEY");
        assertThat(sessions("bad-")).isEmpty();
    }

    @Test
    void whoSendsTooSlowlyIsGivenUpAndNobodyElseWaits() throws IOException {
        java.net.URI server = java.net.URI.create(Town.server().url());
        List<java.net.Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                java.net.Socket socket = new java.net.Socket(server.getHost(), server.getPort());
                slow.add(socket);
                String head = "POST /api/v1/samples HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + manager
                        + "\r\nContent-Type: text/csv\r\nContent-Length: 1000\r\n\r\nobserved_at";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            }
            accepted(send(manager, NDJSON, row("slow-1")));
            slow.get(0).setSoTimeout(60_000);
            String answer = new String(slow.get(0).getInputStream().readNBytes(12), StandardCharsets.UTF_8);
            assertThat(answer).isEqualTo("HTTP/1.1 408");
        } finally {
            for (java.net.Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static void said(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.body()).contains(code).contains("detail_zh").contains("detail_en");
    }
}
