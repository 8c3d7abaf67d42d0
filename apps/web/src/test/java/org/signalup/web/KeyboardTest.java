package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** What is done most often, without a mouse. */
class KeyboardTest extends InABrowser {
    @BeforeAll
    static void comeIn() {
        LivedIn.settle();
        browser.signIn(Town.server().url(), Town.MANAGER);
    }

    private static void open(String path) {
        browser.driver().get(Town.server().url() + path);
        browser.until("document.readyState === 'complete'");
    }

    private static void press(CharSequence keys) {
        browser.driver().switchTo().activeElement().sendKeys(keys);
    }

    private static boolean is(String script) {
        return Boolean.TRUE.equals(browser.driver().executeScript("return !!(" + script + ")"));
    }

    @Test
    void aListIsWalkedAndARowOpened() {
        open("/ledger/places?division=9703");
        press("j");
        assertThat(is("document.activeElement === document.querySelector('main tbody a')"))
                .isTrue();
        press("j");
        press("k");
        assertThat(is("document.activeElement === document.querySelector('main tbody a')"))
                .isTrue();
        String name = browser.driver().switchTo().activeElement().getText();
        press(Keys.ENTER);
        browser.until("location.pathname === '/ledger/places/entry'");
        assertThat(browser.driver().findElement(By.tagName("h1")).getText()).isEqualTo(name);
    }

    @Test
    void aSlashBeginsASearchAndKeysInAFieldAreText() {
        open("/ledger/places");
        press("/");
        assertThat(is("document.activeElement.type === 'search'")).isTrue();
        press("LI-P1 /?jk" + Keys.ENTER);
        browser.until("location.search.includes('LI-P1')");
        assertThat(is("!document.getElementById('keys').open")).isTrue();
    }

    @Test
    void thePagesOfAListAreTurned() {
        open("/ledger/places?limit=2");
        press("n");
        browser.until("location.search.includes('after=')");
        press("p");
        browser.until("!location.search.includes('after=')");
    }

    @Test
    void theKeysAreToldAndTheFirstTabSkipsToTheContent() {
        open("/ledger/places");
        press(Keys.TAB);
        assertThat(is("document.activeElement.className === 'skip'")).isTrue();
        open("/ledger/places");
        press("?");
        assertThat(is("document.getElementById('keys').open")).isTrue();
        browser.picture("keys");
        assertThat(Faults.serious(browser)).isEmpty();
        press(Keys.ESCAPE);
        assertThat(is("document.getElementById('keys').open")).isFalse();
        browser.driver().findElement(By.id("keys-open")).click();
        assertThat(is("document.getElementById('keys').open")).isTrue();
    }
}
