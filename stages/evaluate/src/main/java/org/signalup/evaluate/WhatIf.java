package org.signalup.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Evidence;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.internal.whatif.Trial;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.RatRule;

/**
 * 如果换标准: a finished evaluation judged again under changed values, by the very judges of an evaluation. A trial is for
 * looking, never for publishing. Loading takes the matches into memory, about ten bytes each, and goes on while the first
 * answer, of no change at all, is already there; a trial then takes a moment.
 */
public final class WhatIf {
    private final Trial trial;

    private WhatIf(Trial trial) {
        this.trial = trial;
    }

    /** Takes the matches and the ledger of an evaluation into memory. */
    public static WhatIf load(ResultTables tables, Standard standard) {
        return new WhatIf(Trial.load(tables, standard));
    }

    /** Judges every place and line under a change. Several threads may ask at once. */
    public Answer answer(Change change) {
        return trial.judge(change);
    }

    /** Added to the limits of one RAT. */
    public record Shift(double rsrpDb, double sinrDb) {
        public static final Shift NONE = new Shift(0, 0);
    }

    /**
     * What is different. Numbers are added to those of the standard, so that its differences between scenarios stay.
     *
     * @param targetShare added to the share of samples of key points, and of length of lines
     * @param ratRule instead of the rule of every place and line; empty = as the standard has it
     * @param atLeast obliged operators that must pass; 0 = all of them
     * @param scenario only the places of this scenario change, lines stay; empty = everything changes
     */
    public record Change(
            Shift fourG, Shift fiveG, double targetShare, Optional<RatRule> ratRule, int atLeast, String scenario) {
        public static final Change NONE = new Change(Shift.NONE, Shift.NONE, 0, Optional.empty(), 0, "");
    }

    /** A place or line before, as evaluated, and after. {@code group} is its scenario or kind. */
    public record Judged(
            String id,
            String group,
            Verdict before,
            Optional<Evidence> evidenceBefore,
            Verdict after,
            Optional<Evidence> evidenceAfter) {
        public boolean flipped() {
            return before != after;
        }
    }

    /** Hears what was judged. */
    public interface Sheet {
        /** Places or lines in ledger-table order; of an operator, or of all obliged together ({@code ALL}). */
        List<Judged> of(String operator);
    }

    /** What a trial gave. */
    public record Answer(Sheet places, Sheet lines) {}

    /** Only what has another verdict now. */
    public static List<Judged> flips(List<Judged> judged) {
        return new ArrayList<>(judged.stream().filter(Judged::flipped).toList());
    }
}
