package org.signalup.evaluate.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalup.domain.Evidence;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.internal.judge.LineBins.Stretch;

class LineJudgeTest {
    private static final LineJudge JUDGE = new LineJudge(Given.lineRule(Optional.empty()));

    /** Bins of 100 m: p/r/f by grade (A B C), dot = not measured, t = too few, bar = new part. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "19*pA 1*fA, PASS, A",
        "19*pA 1*., PASS, A",
        "10*pA 9*pC 1*fA, PASS, C",
        "18*pA 1*. 1*fA, UNDECIDED, ''",
        "18*pA 2*., UNDECIDED, ''",
        "20*., NOT_MEASURED, ''",
        "20*t, UNDECIDED, ''",
        "18*pA 2*fB, FAIL, B",
        "18*pA 2*rB, RETEST, B",
        "18*pA 1*rC 1*fA, RETEST, C",
        "17*pA 2*fC 1*rC, FAIL, C",
        "17*pA 2*fA 1*rC, FAIL, A",
    })
    void verdictAndEvidenceFollowTheLengths(String bins, String verdict, String evidence) {
        Line line = line(bins);
        assertThat(JUDGE.judge(line.bins, line.verdicts, line.bins.whole()).decided())
                .isEqualTo(Given.decided(verdict, evidence));
    }

    @Test
    void ratioIsOfTheJudgedLengthAndItsBoundsOfTheWhole() {
        Line line = line("6*pA 1*rC 1*fA 2*.");
        StretchVerdict verdict = JUDGE.judge(line.bins, line.verdicts, line.bins.whole());
        assertThat(verdict.lengthMm()).isEqualTo(1_000_000);
        assertThat(verdict.judgedMm()).isEqualTo(800_000);
        assertThat(verdict.ratio()).hasValue(0.75);
        assertThat(verdict.low()).hasValue(0.6);
        assertThat(verdict.high()).hasValue(0.8);
        assertThat(verdict.longestGapMm()).isEqualTo(200_000);
    }

    @Test
    void nothingJudgedLeavesTheRatioUnknown() {
        Line line = line("3*.");
        StretchVerdict verdict = JUDGE.judge(line.bins, line.verdicts, line.bins.whole());
        assertThat(verdict.ratio()).isEmpty();
        assertThat(verdict.low()).hasValue(0.0);
        assertThat(verdict.high()).hasValue(1.0);
    }

    @Test
    void aBinAcrossTheBorderCountsByItsOverlap() {
        Line line = line("3*pA 2*fA 2*pA");
        StretchVerdict verdict = JUDGE.judge(line.bins, line.verdicts, Stretch.ofMetres(250, 350.5));
        assertThat(verdict.lengthMm()).isEqualTo(100_500);
        assertThat(verdict.passedMm()).isEqualTo(50_000);
        assertThat(verdict.failedMm()).isEqualTo(50_500);
        assertThat(verdict.longestGapMm()).isEqualTo(50_500);
    }

    @Test
    void aGapEndsAtAPartAndAtAnUnmeasuredBin() {
        Line parts = line("2*fA | 3*rC 1*. 2*fA");
        assertThat(JUDGE.judge(parts.bins, parts.verdicts, parts.bins.whole()).longestGapMm())
                .isEqualTo(300_000);
    }

    @ParameterizedTest(name = "{0} with a gate of {1} m: {2}")
    @CsvSource({
        "97*pA 3*fA, 300, PASS, A",
        "97*pA 3*fA, 299.999, FAIL, A",
        "97*pA 3*rC, 299.999, RETEST, C",
        "97*pA 2*rC 1*fB, 200, FAIL, C",
        "96*pA 2*fA 1*pA 1*rC, 150, FAIL, A",
    })
    void aGapBeyondTheGateForbidsThePass(String bins, double gateM, String verdict, String evidence) {
        Line line = line(bins);
        StretchVerdict judged =
                new LineJudge(Given.lineRule(Optional.of(gateM))).judge(line.bins, line.verdicts, line.bins.whole());
        assertThat(judged.decided()).isEqualTo(Given.decided(verdict, evidence));
    }

    @Test
    void millimetresDecideAtNinetyFivePercent() {
        LineBins bins = new LineBins(new int[2], new long[] {0, 950_001}, new long[] {950_001, 1_000_001});
        BinVerdicts verdicts = new BinVerdicts(2);
        verdicts.set(0, Given.decided("PASS", "A"));
        verdicts.set(1, Given.decided("FAIL", "A"));
        assertThat(JUDGE.judge(bins, verdicts, new Stretch(0, 1_000_000))
                        .decided()
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(JUDGE.judge(bins, verdicts, new Stretch(2, 1_000_001))
                        .decided()
                        .verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void seededLinesAgreeWithMetreByMetreCounting() {
        Random random = new Random(7);
        for (int round = 0; round < 400; round++) {
            int size = 1 + random.nextInt(40);
            Optional<Double> gate = random.nextBoolean() ? Optional.of(random.nextInt(30) * 1.0) : Optional.empty();
            Line line = randomLine(random, size);
            long from = random.nextInt((int) line.bins.toMm(size - 1) / 1000) * 1000L;
            long to = from + 1000L * (1 + random.nextInt(60));
            StretchVerdict judged =
                    new LineJudge(Given.lineRule(gate)).judge(line.bins, line.verdicts, new Stretch(from, to));
            assertThat(judged).as("round %s", round).isEqualTo(naive(line, from, to, gate));
        }
    }

    @Test
    void allOperatorsTogetherFollowThePlaceRuleBinByBin() {
        Random random = new Random(11);
        List<BinVerdicts> operators = List.of(
                randomLine(random, 5000).verdicts,
                randomLine(random, 5000).verdicts,
                randomLine(random, 5000).verdicts);
        BinVerdicts all = BinVerdicts.all(operators);
        for (int bin = 0; bin < 5000; bin++) {
            int at = bin;
            assertThat(all.get(bin))
                    .isEqualTo(Decided.byPlaceRule(
                            operators.stream().map(own -> own.get(at)).toList()));
        }
    }

    @Test
    void aLineOfAllOperatorsHasTheLeastRatioAndTheLengthsOfItsBins() {
        Line one = line("19*pA 1*fB");
        Line two = line("1*rC 19*pB");
        LineBins bins = one.bins;
        BinVerdicts together = BinVerdicts.all(List.of(one.verdicts, two.verdicts));
        StretchVerdict all = AllJudge.stretch(
                JUDGE,
                bins,
                together,
                bins.whole(),
                List.of(JUDGE.judge(bins, one.verdicts, bins.whole()), JUDGE.judge(bins, two.verdicts, bins.whole())));
        assertThat(all.decided()).isEqualTo(Given.decided("PASS", "B"));
        assertThat(all.passedMm()).isEqualTo(1_800_000);
        assertThat(all.retestMm()).isEqualTo(100_000);
        assertThat(all.failedMm()).isEqualTo(100_000);
        assertThat(all.ratio()).hasValue(0.95);
    }

    /** The same by walking every metre once, for verdict, lengths, gaps and evidence. */
    private static StretchVerdict naive(Line line, long from, long to, Optional<Double> gate) {
        Verdict verdict = naiveVerdict(line, from, to, gate, Evidence.C);
        Optional<Evidence> evidence = Optional.empty();
        for (Evidence grade : List.of(Evidence.C, Evidence.B, Evidence.A)) {
            if (!verdict.open() && naiveVerdict(line, from, to, gate, grade) == verdict) {
                evidence = Optional.of(grade);
            }
        }
        long[] sums = naiveSums(line, from, to, Evidence.C);
        long judged = sums[1] + sums[2] + sums[3];
        return new StretchVerdict(
                new Decided(verdict, evidence),
                sums[0],
                sums[1],
                sums[2],
                sums[3],
                judged == 0 ? OptionalDouble.empty() : OptionalDouble.of(sums[1] / (double) judged),
                sums[0] == 0 ? OptionalDouble.empty() : OptionalDouble.of(sums[1] / (double) sums[0]),
                sums[0] == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of((sums[0] - sums[2] - sums[3]) / (double) sums[0]),
                naiveGaps(line, from, to, Evidence.C).stream()
                        .mapToLong(gap -> gap[0])
                        .max()
                        .orElse(0));
    }

    private static Verdict naiveVerdict(Line line, long from, long to, Optional<Double> gate, Evidence grade) {
        long[] sums = naiveSums(line, from, to, grade);
        if (sums[0] == 0 || sums[4] == 0) {
            return Verdict.NOT_MEASURED;
        }
        if (sums[1] * 20 >= sums[0] * 19) {
            boolean fails = false;
            boolean suspects = false;
            for (long[] gap : naiveGaps(line, from, to, grade)) {
                boolean beyond = gate.isPresent() && gap[0] > gate.get() * 1000;
                fails |= beyond && gap[1] > 0;
                suspects |= beyond && gap[1] == 0;
            }
            return fails ? Verdict.FAIL : suspects ? Verdict.RETEST : Verdict.PASS;
        }
        if ((sums[0] - sums[2] - sums[3]) * 20 >= sums[0] * 19) {
            return Verdict.UNDECIDED;
        }
        return sums[3] * 20 > sums[0] ? Verdict.FAIL : Verdict.RETEST;
    }

    /** Length, passed, retest, failed, measured; in millimetres. */
    private static long[] naiveSums(Line line, long from, long to, Evidence grade) {
        long[] sums = new long[5];
        for (long mm = from; mm < to; mm += 1000) {
            int bin = binAt(line, mm);
            if (bin < 0) {
                continue;
            }
            Decided decided = line.verdicts.get(bin);
            sums[0] += 1000;
            sums[4] += decided.verdict() == Verdict.NOT_MEASURED ? 0 : 1000;
            if (decided.evidence().filter(own -> own.compareTo(grade) <= 0).isPresent()) {
                sums[1] += decided.verdict() == Verdict.PASS ? 1000 : 0;
                sums[2] += decided.verdict() == Verdict.RETEST ? 1000 : 0;
                sums[3] += decided.verdict() == Verdict.FAIL ? 1000 : 0;
            }
        }
        return sums;
    }

    /** Each gap as its length and the failed length in it. */
    private static List<long[]> naiveGaps(Line line, long from, long to, Evidence grade) {
        List<long[]> gaps = new ArrayList<>();
        long[] gap = null;
        int part = -1;
        for (long mm = from; mm < to; mm += 1000) {
            int bin = binAt(line, mm);
            Decided decided = bin < 0 ? Decided.NOT_MEASURED : line.verdicts.get(bin);
            boolean good =
                    decided.evidence().filter(own -> own.compareTo(grade) <= 0).isPresent();
            boolean gapped = good && (decided.verdict() == Verdict.FAIL || decided.verdict() == Verdict.RETEST);
            if (gapped && (gap == null || line.bins.part(bin) != part)) {
                gap = new long[2];
                gaps.add(gap);
                part = line.bins.part(bin);
            }
            if (gapped) {
                gap[0] += 1000;
                gap[1] += decided.verdict() == Verdict.FAIL ? 1000 : 0;
            } else {
                gap = null;
            }
        }
        return gaps;
    }

    private static int binAt(Line line, long mm) {
        for (int bin = 0; bin < line.bins.size(); bin++) {
            if (line.bins.fromMm(bin) <= mm && mm < line.bins.toMm(bin)) {
                return bin;
            }
        }
        return -1;
    }

    private static Line randomLine(Random random, int size) {
        int[] part = new int[size];
        long[] from = new long[size];
        long[] to = new long[size];
        BinVerdicts verdicts = new BinVerdicts(size);
        boolean mostlyGood = random.nextBoolean();
        for (int i = 0; i < size; i++) {
            part[i] = i == 0 ? 0 : part[i - 1] + (random.nextInt(8) == 0 ? 1 : 0);
            from[i] = i == 0 ? 0 : to[i - 1];
            to[i] = from[i] + 1000L * (1 + random.nextInt(12));
            Verdict verdict = mostlyGood && random.nextInt(20) > 0
                    ? Verdict.PASS
                    : List.of(Verdict.values()).get(random.nextInt(6));
            Evidence evidence = List.of(Evidence.values()).get(random.nextInt(3));
            verdicts.set(i, verdict.open() ? Decided.open(verdict) : Decided.of(verdict, evidence));
        }
        return new Line(new LineBins(part, from, to), verdicts);
    }

    private static Line line(String text) {
        List<Decided> all = new ArrayList<>();
        List<Integer> parts = new ArrayList<>();
        int part = 0;
        for (String word : text.split(" ")) {
            if (word.equals("|")) {
                part++;
                continue;
            }
            String[] run = word.split("\\*");
            for (int i = 0; i < Integer.parseInt(run[0]); i++) {
                all.add(decided(run[1]));
                parts.add(part);
            }
        }
        int size = all.size();
        long[] from = new long[size];
        long[] to = new long[size];
        BinVerdicts verdicts = new BinVerdicts(size);
        for (int i = 0; i < size; i++) {
            from[i] = i * 100_000L;
            to[i] = from[i] + 100_000;
            verdicts.set(i, all.get(i));
        }
        return new Line(new LineBins(parts.stream().mapToInt(Integer::intValue).toArray(), from, to), verdicts);
    }

    private static Decided decided(String code) {
        return switch (code.charAt(0)) {
            case '.' -> Decided.NOT_MEASURED;
            case 't' -> Given.decided("TOO_FEW", "");
            case 'p' -> Given.decided("PASS", code.substring(1));
            case 'r' -> Given.decided("RETEST", code.substring(1));
            default -> Given.decided("FAIL", code.substring(1));
        };
    }

    private record Line(LineBins bins, BinVerdicts verdicts) {}
}
