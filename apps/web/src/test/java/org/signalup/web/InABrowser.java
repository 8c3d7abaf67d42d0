package org.signalup.web;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests that share one browser window, in the order they come. */
abstract class InABrowser {
    static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.open();
    }

    /** None where no browser is installed: then the tests were skipped. */
    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            browser = null;
        }
    }
}
