package org.signalup.evaluate.internal.roll;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.evaluate.ResultRows.AgreementRow;
import org.signalup.evaluate.internal.judge.SourceJudge.Alone;
import org.signalup.evaluate.internal.judge.SourceJudge.Compared;
import org.signalup.evaluate.internal.write.ResultSink;

/** Counts compared targets of one object at a time, by operator, mode and the sources that measured them. */
final class AgreementSums {
    private final ResultSink sink;
    private final Map<Group, Count> counts = new HashMap<>();
    private ComparedTarget open;

    AgreementSums(ResultSink sink) {
        this.sink = sink;
    }

    private record Group(String operator, TestMode mode, List<Source> sources) {}

    private record Count(long compared, long agreeing, long verdictsDiffer, long intervalsApart) {
        static Count of(Compared one) {
            return new Count(1, one.agree() ? 1 : 0, one.verdictsDiffer() ? 1 : 0, one.intervalsApart() ? 1 : 0);
        }

        Count plus(Count other) {
            return new Count(
                    compared + other.compared,
                    agreeing + other.agreeing,
                    verdictsDiffer + other.verdictsDiffer,
                    intervalsApart + other.intervalsApart);
        }
    }

    /** Takes a target; those of one object come together. */
    void add(ComparedTarget target, String operator, TestMode mode, Compared compared) {
        if (open != null && !target.besideOf(open)) {
            close();
        }
        open = target;
        List<Source> sources =
                compared.sources().stream().map(Alone::source).sorted().toList();
        counts.merge(new Group(operator, mode, sources), Count.of(compared), Count::plus);
    }

    /** Writes the open object. */
    void close() {
        counts.forEach((group, count) -> sink.agreement(new AgreementRow(
                open.object(),
                open.objectId(),
                open.unit(),
                group.operator(),
                group.mode(),
                group.sources(),
                count.compared(),
                count.agreeing(),
                count.verdictsDiffer(),
                count.intervalsApart())));
        counts.clear();
    }
}
