package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The map in a real browser. */
class MapJourneyTest {
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static Object script(String script) {
        return browser.driver().executeScript("return " + script);
    }

    @Test
    void aPlaceIsFoundInTheListLookedAtAndAsked() {
        browser.visit("/e/town/map");
        browser.until("window.mapIdle");
        assertThat((Long) script("map.queryRenderedFeatures({layers: ['places']}).length"))
                .isPositive();
        browser.picture("map-town");
        WebElement locate = browser.driver().findElement(By.cssSelector("a.locate"));
        locate.click();
        browser.until("window.mapIdle && map.getZoom() > 14.9");
        browser.until("new URLSearchParams(location.search).get('z')");
        WebElement map = browser.driver().findElement(By.cssSelector("#map canvas"));
        new Actions(browser.driver()).moveToElement(map).click().perform();
        browser.until("!document.getElementById('map-card').hidden");
        assertThat(browser.driver().findElement(By.id("map-card")).getText())
                .contains("不达标")
                .contains("打开场所页");
        browser.picture("map-card");
        new Actions(browser.driver()).sendKeys(Keys.ESCAPE).perform();
        browser.until("document.getElementById('map-card').hidden");
        assertThat(browser.console()).isEmpty();
        assertThat(Faults.serious(browser)).isEmpty();
    }

    @Test
    void theAddressKeepsFilterAndView() {
        browser.visit("/e/town/map?operator=CMCC&rat=5G&z=13.00&lat=40.60000&lon=102.20000");
        browser.until("window.mapIdle");
        assertThat(script("map.getZoom()")).isEqualTo(13L);
        browser.picture("map-5g");
        browser.driver().findElement(By.className("language")).click();
        browser.until("window.mapIdle && document.documentElement.lang === 'en'");
        assertThat(browser.driver().getCurrentUrl()).contains("operator=CMCC").contains("rat=5G");
        browser.picture("map-en");
        browser.visit("/e/town/map?lang=zh");
    }

    @Test
    void onAPhoneTheMapStandsAboveTheList() {
        browser.size(390, 844);
        browser.visit("/e/town/map");
        browser.until("window.mapIdle");
        assertThat((Boolean) script("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        browser.picture("map-phone");
        browser.size(1366, 768);
    }
}
