package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** From a list down to the samples, along a line, and through a dispute: in a real browser. */
class PlaceJourneyTest extends InABrowser {
    @Test
    void fromTheWorstPlaceDownToTheRowOfAFile() {
        browser.size(1366, 768);
        browser.visit("/e/town/places?lang=zh");
        browser.picture("places");
        assertThat(Faults.serious(browser)).isEmpty();
        click("tbody th a");
        assertThat(heading()).isEqualTo("模拟广场");
        browser.picture("place");
        assertThat(Faults.serious(browser)).isEmpty();
        click("#points ~ .pointset tbody th a");
        assertThat(heading()).isEqualTo("样本明细");
        assertThat(browser.driver()
                        .findElement(By.cssSelector(".samples .file"))
                        .getText())
                .startsWith("walk.csv.gz : ");
        browser.picture("samples");
        assertThat(Faults.serious(browser)).isEmpty();
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void aPlaceReadsWellOnAPhoneInEnglish() {
        browser.size(390, 844);
        browser.visit("/e/town/place?id=SIM-P06&lang=en");
        browser.picture("place-phone-en");
        assertThat(browser.driver().executeScript("return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(Faults.serious(browser)).isEmpty();
        browser.visit("/e/town?lang=zh");
    }

    @Test
    void draggingOverAStripChartZoomsIntoTheStretch() {
        browser.size(1920, 1080);
        browser.visit("/e/town/line?id=SIM-L1&lang=zh");
        browser.picture("line");
        assertThat(Faults.serious(browser)).isEmpty();
        WebElement track = browser.driver()
                .findElements(By.cssSelector(".lane:not(.bands):not(.points) .track"))
                .get(0);
        int width = track.getSize().getWidth();
        new Actions(browser.driver())
                .moveToElement(track, -width / 10, 0)
                .clickAndHold()
                .moveByOffset(width / 10, 0)
                .release()
                .perform();
        browser.until("location.search.includes('from=')");
        assertThat(browser.driver().findElement(By.name("to")).getAttribute("value"))
                .matches("K[56]\\+[0-9]{3}");
        browser.driver().findElement(By.id("strip"));
        browser.picture("line-zoomed");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void aDisputeIsReplayedStepByStep() {
        browser.size(1366, 768);
        browser.visit("/e/town/replay?place=SIM-P13&lang=zh");
        browser.until("document.querySelector('.player').hidden === false");
        String before = clock();
        for (int i = 0; i < 3; i++) {
            click(".player .on");
        }
        assertThat(clock()).isGreaterThan(before);
        assertThat(browser.driver()
                        .findElements(By.cssSelector(".lane .now"))
                        .get(0)
                        .getText())
                .contains("walk.csv.gz : ")
                .contains("−105 / −3");
        click(".player .play");
        browser.until("Number(document.querySelector('.player input').value) > 6");
        click(".player .play");
        browser.picture("replay");
        assertThat(Faults.serious(browser)).isEmpty();
        assertThat(browser.console()).isEmpty();
    }

    private static String clock() {
        return browser.driver().findElement(By.cssSelector(".player .clock")).getText();
    }

    private static String heading() {
        return browser.driver().findElement(By.tagName("h1")).getText();
    }

    private static void click(String selector) {
        browser.driver().findElement(By.cssSelector(selector)).click();
    }
}
