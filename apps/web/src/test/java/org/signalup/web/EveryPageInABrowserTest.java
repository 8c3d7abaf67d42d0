package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of page in a real browser: for people without eyes or mouse, on a phone, without complaints of the console. */
class EveryPageInABrowserTest extends InABrowser {
    private static final int[] WIDTHS = {390, 1366, 1920};

    static Stream<String> pages() {
        return Crawl.in("zh").kinds().stream()
                .filter(path -> !path.contains("?") || path.matches(".*\\?(id|place|line|with)=[^&]*"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nobodyIsShutOut(String path) {
        browser.size(1366, 768);
        browser.visit(path);
        browser.until("document.readyState === 'complete'");
        assertThat(Faults.serious(browser)).as(path).isEmpty();
        assertThat(browser.console()).as(path).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noWidthMakesAPageScrollSideways(String path) {
        List<Integer> tooWide = new ArrayList<>();
        for (int width : WIDTHS) {
            browser.size(width, 900);
            browser.visit(path);
            Object fits = browser.driver().executeScript("return document.documentElement.scrollWidth <= innerWidth");
            if (!Boolean.TRUE.equals(fits)) {
                tooWide.add(width);
            }
            browser.picture("page" + path.replaceAll("[^A-Za-z0-9]+", "-") + "-" + width);
        }
        assertThat(tooWide).as(path).isEmpty();
    }
}
