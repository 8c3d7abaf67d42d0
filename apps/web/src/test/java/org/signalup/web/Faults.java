package org.signalup.web;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;

/** What axe finds wrong with a page for people who use it without eyes or mouse. */
final class Faults {
    private Faults() {}

    /** Serious and critical faults of the page shown. */
    static List<String> serious(Browser browser) {
        return new AxeBuilder()
                .analyze(browser.driver()).getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(Faults::describe)
                        .toList();
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " — "
                + rule.getNodes().get(0).getHtml();
    }
}
