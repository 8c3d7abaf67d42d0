package org.signalup.standards;

import java.util.Optional;
import org.signalup.domain.Language;
import org.signalup.standards.internal.CrowdWords;
import org.signalup.standards.internal.Page;
import org.signalup.standards.internal.ProgrammeWords;
import org.signalup.standards.internal.RateWords;
import org.signalup.standards.internal.RuleWords;
import org.signalup.standards.internal.StarWords;

/** Says a standard in plain words: every rule, and every number with its source. */
public final class StandardExplainer {
    private StandardExplainer() {}

    /**
     * Explains.
     *
     * @param programme where present, its names replace codes and its targets are explained as well
     * @return plain text with numbered headings
     */
    public static String explain(Standard standard, Optional<Programme> programme, Language language) {
        Page page = new Page(language, standard.citations());
        new RuleWords(standard, programme).write(page);
        new RateWords(standard).write(page);
        new StarWords(standard, programme).write(page);
        new CrowdWords(standard.crowdFilters()).write(page);
        String text = page.text();
        return programme.isEmpty() ? text : text + explain(programme.get(), language);
    }

    /** One rule of key points in words, the first line naming what it is for. */
    public static String explain(
            Standard standard, Standard.CoverageRule rule, Optional<Programme> programme, Language language) {
        Page page = new Page(language, standard.citations());
        new RuleWords(standard, programme).point(page, rule);
        return page.text();
    }

    /** One rule of lines in words, the first line naming what it is for. */
    public static String explain(
            Standard standard, Standard.LineRule rule, Optional<Programme> programme, Language language) {
        Page page = new Page(language, standard.citations());
        new RuleWords(standard, programme).line(page, rule);
        return page.text();
    }

    /** Explains a programme: its targets, scenarios, operators and regions. */
    public static String explain(Programme programme, Language language) {
        Page page = new Page(language, programme.citations());
        new ProgrammeWords(programme).write(page);
        return page.text();
    }
}
