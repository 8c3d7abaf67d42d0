package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Somebody at the browser: opens pages, follows links by their words, fills in forms, presses buttons, looks. */
final class Walk {
    private static final int[] WIDTHS = {390, 1366};

    private final Browser browser;
    private final String url;

    Walk(Browser browser, String url) {
        this.browser = browser;
        this.url = url;
    }

    Walk open(String path) {
        browser.driver().get(url + path);
        browser.until("document.readyState === 'complete'");
        return this;
    }

    /** Follows the link with these words, and waits for the page. */
    Walk follow(String words) {
        return leave(By.xpath("//a[normalize-space()='" + words + "']"));
    }

    /** The same by a selector. */
    Walk click(String selector) {
        return leave(By.cssSelector(selector));
    }

    /** Presses the button with these words, and waits for the page that comes of it. */
    Walk press(String words) {
        return leave(By.xpath("//main//button[normalize-space()='" + words + "']"));
    }

    private Walk leave(By what) {
        WebElement target = browser.driver().findElement(what);
        browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", target);
        browser.leave(target::click);
        return this;
    }

    /** Clicks what stays on the page: a box, a menu. */
    Walk tap(String selector) {
        WebElement target = browser.driver().findElement(By.cssSelector(selector));
        browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", target);
        target.click();
        return this;
    }

    Walk fill(String field, String value) {
        WebElement input = browser.driver().findElement(By.cssSelector("main [name=" + field + "]"));
        if ("date".equals(input.getDomAttribute("type"))) {
            browser.driver().executeScript("arguments[0].value = arguments[1]", input, value);
        } else {
            input.clear();
            input.sendKeys(value);
        }
        return this;
    }

    Walk choose(String field, String value) {
        new Select(browser.driver().findElement(By.cssSelector("main [name=" + field + "]"))).selectByValue(value);
        return this;
    }

    /** The page says all of these. */
    Walk see(String... words) {
        assertThat(browser.driver().findElement(By.tagName("body")).getText()).contains(words);
        return this;
    }

    /** The page says none of these. */
    Walk miss(String... words) {
        assertThat(browser.driver().findElement(By.tagName("body")).getText()).doesNotContain(words);
        return this;
    }

    /** The link leads to a file that is there, without leaving the page. */
    Walk save(String selector) {
        Object status = browser.driver().executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                fetch(document.querySelector(arguments[0]).href).then(answer => done(answer.status), fault => done(String(fault)));
                """, selector);
        assertThat(status).as(selector).isEqualTo(200L);
        return this;
    }

    /** Nobody is shut out of the page, at no width it scrolls sideways; a picture is kept of each. */
    Walk look(String name) {
        List<String> faults = new ArrayList<>(Faults.serious(browser));
        for (int width : WIDTHS) {
            browser.size(width, 900);
            Object fits = browser.driver().executeScript("return document.documentElement.scrollWidth <= innerWidth");
            if (!Boolean.TRUE.equals(fits)) {
                faults.add("scrolls sideways at " + width);
            }
            browser.picture(name + "-" + width);
        }
        browser.size(1366, 768);
        assertThat(faults).as(name).isEmpty();
        return this;
    }
}
