package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** How people come to the platform, in a real browser: the first account, colleagues, a forgotten password, a program. */
class PeopleJourneyTest extends InABrowser {
    @TempDir
    static Path folder;

    private final List<String> faults = new ArrayList<>();
    private String url;

    private void open(String path) {
        browser.driver().get(url + path);
        browser.until("document.readyState === 'complete'");
    }

    private void fill(String field, String value) {
        WebElement input = browser.driver().findElement(By.name(field));
        input.clear();
        input.sendKeys(value);
    }

    /** Presses a button and waits for the page that comes of it. */
    private void press(String words) {
        WebElement button = browser.driver().findElement(By.xpath("//main//button[normalize-space()='" + words + "']"));
        browser.leave(button::click);
    }

    private String heading() {
        return browser.driver().findElement(By.tagName("h1")).getText();
    }

    private String text(String css) {
        return browser.driver().findElement(By.cssSelector(css)).getText();
    }

    private void signIn(String login, String password) {
        open("/sign-in");
        fill("login", login);
        fill("password", password);
        press("登录");
    }

    private void signOut() {
        browser.driver().findElement(By.cssSelector(".me summary")).click();
        browser.driver().findElement(By.cssSelector(".me button")).click();
        browser.until("location.pathname === '/sign-in'");
    }

    /** Looks right on a desk and on a phone, in both languages, and shuts nobody out. */
    private void look(String name) {
        Faults.serious(browser).forEach(fault -> faults.add(name + ": " + fault));
        for (int width : new int[] {390, 1366}) {
            browser.size(width, 900);
            Object fits = browser.driver().executeScript("return document.documentElement.scrollWidth <= innerWidth");
            if (!Boolean.TRUE.equals(fits)) {
                faults.add(name + " scrolls sideways at " + width);
            }
            browser.picture("people-" + name + "-" + width);
        }
        browser.size(1366, 768);
    }

    @Test
    void fromTheCodeOfTheTerminalToAColleagueAndAToken() {
        try (WebServer server = WebServer.start(WebOptions.platform(folder, Served.PROGRAMME, WebOptions.LOCAL, 0))) {
            url = server.url();
            theFirstAccountIsMade(server.firstCode().orElseThrow());
            aColleagueIsInvited();
            aLoginThatFailsTooOftenIsToldToWait();
            aProgramGetsAToken();
            aBranchIsMade();
            englishIsComplete();
            assertThat(faults).isEmpty();
            assertThat(browser.console().getAll().stream()
                            .filter(entry -> !entry.getMessage().contains("favicon"))
                            .toList())
                    .isEmpty();
        }
    }

    private void theFirstAccountIsMade(String code) {
        open("/");
        look("sign-in-first");
        browser.driver().findElement(By.linkText("用它建立首个账号")).click();
        fill("code", code);
        fill("organisation_name", "某省通信管理局");
        fill("organisation_code", "GLJ");
        fill("name", "李管理");
        fill("login", "li");
        fill("password", Town.PASSWORD);
        fill("password_again", "something else entirely");
        press("建立账号");
        assertThat(text(".wrong")).isEqualTo("两次填写的不一样");
        look("first-account");
        fill("password", Town.PASSWORD);
        fill("password_again", Town.PASSWORD);
        press("建立账号");
        assertThat(text(".note.good")).contains("账号已就绪");
        signIn("li", Town.PASSWORD);
        assertThat(heading()).isEqualTo("您好，李管理");
        look("start");
    }

    private void aColleagueIsInvited() {
        open("/accounts");
        look("accounts");
        browser.driver().findElement(By.linkText("新建账号")).click();
        fill("login", "wang");
        fill("name", "王同事");
        look("account-blank");
        press("建立并取得邀请码");
        String code = text("#code");
        look("account-invited");
        signOut();
        open("/join");
        fill("code", code);
        fill("password", "春眠不觉晓处处闻啼鸟夜来");
        fill("password_again", "春眠不觉晓处处闻啼鸟夜来");
        press("设置密码");
        assertThat(text(".note.good")).contains("账号已就绪");
        fill("login", "wang");
        fill("password", "春眠不觉晓处处闻啼鸟夜来");
        press("登录");
        assertThat(heading()).isEqualTo("您好，王同事");
        signOut();
    }

    private void aLoginThatFailsTooOftenIsToldToWait() {
        for (int failure = 0; failure < 5; failure++) {
            signIn("wang", "not the password");
        }
        assertThat(text(".note.bad")).isEqualTo("尝试次数过多，请在 1 分钟后再试。");
        look("locked");
        signIn("li", Town.PASSWORD);
        open("/accounts?q=wang");
        browser.driver().findElement(By.linkText("wang")).click();
        look("account-locked");
        press("立即解锁");
        assertThat(text(".note.good")).isEqualTo("已保存。");
    }

    private void aProgramGetsAToken() {
        open("/own/tokens");
        fill("name", "夜间导入");
        browser.driver().findElement(By.cssSelector("input[value=RESULT_READ]")).click();
        press("建立令牌");
        assertThat(text("#secret")).startsWith("sgup_");
        look("tokens");
        open("/own");
        look("own");
    }

    private void aBranchIsMade() {
        open("/organisations/new");
        fill("name", "某某移动公司");
        fill("code", "CMCC-37");
        new Select(browser.driver().findElement(By.name("kind"))).selectByVisibleText("基础电信企业");
        fill("divisions", "37");
        browser.driver()
                .findElement(By.cssSelector("input[name=operators][value=CMCC]"))
                .click();
        press("保存");
        look("organisation");
        open("/organisations");
        look("organisations");
        open("/audit?subject=organisation");
        look("audit");
        open("/own/notices");
        look("notices");
    }

    private void englishIsComplete() {
        for (String path : new String[] {
            "/",
            "/accounts",
            "/accounts/new",
            "/organisations",
            "/organisations/new",
            "/own",
            "/own/tokens",
            "/audit",
            "/own/notices",
            "/webhooks",
            "/evaluations"
        }) {
            open(path + "?lang=en");
            Object chinese = browser.driver().executeScript("""
                    const page = document.body.cloneNode(true);
                    page.querySelectorAll('[translate=no], script').forEach(one => one.remove());
                    return page.textContent.match(/\\p{Script=Han}+/gu) || [];
                    """);
            if (!((List<?>) chinese).isEmpty()) {
                faults.add(path + " in English: " + chinese);
            }
            browser.picture("people-en" + path.replace('/', '-') + "-1366");
        }
    }
}
