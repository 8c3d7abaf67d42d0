package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalup.web.Visitor.Reply;

/** Coming in and going out. */
class SignInTest {
    @TempDir
    Path folder;

    @Test
    void theFirstAccountNeedsTheCodeOfTheTerminalAndIsMadeOnce() {
        String first;
        try (WebServer server = WebServer.start(WebOptions.platform(folder, WebOptions.LOCAL, 0))) {
            first = server.firstCode().orElseThrow();
        }
        try (WebServer server = WebServer.start(WebOptions.platform(folder, WebOptions.LOCAL, 0))) {
            Visitor visitor = new Visitor(server.url());
            assertThat(visitor.get("/").location()).isEqualTo("/sign-in");
            Reply old = visitor.fillIn("/first", "/first", Town.first(first));
            assertThat(old.status()).isEqualTo(200);
            assertThat(old.body()).contains("启动码不对、已用过或已过期");
            String code = server.firstCode().orElseThrow();
            Reply weak = visitor.fillIn("/first", "/first", with(Town.first(code), "password", "12345"));
            assertThat(weak.body()).contains("两次填写的不一样");
            assertThat(visitor.fillIn("/first", "/first", Town.first(code.toLowerCase(java.util.Locale.ROOT)))
                            .location())
                    .isEqualTo("/sign-in?made");
            assertThat(visitor.get("/first").status()).isEqualTo(404);
            assertThat(visitor.signIn(Town.MANAGER, Town.PASSWORD).location()).isEqualTo("/");
            assertThat(visitor.get("/").body()).contains("某省通信管理局");
        }
        try (WebServer server = WebServer.start(WebOptions.platform(folder, WebOptions.LOCAL, 0))) {
            assertThat(server.firstCode()).isEmpty();
        }
    }

    private static Map<String, String> with(Map<String, String> form, String field, String value) {
        Map<String, String> changed = new java.util.HashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    @Test
    void nobodySeesAnythingBeforeSigningInButTheFormAndItsLooks() {
        Visitor visitor = Town.visitor();
        assertThat(visitor.get("/e/town/places?operator=CMCC").location())
                .isEqualTo("/sign-in?next=%2Fe%2Ftown%2Fplaces%3Foperator%3DCMCC");
        assertThat(visitor.get("/nothing").location()).startsWith("/sign-in");
        assertThat(visitor.get("/map/backdrop.geojson").location()).startsWith("/sign-in");
        assertThat(visitor.get("/sign-in").status()).isEqualTo(200);
        assertThat(visitor.get("/tokens.css").status()).isEqualTo(200);
        assertThat(visitor.get("/site.css").status()).isEqualTo(200);
    }

    @Test
    void signedInOneComesToWhereOneWantedAndOutAgain() {
        Visitor visitor = Town.visitor();
        Reply in = visitor.fillIn(
                "/sign-in?next=%2Fe%2Ftown",
                "/sign-in", Map.of("login", " GUANLI ", "password", Town.PASSWORD, "next", "/e/town"));
        assertThat(in.location()).isEqualTo("/e/town");
        assertThat(visitor.get("/e/town").status()).isEqualTo(200);
        assertThat(visitor.get("/sign-in").location()).isEqualTo("/");
        assertThat(visitor.fillIn("/", "/sign-out", Map.of()).location()).isEqualTo("/sign-in?out");
        assertThat(visitor.get("/e/town").location()).startsWith("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example/",
                "/\\elsewhere.example/",
                "/\t/elsewhere.example/",
                "\\\\elsewhere.example",
                "javascript:alert(1)",
                " //elsewhere.example"
            })
    void signingInLeadsNowhereElse(String next) {
        Reply in = Town.visitor()
                .fillIn("/sign-in", "/sign-in", Map.of("login", Town.MANAGER, "password", Town.PASSWORD, "next", next));
        assertThat(in.location()).isEqualTo("/");
    }

    @Test
    void aSessionGetsANewNameWhenItsOwnerSignsIn() {
        Visitor visitor = Town.visitor();
        visitor.get("/sign-in");
        String before = visitor.session();
        visitor.signIn(Town.MANAGER, Town.PASSWORD);
        assertThat(visitor.session()).isNotEmpty().isNotEqualTo(before);
        Visitor attacker = Town.visitor();
        attacker.takeSession(before);
        assertThat(attacker.get("/").location()).isEqualTo("/sign-in");
    }

    @ParameterizedTest
    @CsvSource({"guanli,wrong password here", "nobody-has-this,correct horse battery", "'',''"})
    void aWrongPasswordAndALoginNobodyHasAreAnsweredAlike(String login, String password) {
        assertThat(Town.visitor().signIn(login, password).location()).isEqualTo("/sign-in?wrong");
    }

    @Test
    void aFormWithoutItsSecretDoesNothing() {
        Visitor visitor = Town.signedIn(Town.MANAGER);
        Reply forged = visitor.post("/sign-out", "");
        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.body()).contains("这个页面开得太久");
        assertThat(visitor.get("/").status()).isEqualTo(200);
    }

    @Test
    void programsAreToldInJsonThatTheyNeedAToken() {
        Reply reply = Town.signedIn(Town.MANAGER).get("/api/v1/anything");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("content-type")).startsWith("application/problem+json");
        assertThat(reply.header("www-authenticate")).startsWith("Bearer");
        assertThat(reply.body())
                .contains("\"code\":\"TOKEN_NEEDED\"")
                .contains("detail_zh")
                .contains("detail_en");
    }

    @Test
    void whoSeesAPartOpensAnEvaluationButNotItsFilesAndWhoSeesNoResultsOpensNone() {
        long branch = Town.organisation("GLJ-3701", "ADMINISTRATION", null, "{3701}");
        Town.account("branch", branch, "MANAGER");
        Visitor visitor = Town.signedIn("branch");
        assertThat(visitor.get("/e/town").status()).isEqualTo(200);
        Reply refused = visitor.get("/e/town/file/points.csv");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("查看范围不受限的人");
        long company = Town.organisation("WLW", "INTERNET", null, null);
        Town.account("app", company, "MANAGER");
        Reply ungranted = Town.signedIn("app").get("/e/town");
        assertThat(ungranted.status()).isEqualTo(403);
        assertThat(ungranted.body()).contains("查看评测结果");
    }
}
