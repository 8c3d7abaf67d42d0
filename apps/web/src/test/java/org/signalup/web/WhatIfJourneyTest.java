package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Somebody doubts the standard, and somebody asks what changed since last time. */
class WhatIfJourneyTest extends InABrowser {
    private static int figure(int place) {
        return Integer.parseInt(browser.driver()
                .findElements(By.cssSelector(".outcome .big"))
                .get(place)
                .getText()
                .replace("+", ""));
    }

    private static void slide(String name, int value) {
        browser.driver()
                .executeScript(
                        "const s = document.querySelector(`input[name=${arguments[0]}]`); s.value = arguments[1];"
                                + " s.dispatchEvent(new Event('input', {bubbles: true}));",
                        name,
                        value);
    }

    @Test
    void theStandardItselfFlipsNothingAndASliderAnswersAtOnce() {
        browser.visit("/e/town/whatif?lang=zh");
        assertThat(browser.driver().getPageSource()).contains("试算，不作发布");
        assertThat(figure(2)).isZero();
        assertThat(browser.driver().findElements(By.cssSelector(".flows"))).isEmpty();
        slide("share", -10);
        browser.until("location.search === '?share=-10' && document.querySelector('.flows')");
        assertThat(figure(2)).isPositive().isEqualTo(figure(1) - figure(0));
        assertThat(browser.driver()
                        .findElement(By.cssSelector("input[name=share]"))
                        .findElement(By.xpath("preceding-sibling::output"))
                        .getText())
                .isEqualTo("85 %");
        browser.picture("whatif-1366");
        browser.driver().findElement(By.cssSelector(".flows li:nth-child(2) a")).click();
        assertThat(browser.driver().getCurrentUrl()).contains("share=-10").contains("flow=");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void withoutTheScriptTheAddressAloneGivesTheSameAnswer() {
        String page = Served.get("/e/town/whatif?share=-10").body();
        String fragment = Served.get("/e/town/whatif/answer?share=-10").body();
        assertThat(fragment).contains("class=\"outcome\"").doesNotContain("<html");
        assertThat(page).contains(fragment.substring(0, 400));
    }

    @Test
    void anotherStandardIsNamedAsWhatDidIt() {
        browser.visit("/e/town/compare?lang=zh&with=town-2024");
        assertThat(browser.driver().findElements(By.cssSelector(".changes .changed")))
                .singleElement()
                .satisfies(changed -> assertThat(changed.getText()).startsWith("标准 不同"));
        browser.picture("compare-1366");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void whereDataAndStandardBothChangedEachFlipTellsItsOwnCause() {
        browser.visit("/e/town/compare?lang=zh&with=town-walked");
        assertThat(browser.driver().findElements(By.cssSelector(".changes .changed")))
                .hasSize(2);
        List<String> causes = browser.driver().findElements(By.cssSelector("#list tbody td:last-child")).stream()
                .map(cell -> cell.getText())
                .toList();
        // Coverage rules of both years are the same: what has other samples flipped by data; lines lost theirs
        // altogether.
        assertThat(causes).isNotEmpty().allSatisfy(cause -> assertThat(cause).startsWith("数据"));
        browser.driver().findElement(By.cssSelector(".causes a")).click();
        assertThat(browser.driver().getCurrentUrl()).contains("cause=DATA").contains("with=town-walked");
        browser.picture("compare-causes-1366");
    }

    @Test
    void theyReadWellOnAPhone() {
        browser.size(390, 900);
        for (String page : new String[] {"whatif?share=-10", "compare?with=town-2024"}) {
            browser.visit("/e/town/" + page + "&lang=en");
            browser.until("document.documentElement.scrollWidth <= innerWidth");
            browser.picture(page.substring(0, page.indexOf('?')) + "-390");
        }
        browser.size(1366, 768);
        browser.visit("/e/town?lang=zh");
    }

    @Test
    void whatMakesNoSenseIsSaid() {
        for (String question : new String[] {
            "whatif?rsrp5=abc",
            "whatif?share=99",
            "whatif?network=6G",
            "whatif?page=0",
            "compare?cause=LUCK",
            "compare?page=-1",
            "compare?page=x"
        }) {
            assertThat(Served.get("/e/town/" + question).status()).as(question).isEqualTo(400);
        }
        assertThat(Served.get("/e/town/compare?with=nowhere").status()).isEqualTo(404);
    }
}
