package org.signalup.evaluate.internal.spec;

import java.util.LinkedHashMap;
import java.util.Map;
import org.signalup.evaluate.internal.judge.BinVerdicts;
import org.signalup.evaluate.internal.judge.LineBins;
import org.signalup.evaluate.internal.judge.LineBins.Stretch;
import org.signalup.evaluate.internal.judge.LineJudge;
import org.signalup.evaluate.internal.judge.StretchVerdict;
import org.signalup.standards.SpecAnswer;
import org.signalup.standards.SpecInput;
import org.signalup.standards.SpecInput.BinRun;
import org.signalup.standards.Standard;

/** Examples of lines and sections. */
public final class SpecStretches {
    private static final double MM_PER_M = 1000;

    private SpecStretches() {}

    public static SpecAnswer.Line line(Standard standard, SpecInput.Line line) {
        LineJudge judge = new LineJudge(standard.lineRule(line.kind(), line.grade()));
        int size = line.bins().stream().mapToInt(BinRun::bins).sum();
        int[] part = new int[size];
        long[] from = new long[size];
        long[] to = new long[size];
        BinVerdicts verdicts = new BinVerdicts(size);
        int bin = 0;
        long end = 0;
        int parts = 0;
        for (BinRun run : line.bins()) {
            parts += run.newPart() ? 1 : 0;
            for (int i = 0; i < run.bins(); i++) {
                part[bin] = parts;
                from[bin] = end;
                end += Math.round(run.lengthM() * MM_PER_M);
                to[bin] = end;
                verdicts.set(bin++, SpecPlaces.decided(run.given()));
            }
        }
        LineBins bins = new LineBins(part, from, to);
        Map<String, SpecAnswer.Stretch> sections = new LinkedHashMap<>();
        line.sections()
                .forEach(section -> sections.put(
                        section.id(),
                        answer(judge.judge(bins, verdicts, Stretch.ofMetres(section.fromM(), section.toM())))));
        return new SpecAnswer.Line(answer(judge.judge(bins, verdicts, bins.whole())), sections);
    }

    private static SpecAnswer.Stretch answer(StretchVerdict verdict) {
        return new SpecAnswer.Stretch(
                verdict.lengthMm() / MM_PER_M,
                verdict.judgedMm() / MM_PER_M,
                verdict.passedMm() / MM_PER_M,
                verdict.retestMm() / MM_PER_M,
                verdict.failedMm() / MM_PER_M,
                verdict.ratio(),
                verdict.low(),
                verdict.high(),
                verdict.longestGapMm() / MM_PER_M,
                verdict.decided().verdict(),
                verdict.decided().evidence());
    }
}
