package org.signalup.web.internal.result;

import java.util.List;
import java.util.Optional;
import org.signalup.domain.Language;
import org.signalup.standards.Standard.CoverageRule;
import org.signalup.standards.Standard.LineRule;
import org.signalup.standards.StandardExplainer;
import org.signalup.web.internal.catalog.OpenEvaluation;

/**
 * A rule in words as {@code signalup standard explain} says it.
 *
 * @param title what it is for
 * @param lines limits and targets with their sources
 */
public record RuleText(String title, List<String> lines) {
    public static RuleText of(OpenEvaluation evaluation, CoverageRule rule, Language language) {
        return of(
                StandardExplainer.explain(evaluation.standard(), rule, Optional.of(evaluation.programme()), language));
    }

    public static RuleText of(OpenEvaluation evaluation, LineRule rule, Language language) {
        return of(
                StandardExplainer.explain(evaluation.standard(), rule, Optional.of(evaluation.programme()), language));
    }

    private static RuleText of(String text) {
        List<String> lines = text.lines()
                .map(line -> line.strip().replaceFirst("^- ", ""))
                .filter(line -> !line.isEmpty())
                .toList();
        return new RuleText(lines.get(0), lines.subList(1, lines.size()));
    }
}
