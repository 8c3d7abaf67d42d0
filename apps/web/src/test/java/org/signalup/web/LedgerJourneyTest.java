package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.signalup.people.Actors;
import org.signalup.register.RegisterChanges;
import org.signalup.register.Subject;
import org.signalup.store.Scope;

/** The ledger in a real browser: brought in, edited by two, frozen, taken out by two, given out. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LedgerJourneyTest extends InABrowser {
    private static final Path TOWN = Served.PROGRAMME.resolveSibling("examples/town/ledger");

    @TempDir
    static Path folder;

    @BeforeAll
    static void people() {
        long administration = Town.organisation("GLJ", "ADMINISTRATION", null, null);
        Town.account("fuhe", administration, "MANAGER");
    }

    @BeforeEach
    void asManager() {
        signIn(Town.MANAGER);
    }

    private static void signIn(String login) {
        browser.signIn(Town.server().url(), login);
    }

    private static void visit(String path) {
        browser.driver().get(Town.server().url() + path);
    }

    private static WebElement find(String selector) {
        return browser.driver().findElement(By.cssSelector(selector));
    }

    /** Clicks what leads to another page, and waits for it. */
    private static void click(String selector) {
        browser.driver().executeScript("document.body.dataset.left = 'yes'");
        find(selector).click();
        browser.until("document.readyState === 'complete' && !document.body.dataset.left");
    }

    private static void field(String name, String value) {
        WebElement field = find("main [name=" + name + "]");
        field.clear();
        field.sendKeys(value);
    }

    private static void day(String name, String value) {
        browser.driver()
                .executeScript("document.querySelector('main [name=" + name + "]').value = arguments[0]", value);
    }

    private static String text() {
        return find("main").getText();
    }

    private static Scope scope(String login) {
        return Town.server()
                .context()
                .getBean(Actors.class)
                .find(login)
                .orElseThrow()
                .scope();
    }

    private static void looked(String name) {
        browser.size(1366, 768);
        browser.picture("ledger-" + name);
        assertThat(Faults.serious(browser)).isEmpty();
        browser.size(390, 844);
        browser.picture("ledger-" + name + "-phone");
        assertThat(browser.driver().executeScript("return document.documentElement.scrollWidth <= innerWidth"))
                .as(name + " is wider than a phone")
                .isEqualTo(true);
        browser.size(1366, 768);
    }

    /** The town's ledger under ids of this journey: other tests of the same server bring in the town as it is. */
    private static String own(String name) throws IOException {
        return Files.readString(TOWN.resolve(name), StandardCharsets.UTF_8).replace("SIM-", "LJ-");
    }

    @Test
    @Order(1)
    void aFileIsLookedAtThenAppliedAsAWhole() throws IOException {
        String places = own("places.csv") + "LJ-P99,没有坐标的场所,GOV,COUNTY_PLUS,990101,,,WGS84,,,,2025,,\n";
        Path file = Files.writeString(folder.resolve("场所.csv"), places, StandardCharsets.UTF_8);
        visit("/ledger/imports");
        looked("imports");
        find("[name=places]").sendKeys(file.toString());
        for (String kind : List.of("keypoints", "lines")) {
            String name = kind.equals("lines") ? "lines.geojson" : "keypoints.csv";
            Path own = Files.writeString(folder.resolve(name), own(name), StandardCharsets.UTF_8);
            find("[name=" + kind + "]").sendKeys(own.toString());
        }
        click("form.form button.main");
        assertThat(text()).contains("待确认").contains("场所没有坐标").contains("冲突和拒收的行不会写入");
        looked("import");
        click(".counts .NEW");
        looked("import-new");
        click(".confirm button.main");
        assertThat(text()).contains("已写入");
        visit("/ledger/places");
        assertThat(text()).contains("模拟镇政务服务中心");
        looked("places");
        visit("/ledger/places?q=mnzzw&lang=en");
        assertThat(text()).contains("Key points").contains("模拟镇政务服务中心");
        looked("places-en");
        visit("/ledger/places?lang=zh");
        visit("/search?q=mnzz");
        looked("search");
        visit("/ledger/places/entry?id=LJ-P01");
        looked("place");
    }

    @Test
    @Order(2)
    void theSecondEditorSeesTheFirst() {
        visit("/ledger/places/edit?id=LJ-P02");
        looked("edit");
        RegisterChanges changes = Town.server().context().getBean(RegisterChanges.class);
        changes.edit(scope("fuhe"), Subject.PLACE, "LJ-P02", 1, Map.of("address", "别人填的地址"), "核对");
        field("address", "我填的地址");
        field("reason", "现场核实");
        click("form.form button.main");
        assertThat(text()).contains("别人改过这一条").contains("别人填的地址");
        assertThat(find("[name=address]").getAttribute("value")).isEqualTo("我填的地址");
        looked("conflict");
        click("form.form button.main");
        assertThat(text()).contains("我填的地址").contains("现场核实").contains("核对");
        looked("history");
        click(".history button");
        assertThat(find(".facts").getText()).contains("别人填的地址");
    }

    @Test
    @Order(3)
    void whatIsFrozenGoesOnlyWhenASecondPersonAgrees() {
        visit("/ledger/baselines");
        field("name", "2025 年台账基线");
        day("frozen_on", "2025-06-30");
        field("division", "990101");
        click("form.form button.main");
        assertThat(text()).contains("2025 年台账基线");
        visit("/ledger/places/entry?id=LJ-P03");
        assertThat(text()).contains("在冻结基线内");
        new Select(find("[name=action]")).selectByValue("REMOVE");
        browser.driver()
                .findElement(By.cssSelector("form[action$='/ask'] [name=reason]"))
                .sendKeys("已拆除");
        click("form[action$='/ask'] button");
        assertThat(text()).contains("这是您提的申请，要由别人复核");
        assertThat(browser.driver().findElements(By.cssSelector("[formaction='/ledger/pending/confirm']")))
                .isEmpty();
        signIn("fuhe");
        visit("/ledger/baselines");
        looked("baselines");
        click("[formaction='/ledger/pending/confirm']");
        assertThat(text()).contains("已同意");
        visit("/ledger/places/entry?id=LJ-P03");
        assertThat(text()).contains("已移出台账").contains("已拆除");
        looked("removed");
    }

    @Test
    @Order(4)
    void theLedgerIsGivenOutAsFilesThatComeBackUnchanged() throws IOException {
        Visitor visitor = Town.signedIn(Town.MANAGER);
        assertThat(visitor.get("/ledger/export.zip").header("content-disposition"))
                .contains("ledger-");
        assertThat(visitor.get("/ledger/keypoints/export.xlsx").status()).isEqualTo(200);
        assertThat(visitor.get("/ledger/template/places.xlsx").status()).isEqualTo(200);
        String csv = visitor.get("/ledger/places/export.csv?division=990101").body();
        Path file = Files.writeString(folder.resolve("places.csv"), csv, StandardCharsets.UTF_8);
        visit("/ledger/imports");
        find("[name=places]").sendKeys(file.toString());
        click("form.form button.main");
        assertThat(find(".counts .UNCHANGED b").getText()).isNotEqualTo("0");
        assertThat(find(".counts .CHANGED b").getText()).isEqualTo("0");
        assertThat(find(".counts .REFUSED b").getText()).isEqualTo("0");
        visit("/ledger/figures");
        looked("figures");
        visit("/ledger/keypoints");
        looked("keypoints");
        visit("/ledger/lines");
        looked("lines");
    }
}
