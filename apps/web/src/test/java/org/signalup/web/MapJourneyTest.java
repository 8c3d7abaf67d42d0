package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/** The map, the plan and the wall in a real browser. */
class MapJourneyTest extends InABrowser {
    private static final Pattern CJK = Pattern.compile("[\\u3400-\\u9fff\\uff00-\\uffef\\u3000-\\u303f]");

    /** What people read on a page outside of names. */
    private static final String WORDS = """
            (() => {
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const words = [document.title.replace('SignalUp 升格', '')];
              for (let node = walker.nextNode(); node; node = walker.nextNode())
                if (!node.parentElement.closest('[translate=no], script, style')) words.push(node.data);
              for (const e of document.querySelectorAll('[title], [aria-label], [alt], [placeholder]'))
                for (const name of ['title', 'aria-label', 'alt', 'placeholder']) words.push(e.getAttribute(name) ?? '');
              return words.join('\\n');
            })()""";

    private static Object script(String script) {
        return browser.driver().executeScript("return " + script);
    }

    private static WebElement find(String selector) {
        return browser.driver().findElement(By.cssSelector(selector));
    }

    private static long shown(String layer) {
        return (Long) script("map.queryRenderedFeatures({layers: ['" + layer + "']}).length");
    }

    @Test
    void aPlaceIsFoundInTheListLookedAtAndAsked() {
        browser.visit("/e/town/map");
        browser.until("window.mapIdle");
        assertThat(shown("places")).isPositive();
        browser.picture("map-town");
        find("a.locate").click();
        browser.until("window.mapIdle && map.getZoom() > 14.9");
        browser.until("new URLSearchParams(location.search).get('z')");
        new Actions(browser.driver()).moveToElement(find("#map canvas")).click().perform();
        browser.until("!document.getElementById('map-card').hidden");
        assertThat(find("#map-card").getText()).contains("不达标").contains("主因").contains("打开场所页");
        browser.picture("map-card");
        new Actions(browser.driver()).sendKeys(Keys.ESCAPE).perform();
        browser.until("document.getElementById('map-card').hidden");
        assertThat(browser.console()).isEmpty();
        assertThat(Faults.serious(browser)).isEmpty();
    }

    @Test
    void thePageEndsWithItsFooterHoweverLongTheListIs() {
        browser.visit("/e/town/map");
        browser.until("window.mapIdle");
        assertThat(
                        script(
                                "document.documentElement.scrollHeight"
                                        + " - Math.ceil(document.querySelector('footer').getBoundingClientRect().bottom + scrollY) <= 1"))
                .isEqualTo(true);
    }

    @Test
    void hoveringSaysWhyAndLeavingHidesIt() {
        browser.visit("/e/town/map?z=17&lat=40.6&lon=102.2");
        browser.until("window.mapIdle");
        browser.driver()
                .executeScript(
                        "map.jumpTo({center: map.querySourceFeatures('tiles', {sourceLayer: 'places'})[0].geometry.coordinates})");
        browser.until("window.mapIdle");
        new Actions(browser.driver()).moveToElement(find("#map canvas"), 1, 1).perform();
        browser.until("!document.getElementById('map-card').hidden");
        assertThat(find("#map-card").getText()).contains("点位");
        assertThat(find("#map-card .close").isDisplayed()).isFalse();
        new Actions(browser.driver())
                .moveToElement(find("#map canvas"), -60, -150)
                .perform();
        browser.until("document.getElementById('map-card').hidden");
    }

    @Test
    void aFilterChangesAddressPictureAndList() {
        browser.visit("/e/town/map");
        browser.until("window.mapIdle");
        long all = shown("places");
        int listed = browser.driver()
                .findElements(By.cssSelector(".found .chip.fail"))
                .size();
        new Select(find("select[name=verdict]")).selectByValue("FAIL");
        browser.until("location.search.includes('verdict=FAIL') && window.mapIdle");
        assertThat(shown("places")).isBetween(1L, all - 1);
        assertThat(browser.driver().findElements(By.cssSelector(".found .chip")))
                .hasSize(listed);
        new Select(find("select[name=operator]")).selectByValue("CTCC");
        browser.until("location.search.includes('operator=CTCC') && window.mapIdle");
        assertThat(browser.driver().getCurrentUrl()).contains("verdict=FAIL");
        browser.picture("map-filtered");
    }

    @Test
    void anotherPeriodKeepsFilterAndView() {
        browser.visit("/e/town/map?scenario=GOV&z=13.00&lat=40.60000&lon=102.20000");
        browser.until("window.mapIdle");
        browser.driver().executeScript("map.jumpTo({zoom: 12.5})");
        browser.until("location.search.includes('z=12.5')");
        find(".period summary").click();
        find(".period a[href*='/e/town-2024/']").click();
        browser.until("window.mapIdle && location.pathname === '/e/town-2024/map'");
        assertThat(browser.driver().getCurrentUrl()).contains("scenario=GOV").contains("z=12.5");
    }

    @Test
    void comingCloserShowsBinsPointsAndSamples() {
        browser.visit("/e/town/map?z=17&lat=40.6&lon=102.2");
        browser.until("window.mapIdle");
        browser.driver()
                .executeScript(
                        "map.jumpTo({center: map.querySourceFeatures('tiles', {sourceLayer: 'points'})[0].geometry.coordinates})");
        browser.until("window.mapIdle");
        assertThat(shown("points")).isPositive();
        assertThat(shown("samples") + shown("samples-none")).isPositive();
        assertThat((Boolean) script("document.querySelector('.near').offsetHeight > 0"))
                .isTrue();
        browser.picture("map-close");
    }

    @Test
    void theAddressKeepsFilterAndView() {
        browser.visit("/e/town/map?operator=CMCC&rat=5G&z=13.00&lat=40.60000&lon=102.20000");
        browser.until("window.mapIdle");
        assertThat(script("map.getZoom()")).isEqualTo(13L);
        browser.picture("map-5g");
        find(".language").click();
        browser.until("window.mapIdle && document.documentElement.lang === 'en'");
        assertThat(browser.driver().getCurrentUrl()).contains("operator=CMCC").contains("rat=5G");
        browser.picture("map-en");
        browser.visit("/e/town/map?lang=zh");
    }

    @Test
    void withoutTheMapTheListLeadsToEveryPlaceAndLine() {
        browser.visit("/e/town/map");
        List<WebElement> names = browser.driver().findElements(By.cssSelector(".found .name"));
        assertThat(names).hasSizeGreaterThan(15);
        assertThat(names)
                .allSatisfy(name -> assertThat(name.getDomAttribute("href")).matches("/e/town/(place|line)\\?id=.+"));
        names.get(0).click();
        assertThat(browser.driver().getCurrentUrl()).contains("/e/town/place?id=");
    }

    @Test
    void onAPhoneTheMapStandsAboveTheList() {
        browser.size(390, 844);
        browser.visit("/e/town/map");
        browser.until("window.mapIdle");
        assertThat((Boolean) script("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        browser.picture("map-phone");
        browser.visit("/e/town/plan");
        browser.until("window.mapIdle");
        assertThat((Boolean) script("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        browser.picture("plan-phone");
        browser.size(1366, 768);
    }

    @Test
    void aDayIsPlannedAndCarriedAway() {
        browser.visit("/e/town/plan?stops=3");
        browser.until("window.mapIdle && map.getLayer('tour-stops')");
        browser.until("window.mapIdle && map.queryRenderedFeatures({layers: ['tour-stops']}).length >= 3");
        assertThat(browser.driver().findElements(By.cssSelector(".stops li"))).hasSize(3);
        String first = find(".stops .name").getText();
        find("a[rel=next]").click();
        browser.until("window.mapIdle");
        assertThat(find("h2#tour-title").getText()).contains("第 2 天");
        assertThat(find(".stops .name").getText()).isNotEqualTo(first);
        assertThat(find(".files a[href*='tour.gpx']").getDomAttribute("href"))
                .contains("stops=3")
                .contains("day=2");
        browser.picture("plan");
        assertThat(browser.console()).isEmpty();
        assertThat(Faults.serious(browser)).isEmpty();
    }

    @Test
    void theWallFillsTheScreenAndNothingIsCut() {
        browser.size(1920, 1200);
        browser.visit("/e/town/wall");
        browser.until("window.mapIdle");
        assertThat((Boolean) script("document.documentElement.scrollHeight <= innerHeight"))
                .isTrue();
        assertThat(
                        (Boolean)
                                script(
                                        "[...document.querySelectorAll('.wall li, .wall dd, .wall .soft')].every(e => {"
                                                + " const box = e.getBoundingClientRect(); return box.bottom <= innerHeight && box.right <= innerWidth; })"))
                .isTrue();
        browser.picture("wall");
        assertThat(browser.console()).isEmpty();
        assertThat(Faults.serious(browser)).isEmpty();
        browser.size(1366, 768);
    }

    @Test
    void theWallMovesOnByItself() {
        browser.visit("/e/town/wall?rotate=5");
        browser.until("location.search.includes('region=')");
        assertThat(browser.driver().getCurrentUrl()).contains("rotate=5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/e/town/map", "/e/town/plan", "/e/town/wall"})
    void theEnglishPageIsEnglish(String path) {
        browser.visit(path + "?lang=en");
        browser.until("window.mapIdle");
        String words = (String) script(WORDS);
        assertThat(words.lines().filter(line -> CJK.matcher(line).find()))
                .as(path)
                .isEmpty();
        browser.picture(path.replace("/e/town/", "english-"));
        browser.visit(path + "?lang=zh");
    }
}
