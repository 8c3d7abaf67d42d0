package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.signalup.people.Actor;
import org.signalup.people.Actors;
import org.signalup.people.Tokens;
import org.signalup.web.Visitor.Reply;

/** Ordering an evaluation, watching it, opening its result: over HTTP, with the register's ledger and the lake. */
class JobPagesTest {
    private static final String STANDARD = "signal-upgrade-2025";
    private static Visitor manager;

    @BeforeAll
    static void fill() {
        Workshop.fill();
        manager = Town.signedIn(Town.MANAGER);
    }

    private static String order(String name) {
        Reply ordered =
                manager.fillIn("/jobs/new", "/jobs", Map.of("name", name, "standard", STANDARD, "engine", "duckdb"));
        assertThat(ordered.status()).as(ordered.body()).isIn(302, 303);
        return ordered.location();
    }

    /** The states told of a job, until the server ends. */
    private static List<String> events(String job) throws IOException, InterruptedException {
        List<String> data = new ArrayList<>();
        HttpResponse<Stream<String>> response = HttpClient.newHttpClient()
                .send(
                        manager.request(job + "/events")
                                .header("Cookie", "signalup=" + manager.session())
                                .GET()
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
        assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("text/event-stream");
        try (Stream<String> lines = response.body()) {
            lines.filter(line -> line.startsWith("data:")).forEach(data::add);
        }
        return data;
    }

    @Test
    void anEvaluationIsOrderedWatchedAndOpened() throws Exception {
        String job = order("第一批");
        List<String> events = events(job);
        assertThat(events.get(events.size() - 1)).contains("\"state\":\"DONE\"", "\"ended\":true");
        // Whoever comes later hears the last state first, and the stream ends.
        assertThat(events(job)).singleElement().asString().contains("\"state\":\"DONE\"");
        Reply page = manager.get(job);
        assertThat(page.body()).contains("打开结果", "台账版本");
        String result = page.page().select("a.main").attr("href");
        assertThat(manager.get(result).status()).isEqualTo(200);
        assertThat(manager.get("/jobs").body()).contains("第一批", "完成");
        assertThat(manager.get("/evaluations").body()).contains("第一批");
    }

    @Test
    void aFormThatIsRefusedIsShownAgainWithWhatIsWrong() {
        Reply reply = manager.fillIn(
                "/jobs/new",
                "/jobs",
                Map.of("name", "a/b", "standard", STANDARD, "from", "2025-09-30", "to", "2025-09-01"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("a/b", "应为 1 到 80 个字母");
        Reply later = manager.fillIn(
                "/jobs/new",
                "/jobs",
                Map.of("name", "ok", "standard", STANDARD, "from", "2025-09-30", "to", "2025-09-01"));
        assertThat(later.body()).contains("不早于 2025-09-30");
    }

    @Test
    void aJobIsCancelledAndOthersNeitherSeeNorOrderOne() throws Exception {
        String first = order("先跑的");
        String job = order("取消的");
        long elsewhere = Town.organisation("GLJ-11", "ADMINISTRATION", null, "{11}");
        Town.account("beijing", elsewhere, "MANAGER");
        Visitor other = Town.signedIn("beijing");
        assertThat(other.get(job).status()).isEqualTo(404);
        assertThat(other.get(job + "/events").status()).isEqualTo(404);
        assertThat(other.get("/jobs").body()).doesNotContain("取消的");
        long company = Town.organisation("CMCC-11", "OPERATOR", null, "{11}");
        Town.account("yidong", company, "MANAGER");
        assertThat(Town.signedIn("yidong").get("/jobs").status()).isEqualTo(403);
        assertThat(manager.fillIn(job, job + "/cancel", Map.of()).status()).isIn(302, 303);
        events(job);
        assertThat(manager.get(job).body()).contains("已取消");
        events(first);
        assertThat(manager.get("/e/取消的").status()).isEqualTo(404);
    }

    @Test
    void aMonthIsScheduledAndPutToRest() {
        assertThat(manager.get("/schedules").body()).contains("停机错过的月份会补上");
        Reply wrong = manager.fillIn(
                "/schedules", "/schedules", Map.of("name", "月度", "standard", STANDARD, "day", "31", "hour", "x"));
        assertThat(wrong.body()).contains("应为 1 到 28");
        Reply added = manager.fillIn(
                "/schedules", "/schedules", Map.of("name", "月度", "standard", STANDARD, "day", "3", "hour", "2"));
        assertThat(added.location()).isEqualTo("/schedules");
        Reply list = manager.get("/schedules");
        String rest = list.page().select("table form").attr("action");
        assertThat(manager.fillIn("/schedules", rest, Map.of()).location()).isEqualTo("/schedules");
        assertThat(manager.get("/schedules").body()).contains("已停用");
    }

    @Test
    void theDifferencesOfTwoEvaluationsAreTakenAwayAsFiles() {
        String path = "/e/town/compare/differences.";
        Served.Answer csv = Served.get(path + "csv?with=town-walked");
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.body().lines().findFirst().orElse(""))
                .isEqualTo(
                        "object,id,name,group,operator,verdict_before,verdict,evidence_before,evidence,stars_before,stars,causes,data");
        assertThat(csv.body()).contains("PLACE,SIM-").contains("DATA").contains("模拟数据");
        assertThat(csv.body().getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(500);
        assertThat(Served.get(path + "xlsx?with=town-walked").status()).isEqualTo(200);
        assertThat(Served.get(path + "kml?with=town-walked").status()).isEqualTo(404);
        assertThat(Served.get(path + "csv?with=nothing").status()).isEqualTo(404);
    }

    private static Reply api(String method, String path, String token, String body) {
        return Town.ask(token, method, "/api/v1" + path, body.isEmpty() ? null : body);
    }

    @Test
    void programsOrderWatchAndCancelToo() throws Exception {
        Actor actor = new Actors(Town.store()).find(Town.MANAGER).orElseThrow();
        String token = Town.server()
                .context()
                .getBean(Tokens.class)
                .make(actor, "jobs", List.of("EVALUATION_RUN", "RESULT_READ"), 1)
                .secret();
        Reply refused = api("POST", "/jobs", token, "{\"name\":\"..\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("content-type")).startsWith("application/problem+json");
        Reply made = api("POST", "/jobs", token, "{\"name\":\"api\",\"standard\":\"" + STANDARD + "\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.header("location")).startsWith("/api/v1/jobs/");
        assertThat(made.header("etag")).isNotEmpty();
        String path = made.header("location").replace("/api/v1", "");
        assertThat(api("POST", path + "/cancel", token, "").status()).isEqualTo(200);
        assertThat(api("GET", path, token, "").body()).contains("\"name\":\"api\"", "\"job_id\":");
        assertThat(api("GET", "/jobs?limit=1", token, "").body()).contains("\"next\":");
        assertThat(api("GET", "/evaluations", token, "").body()).contains("\"evaluation\":\"town\"");
        assertThat(api("GET", "/evaluations/town", token, "").body()).contains("\"key_points\":", "\"digests\":");
    }
}
