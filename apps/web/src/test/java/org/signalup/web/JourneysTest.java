package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** What people do most often, in a real browser. */
class JourneysTest extends InABrowser {
    @Test
    void fromTheListIntoAnEvaluationAndIntoEnglish() {
        browser.visit("/");
        browser.driver().findElement(By.cssSelector("a[href='/e/town']")).click();
        assertThat(browser.driver().findElement(By.tagName("h1")).getText()).isEqualTo("总览");
        browser.driver().findElement(By.className("language")).click();
        assertThat(browser.driver().findElement(By.tagName("h1")).getText()).isEqualTo("Overview");
        browser.picture("overview-en");
        assertThat(browser.console()).isEmpty();
        assertThat(Faults.serious(browser)).isEmpty();
        browser.visit("/e/town?lang=zh");
    }
}
