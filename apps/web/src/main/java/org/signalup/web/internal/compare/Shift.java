package org.signalup.web.internal.compare;

import java.util.ArrayList;
import java.util.List;
import org.signalup.evaluate.ResultRows;
import org.signalup.web.internal.catalog.CatalogEntry;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.springframework.stereotype.Component;

/** How much comes out differently in another evaluation, operator by operator, without naming each place. */
@Component
public final class Shift {
    private final Pairs pairs;

    Shift(Pairs pairs) {
        this.pairs = pairs;
    }

    /**
     * What changed for one operator, or for all obliged together.
     *
     * @param verdicts places and lines with another verdict
     * @param moreStars places and lines with more stars than before, or stars at last; {@code fewerStars} the other way
     */
    public record OfOperator(String operator, long verdicts, long moreStars, long fewerStars) {
        static OfOperator of(String operator, List<Flip> flips) {
            return new OfOperator(
                    operator,
                    flips.stream().filter(Flip::verdictChanged).count(),
                    flips.stream().filter(flip -> stars(flip) > 0).count(),
                    flips.stream().filter(flip -> stars(flip) < 0).count());
        }

        private static int stars(Flip flip) {
            return flip.after().stars().orElse(0) - flip.before().stars().orElse(0);
        }
    }

    /** @param rates means and shares of the whole, before and after */
    public record Shifted(List<OfOperator> operators, List<RatePair> rates, boolean otherData, boolean otherLedger) {}

    /** From {@code before} to {@code after}. */
    public Shifted between(OpenEvaluation before, CatalogEntry after) {
        List<String> operators = new ArrayList<>(List.of(ResultRows.ALL));
        operators.addAll(before.names().operators());
        String whole = before.programme().rootRegion();
        return pairs.ask(
                after,
                before.entry(),
                pair -> new Shifted(
                        operators.stream()
                                .map(operator -> OfOperator.of(operator, Flips.of(pair, operator)))
                                .toList(),
                        RatePair.of(pair, whole, operators).stream()
                                .filter(RatePair::some)
                                .toList(),
                        pair.otherData(),
                        pair.otherLedger()));
    }
}
