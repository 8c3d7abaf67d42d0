package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.signalup.store.DataFolder;
import org.signalup.store.Scope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A device is erased from the lake, from messages on their way and from raw files, and its id stays nowhere. */
class ErasureTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ID = "er-phone-350000000000058";
    private static final String HEADER = "observed_at,operator,rat,lon,lat,crs,rsrp_dbm,purpose,device_id\n";
    private static String token;

    @BeforeAll
    static void people() {
        Workshop.fill();
        token = Town.token(Town.id("account", "login", Town.MANAGER));
    }

    private static String row(int second, String device) {
        return "2026-04-05T10:00:%02d+08:00,CMCC,5G,116.4,39.9,WGS84,-88,THIRD_PARTY,%s\n".formatted(second, device);
    }

    private static Path data() {
        return Town.server().context().getBean(WebOptions.class).data().orElseThrow();
    }

    private static String upload(String name, String rows) {
        String part = "--XX\r\nContent-Disposition: form-data; ";
        String body = part + "name=\"basis\"\r\n\r\nCONSENT\r\n" + part + "name=\"file\"; filename=\"" + name
                + "\"\r\n\r\n" + HEADER + rows + "\r\n--XX--\r\n";
        return Town.ask(
                        token,
                        "POST",
                        "/api/v1/uploads",
                        "multipart/form-data; boundary=XX",
                        BodyPublishers.ofString(body))
                .location();
    }

    private static Visitor.Reply settled(String path) {
        Visitor.Reply reply = Town.ask(token, "GET", path, null);
        for (int i = 0; i < 600 && reply.body().matches("(?s).*\"state\":\"(READING|COMMITTING)\".*"); i++) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            reply = Town.ask(token, "GET", path, null);
        }
        return reply;
    }

    private static JsonNode ask(boolean confirm) {
        return JSON.readTree(Town.ask(
                        token,
                        "POST",
                        "/api/v1/erasures",
                        "{\"device\":\"" + ID + "\",\"asked_by\":\"王五\",\"reason\":\"撤回同意\",\"confirm\":" + confirm
                                + "}")
                .body());
    }

    private static List<Path> holding(Path below) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> {
                        try {
                            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(ID);
                        } catch (IOException e) {
                            return false;
                        }
                    })
                    .toList();
        }
    }

    @Test
    void whatWasFoundGoesAndAReceiptStays() throws IOException {
        String taken = upload("er-a.csv", row(1, ID) + row(2, ID) + row(3, "er-other"));
        Town.ask(
                token,
                "POST",
                taken + "/commit",
                null,
                "If-Match",
                settled(taken).header("etag"));
        assertThat(settled(taken).body()).contains("\"state\":\"COMMITTED\"");
        String open = upload("er-b.csv", row(4, ID));
        String others = upload("er-c.csv", row(5, "er-other"));
        settled(open);
        settled(others);
        Visitor.Reply live = Town.ask(
                token,
                "POST",
                "/api/v1/samples",
                "text/csv",
                BodyPublishers.ofString(HEADER + row(6, ID) + row(7, "er-x")));
        assertThat(live.status()).as(live.body()).isEqualTo(202);

        JsonNode found = ask(false).path("found");
        assertThat(found.path("uploads").size()).isEqualTo(2);
        long rows = 0;
        for (String where : List.of("lake", "messages")) {
            for (JsonNode one : found.path(where)) {
                rows += one.path("rows").asLong();
            }
        }
        assertThat(rows).isEqualTo(3);
        assertThat(holding(new DataFolder(data()).uploads())).hasSize(2);

        JsonNode done = ask(true);
        assertThat(done.path("rows_erased").asLong()).isEqualTo(3);
        assertThat(done.path("files_erased").asLong()).isEqualTo(2);
        assertThat(done.path("ended_at").isNull()).isFalse();
        assertThat(done.path("pseudonyms").get(0).asString()).matches("p[0-9a-f]{16}");
        assertThat(settled(open).body()).contains("\"state\":\"DISCARDED\"");
        assertThat(settled(others).body()).contains("\"state\":\"READ\"");
        JsonNode after = ask(false).path("found");
        for (String where : List.of("lake", "uploads", "messages")) {
            assertThat(after.path(where).size()).as(where).isZero();
        }
        assertThat(holding(new DataFolder(data()).uploads())).isEmpty();
        assertThat(holding(new DataFolder(data()).lake())).isEmpty();
        assertThat(tablesHolding()).isEmpty();

        Visitor manager = Town.signedIn(Town.MANAGER);
        String receipt =
                manager.get("/erasures/" + done.path("erasure_id").asLong()).body();
        assertThat(receipt).contains("王五", "撤回同意", "er-a.csv").doesNotContain(ID);
        assertThat(manager.get("/erasures/list.csv").body()).contains("王五");
        assertThat(manager.get("/sources?basis=CONSENT").body())
                .contains("er-a.csv")
                .doesNotContain("没有这种依据");
        assertThat(manager.get("/sources/list.csv?basis=DUTY").body()).doesNotContain("er-a.csv");
    }

    private static List<String> tablesHolding() {
        return Town.store()
                .read(
                        Scope.PLATFORM,
                        client -> client
                                .sql("select tablename from pg_tables where schemaname = 'public'")
                                .query(String.class)
                                .list()
                                .stream()
                                .filter(table ->
                                        client.sql("select count(*) from \"" + table + "\" t where t::text like :id")
                                                        .param("id", "%" + ID + "%")
                                                        .query(Long.class)
                                                        .single()
                                                > 0)
                                .toList());
    }

    @Test
    void wordsThatWouldKeepTheIdAreRefusedAndSoIsWhoMayNot() {
        Visitor.Reply said = Town.ask(
                token,
                "POST",
                "/api/v1/erasures",
                "{\"device\":\"er-1\",\"asked_by\":\"owner of er-1\",\"reason\":\"\",\"confirm\":true}");
        assertThat(said.status()).isEqualTo(422);
        assertThat(said.body()).contains("\"asked_by\"", "\"reason\"");
        String member =
                Town.token(Town.account("er-member", Town.organisation("ER-ORG", "ASSESSOR", null, "{97}"), "MANAGER"));
        assertThat(Town.ask(member, "GET", "/api/v1/erasures", null).status()).isEqualTo(403);
        Visitor manager = Town.signedIn(Town.MANAGER);
        assertThat(manager.fillIn("/erasures", "/erasures", Map.of("device", "er-2", "asked_by", "a", "reason", "b"))
                        .body())
                .contains("没有找到任何东西", "确认抹去");
    }

    @Test
    void aPurgeIsOrderedAndShownWithWhatThePolicyMeans() {
        Visitor manager = Town.signedIn(Town.MANAGER);
        assertThat(Town.ask(token, "POST", "/api/v1/purges", "").body())
                .contains("\"what\":\"SAMPLES\"", "\"purge_id\":");
        assertThat(manager.get("/retention").body()).contains("1,825", "retention.yml 没有规定期限");
        assertThat(manager.get("/jobs").body()).contains("没有到期的");
        assertThat(manager.get("/retention/list.csv").body()).contains("上传的原始文件,180");
    }
}
