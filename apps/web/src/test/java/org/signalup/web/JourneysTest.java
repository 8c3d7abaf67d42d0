package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** What people do most often, in a real browser. */
class JourneysTest {
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

    @Test
    void fromTheListIntoAnEvaluationAndIntoEnglish() {
        browser.visit("/");
        browser.driver().findElement(By.cssSelector("a[href='/e/town']")).click();
        assertThat(browser.driver().findElement(By.tagName("h1")).getText()).isEqualTo("总览");
        browser.driver().findElement(By.className("language")).click();
        assertThat(browser.driver().findElement(By.tagName("h1")).getText()).isEqualTo("Overview");
        browser.picture("overview-en");
        assertThat(browser.console()).isEmpty();
        assertThat(seriousFaults()).isEmpty();
        browser.visit("/e/town?lang=zh");
    }

    private static List<String> seriousFaults() {
        return new AxeBuilder()
                .analyze(browser.driver()).getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(JourneysTest::describe)
                        .toList();
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " — "
                + rule.getNodes().get(0).getHtml();
    }
}
