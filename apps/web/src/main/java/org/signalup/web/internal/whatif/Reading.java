package org.signalup.web.internal.whatif;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Evidence;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.WhatIf.Judged;
import org.signalup.web.internal.site.BeforeAfter;
import org.signalup.web.internal.site.Counts;

/** Places or lines before and after, summed up. */
public record Reading(BeforeAfter total, Map<String, BeforeAfter> groups, List<Flow> flows, List<Judged> flips) {
    /** How many went from one verdict to another. */
    public record Flow(Verdict from, Verdict to, int count) {
        /** As it stands in an address. */
        public String key() {
            return from.code() + "-" + to.code();
        }

        public boolean better() {
            return to == Verdict.PASS;
        }
    }

    static Reading of(List<Judged> judged) {
        Map<String, BeforeAfter> groups = new LinkedHashMap<>();
        Map<Verdict, Map<Verdict, Integer>> counts = new EnumMap<>(Verdict.class);
        List<Judged> flips = new ArrayList<>();
        for (Judged own : judged) {
            groups.merge(own.group(), counts(own), BeforeAfter::plus);
            if (own.flipped()) {
                flips.add(own);
                counts.computeIfAbsent(own.before(), unused -> new EnumMap<>(Verdict.class))
                        .merge(own.after(), 1, Integer::sum);
            }
        }
        BeforeAfter total = groups.values().stream().reduce(BeforeAfter.NONE, BeforeAfter::plus);
        List<Flow> flows = new ArrayList<>();
        counts.forEach((from, tos) -> tos.forEach((to, count) -> flows.add(new Flow(from, to, count))));
        flows.sort((one, other) -> Integer.compare(other.count(), one.count()));
        return new Reading(total, groups, flows, flips);
    }

    private static BeforeAfter counts(Judged own) {
        return new BeforeAfter(
                Counts.of(own.before(), own.evidenceBefore().orElse(Evidence.C), 1),
                Counts.of(own.after(), own.evidenceAfter().orElse(Evidence.C), 1));
    }

    /** The flips of one kind, or all. */
    List<Judged> flips(String flow) {
        return flow.isEmpty()
                ? flips
                : flips.stream()
                        .filter(own ->
                                new Flow(own.before(), own.after(), 0).key().equals(flow))
                        .toList();
    }
}
