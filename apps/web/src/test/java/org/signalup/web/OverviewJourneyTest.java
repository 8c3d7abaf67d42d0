package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A director looks at the overview. */
class OverviewJourneyTest extends InABrowser {
    @Test
    void theFirstScreenSaysHowManyPassOnWhichEvidenceAndHowFarThatIsFromWhatWasReported() {
        browser.visit("/e/town?lang=zh");
        List<WebElement> split = browser.driver().findElements(By.cssSelector(".split b"));
        double parts = split.stream()
                .mapToDouble(part -> Double.parseDouble(part.getText()))
                .sum();
        assertThat(parts)
                .isEqualTo(Double.parseDouble(browser.driver()
                        .findElement(By.cssSelector(".figure .big"))
                        .getText()));
        assertThat(browser.driver()
                        .findElement(By.cssSelector(".gap .equation"))
                        .getText())
                .matches("上报完成 [0-9]+ − 其中达标 [0-9]+");
        WebElement worst = browser.driver().findElement(By.cssSelector(".panel.worst"));
        assertThat(worst.getLocation().getY() + worst.getSize().getHeight()).isLessThan(768);
        browser.picture("overview-1366");
    }

    @Test
    void aRegionIsEnteredStepByStepAndLeftByItsPath() {
        browser.visit("/e/town?lang=zh");
        for (String region : List.of("模拟省", "模拟市", "模拟县")) {
            browser.driver().findElement(By.linkText(region)).click();
            assertThat(browser.driver().findElement(By.cssSelector(".crumbs b")).getText())
                    .isEqualTo(region);
        }
        browser.driver().findElement(By.linkText("全国")).click();
        assertThat(browser.driver().getCurrentUrl()).doesNotContain("region=");
    }

    @Test
    void anotherOperatorIsChosenWithoutLosingTheRegion() {
        browser.visit("/e/town?lang=zh&region=9901");
        browser.driver()
                .findElement(By.cssSelector("select[name=operator] option[value=CTCC]"))
                .click();
        browser.until("location.search.includes('operator=CTCC') && location.search.includes('region=9901')");
    }

    @Test
    void itReadsWellOnAPhoneAndOnAWall() {
        for (int width : new int[] {390, 1920}) {
            browser.size(width, 1080);
            browser.visit("/e/town?lang=en");
            browser.until("document.documentElement.scrollWidth <= innerWidth");
            browser.picture("overview-" + width);
        }
        browser.size(1366, 768);
        browser.visit("/e/town?lang=zh");
    }
}
