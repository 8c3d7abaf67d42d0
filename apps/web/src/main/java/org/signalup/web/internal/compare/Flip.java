package org.signalup.web.internal.compare;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.signalup.domain.Coded;
import org.signalup.domain.Evidence;
import org.signalup.domain.Verdict;
import org.signalup.engine.Row;

/**
 * A place or line that came out differently for an operator.
 *
 * @param line whether it is a line
 * @param group scenario of a place, kind of a line
 * @param before empty when it was not listed then
 * @param after empty when it is no longer listed
 * @param causes what did it
 */
public record Flip(
        boolean line,
        String id,
        String name,
        String group,
        String operator,
        Outcome before,
        Outcome after,
        Set<Cause> causes) {
    /** What can change a verdict. */
    public enum Cause {
        DATA,
        LEDGER,
        STANDARD
    }

    /** How it came out. */
    public record Outcome(Optional<Verdict> verdict, Optional<Evidence> evidence, OptionalInt stars) {
        static Outcome of(Row row, int column) {
            return new Outcome(
                    Optional.ofNullable(row.text(column)).flatMap(code -> Coded.find(Verdict.class, code)),
                    Optional.ofNullable(row.text(column + 1)).flatMap(code -> Coded.find(Evidence.class, code)),
                    row.isNull(column + 2) ? OptionalInt.empty() : OptionalInt.of(row.getInt(column + 2)));
        }
    }

    Flip because(EnumSet<Cause> found) {
        return new Flip(line, id, name, group, operator, before, after, Collections.unmodifiableSet(found));
    }

    /** Its verdict changed, not only its stars. */
    public boolean verdictChanged() {
        return !before.verdict().equals(after.verdict());
    }
}
