package org.signalup.evaluate.internal.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Coded;
import org.signalup.domain.Evidence;
import org.signalup.domain.Verdict;
import org.signalup.engine.Row;
import org.signalup.evaluate.WhatIf.Judged;
import org.signalup.evaluate.internal.judge.Decided;

/** Verdicts of objects by operator, a byte each; 0 where an operator has no row. */
final class OutcomeTable {
    private static final int EVIDENCE_BITS = 2;
    private static final int EVIDENCE_MASK = 3;

    private final byte[][] codes;

    OutcomeTable(int operators, int objects) {
        this.codes = new byte[operators][objects];
    }

    void set(int operator, int object, Decided decided) {
        int evidence = decided.evidence().map(Evidence::number).orElse(0);
        codes[operator][object] = (byte) (decided.verdict().number() << EVIDENCE_BITS | evidence);
    }

    boolean has(int operator, int object) {
        return codes[operator][object] != 0;
    }

    Decided get(int operator, int object) {
        int code = codes[operator][object];
        int evidence = code & EVIDENCE_MASK;
        return new Decided(
                Coded.of(Verdict.class, code >> EVIDENCE_BITS),
                evidence == 0 ? Optional.empty() : Optional.of(Coded.of(Evidence.class, evidence)));
    }

    /** Verdict and evidence of a result row. */
    static Decided decided(Row row, int verdict, int evidence) {
        return new Decided(
                Coded.find(Verdict.class, row.text(verdict)).orElseThrow(),
                row.isNull(evidence) ? Optional.empty() : Coded.find(Evidence.class, row.text(evidence)));
    }

    static List<Judged> judged(
            OutcomeTable before, OutcomeTable after, List<String> ids, List<String> groups, int operator) {
        List<Judged> judged = new ArrayList<>();
        for (int object = 0; object < ids.size(); object++) {
            if (before.has(operator, object) && after.has(operator, object)) {
                Decided was = before.get(operator, object);
                Decided is = after.get(operator, object);
                judged.add(new Judged(
                        ids.get(object),
                        groups.get(object),
                        was.verdict(),
                        was.evidence(),
                        is.verdict(),
                        is.evidence()));
            }
        }
        return judged;
    }
}
