package org.signalup.testkit.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.signalup.domain.Evidence;
import org.signalup.domain.RatRow;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.geo.Bin;
import org.signalup.ledger.Line;
import org.signalup.standards.Standard.LineRule;
import org.signalup.testkit.internal.Matching.RuledLine;
import org.signalup.testkit.internal.PlaceRule.Grade;
import org.signalup.testkit.internal.TargetJudge.Judged;

/** A section or a whole line: lengths of its bins, ratio, verdict. */
record Stretch(RuledLine line, Optional<String> sectionId, long fromMm, long toMm) {
    /** The part of a bin that lies in the stretch. */
    record Piece(Bin bin, long mm, Grade grade) {
        Verdict verdict() {
            return grade.verdict();
        }

        boolean bad() {
            return verdict() == Verdict.FAIL || verdict() == Verdict.RETEST;
        }
    }

    /** A run of adjacent bad bins. */
    private record Gap(long mm, boolean failed) {}

    static Stretch ofLine(RuledLine line) {
        return new Stretch(line, Optional.empty(), 0, line.line().geometry().lengthMm());
    }

    static Stretch ofSection(RuledLine line, Line.Section section) {
        long length = line.line().geometry().lengthMm();
        long from = Math.max(0, Math.min(length, Geodesy.mm(section.fromM())));
        long to = Math.max(0, Math.min(length, Geodesy.mm(section.toM())));
        return new Stretch(line, Optional.of(section.id()), from, to);
    }

    List<Piece> pieces(String operator, RatRow row, Map<List<Object>, Judged> judged) {
        List<Piece> pieces = new ArrayList<>();
        for (Bin bin : line.bins()) {
            Judged of = judged.get(List.of(bin.number(), operator, row));
            Grade grade = of == null
                    ? new Grade(Verdict.NOT_MEASURED, Optional.empty())
                    : new Grade(of.verdict(), of.evidence());
            add(pieces, bin, grade);
        }
        return pieces;
    }

    List<Piece> allPieces(List<String> operators, RatRow row, Map<List<Object>, Judged> judged) {
        List<Piece> pieces = new ArrayList<>();
        line.bins().forEach(bin -> add(pieces, bin, allGrade(bin, operators, row, judged)));
        return pieces;
    }

    static Grade allGrade(Bin bin, List<String> operators, RatRow row, Map<List<Object>, Judged> judged) {
        return PlaceRule.joinGrades(operators.stream()
                .map(operator -> judged.get(List.of(bin.number(), operator, row)))
                .map(of -> of == null
                        ? new Grade(Verdict.NOT_MEASURED, Optional.empty())
                        : new Grade(of.verdict(), of.evidence()))
                .toList());
    }

    private void add(List<Piece> pieces, Bin bin, Grade grade) {
        long overlap = Math.min(toMm, bin.toMm()) - Math.max(fromMm, bin.fromMm());
        if (overlap > 0) {
            pieces.add(new Piece(bin, overlap, grade));
        }
    }

    LineRow row(String operator, RatRow rat, List<Piece> pieces) {
        Grade grade = grade(pieces);
        return row(operator, rat, pieces, List.of(pieces), grade);
    }

    LineRow allRow(RatRow rat, Collection<List<Piece>> ofOperators, List<Piece> all) {
        Grade grade = PlaceRule.joinGrades(ofOperators.stream().map(this::grade).toList());
        return row(ResultRows.ALL, rat, all, ofOperators, grade);
    }

    /** @param ratios the pieces whose least ratios count */
    private LineRow row(String operator, RatRow rat, List<Piece> pieces, Collection<List<Piece>> ratios, Grade grade) {
        long passed = sum(pieces, Verdict.PASS);
        long retest = sum(pieces, Verdict.RETEST);
        long failed = sum(pieces, Verdict.FAIL);
        boolean judged = ratios.stream().allMatch(own -> judgedMm(own) > 0);
        return new LineRow(
                line.line().id(),
                sectionId,
                operator,
                rat,
                lengthMm(),
                passed + retest + failed,
                passed,
                retest,
                failed,
                judged ? least(ratios, own -> (double) sum(own, Verdict.PASS) / judgedMm(own)) : OptionalDouble.empty(),
                least(ratios, this::ratioLow),
                least(ratios, this::ratioHigh),
                gaps(pieces).stream().mapToLong(Gap::mm).max().orElse(0),
                grade.verdict(),
                grade.evidence(),
                OptionalInt.empty(),
                "");
    }

    private long lengthMm() {
        return toMm - fromMm;
    }

    private Grade grade(List<Piece> pieces) {
        Verdict verdict = decide(pieces);
        for (Evidence least : Evidence.values()) {
            if (!verdict.open() && decide(atLeast(pieces, least)) == verdict) {
                return new Grade(verdict, Optional.of(least));
            }
        }
        return new Grade(verdict, Optional.empty());
    }

    /** The pieces with bins below a grade taken as not measured. */
    private static List<Piece> atLeast(List<Piece> pieces, Evidence least) {
        return pieces.stream()
                .map(piece -> piece.grade()
                                .evidence()
                                .filter(e -> e.weaker(least) == least)
                                .isPresent()
                        ? piece
                        : new Piece(piece.bin(), piece.mm(), new Grade(Verdict.NOT_MEASURED, Optional.empty())))
                .toList();
    }

    private Verdict decide(List<Piece> pieces) {
        LineRule rule = line.rule();
        if (ratioLow(pieces) >= rule.lineTargetShare()) {
            return gated(pieces);
        }
        if (ratioHigh(pieces) >= rule.lineTargetShare()) {
            boolean measured = pieces.stream().anyMatch(piece -> piece.verdict() != Verdict.NOT_MEASURED);
            return measured ? Verdict.UNDECIDED : Verdict.NOT_MEASURED;
        }
        double failedShare = (double) sum(pieces, Verdict.FAIL) / lengthMm();
        return failedShare > 1 - rule.lineTargetShare() ? Verdict.FAIL : Verdict.RETEST;
    }

    /** A pass, unless a gap is longer than the rule's gate. */
    private Verdict gated(List<Piece> pieces) {
        if (line.rule().longestGapM().isEmpty()) {
            return Verdict.PASS;
        }
        long gate = Geodesy.mm(line.rule().longestGapM().get());
        List<Gap> tooLong = gaps(pieces).stream().filter(gap -> gap.mm() > gate).toList();
        if (tooLong.isEmpty()) {
            return Verdict.PASS;
        }
        return tooLong.stream().anyMatch(Gap::failed) ? Verdict.FAIL : Verdict.RETEST;
    }

    private static List<Gap> gaps(List<Piece> pieces) {
        List<Gap> gaps = new ArrayList<>();
        Piece before = null;
        for (Piece piece : pieces) {
            if (piece.bad()) {
                boolean goesOn = before != null
                        && before.bad()
                        && before.bin().part() == piece.bin().part();
                Gap open = goesOn ? gaps.remove(gaps.size() - 1) : new Gap(0, false);
                gaps.add(new Gap(open.mm() + piece.mm(), open.failed() || piece.verdict() == Verdict.FAIL));
            }
            before = piece;
        }
        return gaps;
    }

    private double ratioLow(List<Piece> pieces) {
        return (double) sum(pieces, Verdict.PASS) / lengthMm();
    }

    private double ratioHigh(List<Piece> pieces) {
        return (double) (lengthMm() - sum(pieces, Verdict.RETEST) - sum(pieces, Verdict.FAIL)) / lengthMm();
    }

    private static OptionalDouble least(Collection<List<Piece>> all, ToDoubleFunction<List<Piece>> ratio) {
        return all.stream().mapToDouble(ratio).min();
    }

    private static long judgedMm(List<Piece> pieces) {
        return sum(pieces, Verdict.PASS) + sum(pieces, Verdict.RETEST) + sum(pieces, Verdict.FAIL);
    }

    private static long sum(List<Piece> pieces, Verdict verdict) {
        return pieces.stream()
                .filter(piece -> piece.verdict() == verdict)
                .mapToLong(Piece::mm)
                .sum();
    }
}
