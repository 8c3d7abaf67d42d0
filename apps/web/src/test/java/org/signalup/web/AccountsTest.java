package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.signalup.store.Scope;
import org.signalup.web.Visitor.Reply;

/** Looking after people, by pages and by the API, also by requests no page would send. */
class AccountsTest {
    private static long operator;
    private static long other;

    @BeforeAll
    static void people() {
        long root = Town.id("organisation", "code", "GLJ");
        operator = Town.organisation("CMCC-37", "OPERATOR", root, "{37}");
        other = Town.organisation("CTCC-37", "OPERATOR", root, "{37}");
        Town.account("cmcc", operator, "MANAGER");
        Town.account("ctcc-reader", other, "READER");
    }

    private static Map<String, String> form(String login, long organisation, String role) {
        return Map.of(
                "login",
                login,
                "name",
                login,
                "email",
                "",
                "organisation",
                Long.toString(organisation),
                "role",
                role,
                "language",
                "ZH");
    }

    @Test
    void aNewAccountGetsACodeAndItsOwnerChoosesThePassword() {
        Visitor manager = Town.signedIn("cmcc");
        Reply made = manager.fillIn("/accounts/new", "/accounts", form("cmcc-2", operator, "MEMBER"));
        assertThat(made.status()).isEqualTo(303);
        String code = manager.get(made.location()).page().select("#code").text();
        assertThat(code).matches("([A-Z0-9]{4}-){3}[A-Z0-9]{4}");
        assertThat(manager.get(made.location()).page().select("#code")).isEmpty();

        Visitor owner = Town.visitor();
        Map<String, String> choice =
                new HashMap<>(Map.of("code", code, "password", "cmcc-2 cmcc-2", "password_again", "cmcc-2 cmcc-2"));
        assertThat(owner.fillIn("/join", "/join", choice).body()).contains("密码不能包含登录名");
        choice.putAll(Map.of("password", Town.PASSWORD, "password_again", Town.PASSWORD));
        assertThat(owner.fillIn("/join", "/join", choice).location()).isEqualTo("/sign-in?made");
        assertThat(owner.signIn("cmcc-2", Town.PASSWORD).location()).isEqualTo("/");
        assertThat(owner.get("/").page().select(".cards a").eachAttr("href")).doesNotContain("/accounts");
    }

    @Test
    void nobodyReachesBeyondWhatIsTheirsByRequestsMadeByHand() {
        Visitor manager = Town.signedIn("cmcc");
        long root = Town.id("organisation", "code", "GLJ");
        long reader = Town.id("account", "login", "ctcc-reader");
        for (long organisation : new long[] {root, other}) {
            Reply refused = manager.fillIn("/accounts/new", "/accounts", form("spy", organisation, "MANAGER"));
            assertThat(refused.body()).contains("只能为本单位和下级单位建账号");
        }
        assertThat(manager.get("/accounts/" + reader).status()).isEqualTo(404);
        for (String act : new String[] {"", "/active", "/code", "/unlock"}) {
            Map<String, String> body = new HashMap<>(form("ctcc-reader", operator, "READER"));
            body.putAll(Map.of("version", "1", "active", "no", "sure", "yes", "reason", "离职"));
            Reply refused = manager.fillIn("/accounts", "/accounts/" + reader + act, body);
            assertThat(refused.status()).as(act).isIn(200, 404);
            assertThat(refused.location()).as(act).isEmpty();
        }
        assertThat(manager.fillIn(
                                "/organisations/new",
                                "/organisations",
                                Map.of(
                                        "code",
                                        "SPY",
                                        "name",
                                        "x",
                                        "kind",
                                        "ADMINISTRATION",
                                        "parent",
                                        Long.toString(operator)))
                        .body())
                .contains("只能建与本单位同类的下级单位");
        assertThat(manager.fillIn(
                                "/organisations/new",
                                "/organisations",
                                Map.of(
                                        "code",
                                        "SPY",
                                        "name",
                                        "x",
                                        "kind",
                                        "OPERATOR",
                                        "parent",
                                        Long.toString(operator),
                                        "divisions",
                                        "36"))
                        .body())
                .contains("不能给出超过本单位的范围");
        assertThat(Town.store()
                        .<Long>read(
                                Scope.PLATFORM,
                                client -> client.sql(
                                                "select count(*) from account where login = 'spy' or (login = 'ctcc-reader' and not active)")
                                        .query(Long.class)
                                        .single()))
                .isZero();
    }

    @Test
    void whoIsNotAManagerSeesNeitherPagesNorResourcesOfPeople() {
        Visitor reader = Town.signedIn("ctcc-reader");
        for (String path : new String[] {"/accounts", "/accounts/new", "/organisations", "/own/tokens"}) {
            assertThat(reader.get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(reader.fillIn("/own", "/accounts", form("spy2", other, "MANAGER"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aTokenIsShownOnceAndDoesWhatItWasGivenUntilItIsRevoked() {
        Visitor manager = Town.signedIn(Town.MANAGER);
        Reply made = manager.fillIn(
                "/own/tokens", "/own/tokens", Map.of("name", "nightly", "may", "PEOPLE_MANAGE", "days", "7"));
        String secret = manager.get(made.location()).page().select("#secret").text();
        assertThat(secret).startsWith("sgup_");
        assertThat(manager.get("/own/tokens").body()).contains("nightly").doesNotContain(secret);

        assertThat(api("GET", "/self", secret, null, null).body()).contains("\"may\":[\"PEOPLE_MANAGE\"]");
        assertThat(api("GET", "/tokens", secret, null, null).status()).isEqualTo(403);
        Reply list = api("GET", "/accounts?limit=1", secret, null, null);
        assertThat(list.body()).contains("\"organisation_id\":").contains("\"next\":\"");

        String body = "{\"login\":\"api-1\",\"name\":\"api\",\"organisation_id\":" + operator + ",\"role\":\"READER\"}";
        Reply created = api("POST", "/accounts", secret, body, null);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("etag")).isEqualTo("\"1\"");
        String address = created.header("location").replace("/api/v1", "");
        assertThat(api("PUT", address, secret, body.replace("READER", "MEMBER"), null)
                        .status())
                .isEqualTo(428);
        assertThat(api("PUT", address, secret, body.replace("READER", "MEMBER"), "\"1\"")
                        .body())
                .contains("\"role\":\"MEMBER\"")
                .contains("\"version\":2");
        assertThat(api("PUT", address, secret, body, "\"1\"").status()).isEqualTo(412);
        Reply refused = api("POST", "/accounts", secret, body, null);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("LOGIN_TAKEN").contains("message_zh");

        String id = manager.get("/own/tokens")
                .page()
                .select("form[action$=/revoke]")
                .attr("action");
        manager.fillIn("/own/tokens", id, Map.of());
        assertThat(api("GET", "/self", secret, null, null).status()).isEqualTo(401);
    }

    private static Reply api(String method, String path, String token, String body, String match) {
        String[] headers = match == null ? new String[0] : new String[] {"If-Match", match};
        return Town.ask(token, method, "/api/v1" + path, body, headers);
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndNotThisOne() {
        Town.account("cmcc-3", operator, "MEMBER");
        Visitor here = Town.signedIn("cmcc-3");
        Visitor there = Town.signedIn("cmcc-3");
        String wanted = "another good sentence";
        Reply changed = here.fillIn(
                "/own",
                "/own/password",
                Map.of("present", Town.PASSWORD, "password", wanted, "password_again", wanted));
        assertThat(changed.location()).isEqualTo("/own?saved");
        assertThat(here.get("/own").status()).isEqualTo(200);
        assertThat(there.get("/own").location()).isEqualTo("/sign-in?ended");
    }

    @Test
    void listsAreFilesToo() {
        Visitor manager = Town.signedIn("cmcc");
        assertThat(manager.get("/accounts/list.csv?q=cmcc").body())
                .startsWith("login,name,email,organisation,role,active")
                .contains("cmcc,cmcc,,CMCC-37,MANAGER,yes")
                .doesNotContain("ctcc-reader");
        assertThat(manager.get("/organisations/list.csv").body()).contains("CMCC-37,CMCC-37,OPERATOR,,37,,");
        assertThat(manager.get("/accounts/list.xlsx").header("content-disposition"))
                .contains("accounts.xlsx");
    }

    @Test
    void theRecordSaysWhoChangedWhatWithoutSecrets() {
        long account = Town.account("cmcc-9", operator, "READER");
        Visitor manager = Town.signedIn("cmcc");
        Map<String, String> change = new HashMap<>(form("cmcc-9", operator, "MEMBER"));
        change.put("version", "1");
        assertThat(manager.fillIn("/accounts/" + account, "/accounts/" + account, change)
                        .location())
                .endsWith("?saved");
        assertThat(manager.get("/audit").status()).isEqualTo(403);
        Visitor auditor = Town.signedIn(Town.MANAGER);
        String of = "subject=account&key=" + account;
        String page = auditor.get("/audit?" + of).page().select("tbody").text();
        assertThat(page).contains("role: READER MEMBER").contains("cmcc ").doesNotContain("password_hash: $");
        assertThat(auditor.get("/audit/list.csv?" + of).body())
                .startsWith("seq,at,who,subject,key,division,action,before,after,reason")
                .contains(",UPDATE,")
                .doesNotContain("$2a$");
        assertThat(auditor.get("/audit?who=nobody-at-all").body()).contains("没有符合条件的改动");
        assertThat(auditor.get("/audit?from=yesterday").status()).isEqualTo(400);
    }
}
