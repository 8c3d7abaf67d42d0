package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.store.Scope;
import org.signalup.web.Visitor.Reply;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What all resources of the API have in common, by real requests. */
class ApiTest {
    private static final Path DOCUMENT = Served.root().resolve("docs/reference/openapi.json");
    private static final JsonMapper JSON = new JsonMapper();
    private static String token;

    @BeforeAll
    static void aManager() {
        token = Town.token(Town.id("account", "login", Town.MANAGER));
    }

    private static Reply send(String method, String path, String body, String... headers) {
        return Town.ask(token, method, path, body, headers);
    }

    private static JsonNode get(String path) {
        Reply reply = send("GET", path, "");
        assertThat(reply.status()).as(path + " " + reply.body()).isEqualTo(200);
        return JSON.readTree(reply.body());
    }

    private static String organisation(String code) {
        return """
                {"code": "%s", "name": "甲", "kind": "ASSESSOR", "parent_id": %d}
                """.formatted(code, Town.id("organisation", "code", "GLJ"));
    }

    private static long organisations(String code) {
        return Town.store()
                .read(
                        Scope.PLATFORM,
                        client -> client.sql("select count(*) from organisation where code = :code")
                                .param("code", code)
                                .query(Long.class)
                                .single());
    }

    @Test
    void theSameRequestWithAKeyIsDoneOnceAndAnsweredAlike() {
        Reply first = send("POST", "/api/v1/organisations", organisation("ONCE"), "Idempotency-Key", "k-1");
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        Reply again = send("POST", "/api/v1/organisations", organisation("ONCE"), "Idempotency-Key", "k-1");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("location")).isEqualTo(first.header("location"));
        assertThat(again.header("idempotent-replayed")).isEqualTo("true");
        assertThat(organisations("ONCE")).isEqualTo(1);
        Reply other = send("POST", "/api/v1/organisations", organisation("OTHER"), "Idempotency-Key", "k-1");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body()).contains("IDEMPOTENCY_KEY_REUSED");
        assertThat(organisations("OTHER")).isZero();
    }

    @Test
    void aSecretIsToldOnceAndKeptNowhere() {
        String sent = """
                {"name": "脚本", "may": ["RESULT_READ"], "days": 30}
                """;
        Reply first = send("POST", "/api/v1/tokens", sent, "Idempotency-Key", "k-2");
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        String secret = JSON.readTree(first.body()).path("secret").asString();
        Reply again = send("POST", "/api/v1/tokens", sent, "Idempotency-Key", "k-2");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("TOLD_ONCE").doesNotContain(secret);
        long kept = Town.store()
                .read(
                        Scope.PLATFORM,
                        client -> client.sql(
                                        "select count(*) from idempotency where position(:secret in coalesce(body, '')) > 0")
                                .param("secret", secret)
                                .query(Long.class)
                                .single());
        assertThat(kept).isZero();
    }

    @Test
    void aChangeNeedsTheVersionItWasReadWithAndTheSecondOfTwoIsTold() {
        Reply made = send("POST", "/api/v1/organisations", organisation("TWO"));
        String path = made.location();
        String change = organisation("TWO").replace("甲", "乙");
        assertThat(send("PUT", path, change).status()).isEqualTo(428);
        Reply first = send("PUT", path, change, "If-Match", made.header("etag"));
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        Reply second = send("PUT", path, change.replace("乙", "丙"), "If-Match", made.header("etag"));
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.body())
                .contains("CHANGED_MEANWHILE")
                .contains("detail_zh")
                .contains("detail_en");
        assertThat(get(path).path("name").asString()).isEqualTo("乙");
    }

    @Test
    void aTableComesPieceByPieceWithoutDoublingOrLosingARow() throws IOException {
        String table = "/api/v1/evaluations/town/tables/points";
        List<String> rows = new ArrayList<>();
        String after = "";
        do {
            JsonNode piece = get(table + "?limit=7" + after);
            piece.path("items")
                    .forEach(row -> rows.add(row.path("point_id").asString()
                            + row.path("operator").asString()
                            + row.path("rat").asString()));
            after = piece.path("next").isNull()
                    ? ""
                    : "&after=" + piece.path("next").asString();
        } while (!after.isEmpty());
        List<String> file = Files.readAllLines(Served.folder("town").resolve("points.csv"));
        assertThat(rows).hasSize(file.size() - 1).doesNotHaveDuplicates();
        JsonNode failing = get(table + "?operator=CMCC&rat=ANY&verdict=FAIL");
        assertThat(failing.path("items")).isNotEmpty().allSatisfy(row -> {
            assertThat(row.path("operator").asString()).isEqualTo("CMCC");
            assertThat(row.path("verdict").asString()).isEqualTo("FAIL");
        });
        assertThat(send("GET", table + "?limit=0", "").status()).isEqualTo(400);
        assertThat(send("GET", table + "?after=nonsense", "").status()).isEqualTo(400);
        assertThat(send("GET", "/api/v1/evaluations/town/tables/sample", "").status())
                .isEqualTo(404);
    }

    @Test
    void theFilesOfAnEvaluationComeAsItsManifestListsThem() throws IOException {
        String files = "/api/v1/evaluations/town/files";
        JsonNode listed = get(files);
        assertThat(listed.findValuesAsString("name")).contains("manifest.json", "points.csv", "places.csv");
        Reply points = send("GET", files + "/points.csv", "");
        assertThat(points.header("content-type")).startsWith("text/csv");
        long bytes = StreamSupport.stream(listed.spliterator(), false)
                .filter(file -> file.path("name").asString().equals("points.csv"))
                .findFirst()
                .orElseThrow()
                .path("bytes")
                .asLong();
        assertThat(points.body().getBytes(StandardCharsets.UTF_8).length).isEqualTo(bytes);
        assertThat(send("GET", files + "/..%2Fsummary.json", "").status()).isIn(400, 404);
    }

    @Test
    void whoAsksTooMuchIsToldWhenToComeBack(@TempDir Path data) throws IOException {
        Files.writeString(data.resolve("signalup.properties"), "signalup.api.address-requests-a-minute=3\n");
        try (WebServer server = WebServer.start(WebOptions.platform(data, Served.PROGRAMME, WebOptions.LOCAL, 0))) {
            Visitor visitor = new Visitor(server.url());
            for (int request = 0; request < 3; request++) {
                assertThat(visitor.get("/api/v1/self").status()).isEqualTo(401);
            }
            Reply fourth = visitor.get("/api/v1/self");
            assertThat(fourth.status()).isEqualTo(429);
            assertThat(Integer.parseInt(fourth.header("retry-after"))).isBetween(1, 60);
            assertThat(fourth.body()).contains("TOO_MANY_REQUESTS");
            assertThat(visitor.get("/sign-in").status()).isEqualTo(200);
        }
    }

    @Test
    void theDocumentTellsEveryResourceAndIsWhatWasCommitted() throws IOException {
        JsonNode document = get("/api/v1/openapi.json");
        Set<String> told = new HashSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> told.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(told).containsExactlyInAnyOrderElementsOf(handled());
        String now = document.toPrettyString().replace(Town.server().url(), "http://localhost:8080") + "\n";
        String before = Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "";
        if (!now.equals(before)) {
            Files.writeString(DOCUMENT, now);
        }
        assertThat(before)
                .as("docs/reference/openapi.json was out of date and has been rewritten")
                .isEqualTo(now);
    }

    private static Set<String> handled() {
        Set<String> handled = new HashSet<>();
        Town.server()
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/v1/"))
                        .forEach(path -> {
                            for (RequestMethod method :
                                    mapping.getMethodsCondition().getMethods()) {
                                handled.add(method + " " + path.replaceAll("\\{(\\w+):[^}]*}", "{$1}"));
                            }
                        }));
        return handled;
    }
}
