package org.signalup.evaluate;

import static org.signalup.domain.Evidence.A;
import static org.signalup.domain.Evidence.B;
import static org.signalup.domain.Evidence.C;
import static org.signalup.domain.Verdict.FAIL;
import static org.signalup.domain.Verdict.NOT_MEASURED;
import static org.signalup.domain.Verdict.PASS;
import static org.signalup.domain.Verdict.RETEST;
import static org.signalup.domain.Verdict.TOO_FEW;
import static org.signalup.domain.Verdict.UNDECIDED;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Evidence;
import org.signalup.domain.Verdict;

/**
 * A verdict with its evidence as a number of four bits, so that the map tables keep the verdicts of all operators in one
 * number: those of the operator with {@code shift} s in table {@code map_slot} are {@code (packed >> s) & 15}.
 *
 * @param number 0 = no row, else the better the higher within a verdict
 */
public record MapCode(int number, Verdict verdict, Optional<Evidence> evidence) {
    /** Bits of one operator. */
    public static final int BITS = 4;

    /** As many operators as fit in a positive number, all obliged together being one of them. */
    public static final int MOST_OPERATORS = 15;

    private static final List<MapCode> ALL = List.of(
            new MapCode(0, NOT_MEASURED, Optional.empty()),
            new MapCode(1, NOT_MEASURED, Optional.empty()),
            new MapCode(2, TOO_FEW, Optional.empty()),
            new MapCode(3, UNDECIDED, Optional.empty()),
            new MapCode(4, RETEST, Optional.of(C)),
            new MapCode(5, RETEST, Optional.of(B)),
            new MapCode(6, FAIL, Optional.of(C)),
            new MapCode(7, FAIL, Optional.of(B)),
            new MapCode(8, FAIL, Optional.of(A)),
            new MapCode(9, PASS, Optional.of(C)),
            new MapCode(10, PASS, Optional.of(B)),
            new MapCode(11, PASS, Optional.of(A)));

    private static final Map<Verdict, Integer> UNGRADED = new EnumMap<>(Verdict.class);
    private static final Map<Verdict, Map<Evidence, Integer>> GRADED = new EnumMap<>(Verdict.class);

    static {
        for (MapCode code : ALL.subList(1, ALL.size())) {
            code.evidence.ifPresentOrElse(
                    grade -> GRADED.computeIfAbsent(code.verdict, unused -> new EnumMap<>(Evidence.class))
                            .put(grade, code.number),
                    () -> UNGRADED.put(code.verdict, code.number));
        }
    }

    /** Every code, its number being the index. */
    public static List<MapCode> all() {
        return ALL;
    }

    /** The number of a verdict with its evidence; 0 where none is so. */
    public static int number(Verdict verdict, Optional<Evidence> evidence) {
        Integer number = evidence.isPresent()
                ? GRADED.getOrDefault(verdict, Map.of()).get(evidence.get())
                : UNGRADED.get(verdict);
        return number == null ? 0 : number;
    }

    /** The code of one operator among those packed in a number. */
    public static MapCode unpack(long packed, int shift) {
        return ALL.get(number(packed, shift));
    }

    /** Its number alone. */
    public static int number(long packed, int shift) {
        return (int) ((packed >> shift) & 15);
    }

    /** The bits of one operator. */
    public static long mask(int shift) {
        return 15L << shift;
    }

    /** SQL for the number of the columns {@code verdict} and {@code evidence}. */
    public static String sql() {
        StringBuilder sql = new StringBuilder("CASE");
        for (MapCode code : ALL.subList(1, ALL.size())) {
            sql.append(" WHEN verdict = '").append(code.verdict.code()).append('\'');
            code.evidence.ifPresent(grade ->
                    sql.append(" AND evidence = '").append(grade.code()).append('\''));
            sql.append(" THEN ").append(code.number);
        }
        return sql.append(" ELSE 0 END").toString();
    }
}
