package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Somebody of the administration orders an evaluation and sees it become a result, without reloading the page. */
class JobJourneyTest extends InABrowser {
    @BeforeAll
    static void signIn() {
        Workshop.fill();
        browser.signIn(Town.server().url(), Town.MANAGER);
    }

    private static void open(String path) {
        browser.driver().get(Town.server().url() + path);
    }

    private static String heading() {
        return browser.driver().findElement(By.tagName("h1")).getText();
    }

    @Test
    void fromTheFormToTheResult() {
        open("/jobs/new?lang=zh");
        assertThat(heading()).isEqualTo("新建评测");
        browser.driver().findElement(By.name("name")).sendKeys("2025年9月");
        browser.picture("job-form");
        assertThat(Faults.serious(browser)).isEmpty();
        browser.driver().findElement(By.cssSelector("main form.form button")).click();
        browser.until("/^.jobs.[0-9]+$/.test(location.pathname)");
        assertThat(heading()).isEqualTo("2025年9月");
        browser.picture("job-running");
        browser.until("document.querySelector('#job .main')");
        browser.picture("job-done");
        assertThat(Faults.serious(browser)).isEmpty();
        browser.size(390, 844);
        open("/jobs?lang=en");
        browser.picture("jobs-phone-en");
        open("/jobs/new");
        browser.picture("job-form-phone-en");
        open("/schedules");
        browser.picture("schedules-phone-en");
        browser.size(1366, 768);
        open("/jobs?lang=zh");
        browser.picture("jobs");
        open("/schedules");
        browser.picture("schedules");
        assertThat(Faults.serious(browser)).isEmpty();
        browser.driver().findElement(By.cssSelector("p.crumbs a[href='/jobs']")).click();
        browser.until("location.pathname === '/jobs'");
        browser.driver().findElement(By.linkText("2025年9月")).click();
        browser.until("document.querySelector('#job .main')");
        browser.driver().findElement(By.cssSelector("#job .main")).click();
        browser.until("location.pathname.startsWith('/e/')");
        assertThat(heading()).isEqualTo("总览");
        assertThat(browser.console()).isEmpty();
    }
}
