package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.signalup.web.Served.Answer;
import org.signalup.web.Visitor.Reply;

/** What filters of crowd samples did, evaluations without one of them, and figures that internet companies bring. */
class CrowdAndAggregatesTest {
    private static final String PATH = "/api/v1/service-aggregates";
    private static final String TYPE = "multipart/form-data; boundary=XX";
    private static final String HEADER =
            "provider,method,from,to,division_code,operator,service,sessions,users,connect_share,stall_ratio\n";

    private static Visitor manager;
    private static String token;

    @BeforeAll
    static void people() {
        Workshop.fill();
        manager = Town.signedIn(Town.MANAGER);
        token = Town.token(Town.id("account", "login", Town.MANAGER));
    }

    private static Reply bring(String by, String name, String content) {
        String body = "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n"
                + content + "\r\n--XX--\r\n";
        return Town.ask(by, "POST", PATH, TYPE, BodyPublishers.ofString(body));
    }

    private static String row(String provider, String division, String connect) {
        return provider + ",every session,2025-09-01,2025-09-30," + division + ",CMCC,LIVE,5000,900," + connect
                + ",0.02\n";
    }

    @Test
    void aFileIsLookedAtRowByRowKeptAndSeenByItsOwnOnly() {
        Reply brought = bring(
                token,
                "live.csv",
                HEADER + row("Live A", "990000", "0.99") + row("", "990000", "0.99") + row("Live B", "990000", "99"));
        assertThat(brought.status()).isEqualTo(201);
        assertThat(brought.body())
                .contains(
                        "\"rows\":3", "\"rows_refused\":2", "PROVIDER_MISSING", "\"code\":\"RANGE\"", "connect_share");
        String one = brought.location();
        assertThat(Town.ask(token, "GET", one, null).body()).contains("live.csv");
        assertThat(Town.ask(token, "GET", PATH, null).body()).contains("live.csv");
        assertThat(manager.get("/aggregates").body()).contains("live.csv", "使用中");
        assertThat(manager.get("/aggregates/" + one.substring(one.lastIndexOf('/') + 1))
                        .body())
                .contains("缺少提供方", "数值不合理");
        String stranger = Town.token(
                Town.account("agg-other", Town.organisation("AGG-OTHER", "ASSESSOR", null, "{97}"), "MANAGER"));
        assertThat(Town.ask(stranger, "GET", one, null).status()).isEqualTo(404);
        assertThat(Town.ask(stranger, "GET", PATH, null).body()).doesNotContain("live.csv");
    }

    @Test
    void theSameContentTwiceOrNoUsableRowIsRefusedInWords() {
        String content = HEADER + row("Live C", "990000", "0.98");
        assertThat(bring(token, "c.csv", content).status()).isEqualTo(201);
        assertThat(bring(token, "again.csv", content).body()).contains("BROUGHT_BEFORE");
        assertThat(bring(token, "d.csv", HEADER + row("", "990000", "0.98")).body())
                .contains("NO_ROW", "PROVIDER_MISSING");
        assertThat(bring(token, "e.csv", "nothing\nlike it\n").body()).contains("COLUMN_MISSING");
    }

    @Test
    void anEvaluationShowsWhatWasBroughtUntilItIsWithdrawnAndWhatItWouldBeWithoutARule() throws Exception {
        Reply brought = bring(token, "beside.csv", HEADER + row("Live D", "990000", "0.995"));
        String id = brought.location().substring(brought.location().lastIndexOf('/') + 1);
        run(manager.fillIn("/jobs/new", "/jobs", Map.of("name", "crowd-base", "standard", "signal-upgrade-2025")));
        assertThat(manager.get("/e/crowd-base").body()).contains("互联网企业汇总数据", "Live D", "99.50 %");
        assertThat(manager.get("/e/crowd-base/download/service_aggregates.csv").body())
                .contains("Live D", "every session");
        manager.fillIn("/aggregates/" + id, "/aggregates/" + id + "/withdraw", Map.of());

        assertThat(manager.get("/e/crowd-base/crowd").body()).contains("还没有关闭规则的对照批次", "DUPLICATE");
        run(manager.fillIn("/e/crowd-base/crowd", "/e/crowd-base/crowd/without", Map.of("rule", "PER_DAY")));
        Reply compared = manager.get("/e/crowd-base/crowd");
        assertThat(compared.body()).contains("crowd-base-PER_DAY", "判定改变", "均值接入速率");
        assertThat(manager.get("/e/crowd-base-PER_DAY/crowd").body()).contains("本批次关闭了规则", "PER_DAY");
        assertThat(manager.get("/e/crowd-base-PER_DAY").body()).doesNotContain("Live D");
        assertThat(manager.get("/e/crowd-base/crowd/filters.csv").body()).contains("rule,rule_name,source", "PER_DAY");
        assertThat(manager.fillIn("/e/crowd-base/crowd", "/e/crowd-base/crowd/without", Map.of("rule", "PER_DAY"))
                        .body())
                .contains("已有这个名称的评测");
    }

    private static void run(Reply ordered) throws InterruptedException {
        String job = ordered.location();
        assertThat(job).as(ordered.body()).startsWith("/jobs/");
        for (int i = 0; i < 600 && !manager.get(job).body().contains("打开结果"); i++) {
            Thread.sleep(100);
        }
        assertThat(manager.get(job).body()).contains("打开结果");
    }

    @Test
    void theReaderShowsWhatEachRuleDidWithoutAButton() {
        Answer zh = Served.get("/e/town/crowd");
        assertThat(zh.status()).isEqualTo(200);
        assertThat(zh.body()).contains("众测过滤", "终端单日测试过多", "--without-filter").doesNotContain("<form method=\"post\"");
        assertThat(Served.get("/e/town/crowd?lang=en").body())
                .contains("Crowd filters", "too many tests of a device in a day");
        assertThat(Served.get("/e/town/crowd/filters.xlsx").status()).isEqualTo(200);
        assertThat(Served.get("/e/town-2024/crowd").body()).contains("这份标准不过滤众测样本");
    }
}
