package org.signalup.intake.internal.row;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Rat;
import org.signalup.domain.Text;
import org.signalup.geo.Surroundings;
import org.signalup.intake.FindingCode;
import org.signalup.intake.RejectCode;
import org.signalup.intake.internal.row.RateHabit.Evidence;
import org.signalup.standards.Programme.UsualRates;

/**
 * Looks at every row of a file for what one row alone does not show. A few comparisons a row, nothing kept of it but a sample
 * of digests.
 */
public final class Findings {
    /** Rows of a file below which habits are no evidence. */
    private static final long FEW = 100;

    private static final int STUCK_ROWS = 600;
    private static final long MOST_KBPS = 10_000_000;
    private static final long MOST_KBPS_4G = 2_000_000;
    private static final int NIGHT_ENDS_S = 6 * 3600;
    private static final int DAY_S = 86_400;
    private static final long DAY_MS = DAY_S * 1000L;
    private static final long E7 = 10_000_000L;
    private static final int FEW_DUPLICATES = 10;
    private static final double DUPLICATES = 0.01;

    private final Map<FindingCode, long[]> found = new EnumMap<>(FindingCode.class);
    private final Repetition repetition = new Repetition();
    private final Travel travel = new Travel();
    private final Misplaced misplaced;
    private final Dates dates = new Dates();
    private final long fileMs;
    private final boolean zoneAssumed;
    private long rows;
    private long levels;
    private long lowest = Long.MAX_VALUE;
    private long highest = Long.MIN_VALUE;
    private long stuckKey;
    private long stuckFor;
    private long longestStuck;
    private final RateHabit habit;
    private long nights;

    /**
     * @param fileMs when the file was last written; no row can be later
     * @param zoneAssumed its times have no offset
     * @param ledger where what may be measured stands
     * @param rates how fast tests usually are
     */
    public Findings(long fileMs, boolean zoneAssumed, Surroundings ledger, UsualRates rates) {
        this.habit = new RateHabit(rates);
        this.misplaced = new Misplaced(ledger);
        this.fileMs = fileMs;
        this.zoneAssumed = zoneAssumed;
    }

    /**
     * One thing found: how many rows or values, and the first row.
     *
     * @param evidence numbers that speak for it; empty where the count says all
     */
    public record Finding(FindingCode code, long count, long firstRow, Optional<Text> evidence) {
        /** In words. */
        public Text text() {
            Text more = evidence.orElse(Text.of("", ""));
            return Text.of(
                    count + " " + code.text().zh() + more.zh(),
                    count + " " + code.text().en() + more.en());
        }
    }

    /** Looks at a row that is kept. */
    public void see(SampleRow row, long rowNo) {
        rows++;
        time(row, rowNo);
        level(row, rowNo);
        rate(row, rowNo);
        if (row.has(Slot.SERVICE) && !row.has(Slot.OUTCOME)) {
            count(FindingCode.NO_OUTCOME, rowNo);
        }
        if (row.has(Slot.LON_E7)) {
            if (row.outsideShift) {
                count(FindingCode.SHIFTED_OUTSIDE_CHINA, rowNo);
            }
            misplaced.see(row, rowNo);
            if (travel.jumped(row)) {
                count(FindingCode.JUMP, rowNo);
            }
        }
        repetition.see(row, rowNo);
    }

    /** Looks at a row that is refused. */
    public void seeRefused(SampleRow row, long rowNo) {
        if (row.x == 0 && row.y == 0) {
            count(FindingCode.ZERO_POSITION, rowNo);
        }
        if (row.reject() == RejectCode.LAT_RANGE && Math.abs(row.x) <= 90 * E7 && Math.abs(row.y) <= 180 * E7) {
            count(FindingCode.LON_LAT_SWAPPED, rowNo);
        }
    }

    private void time(SampleRow row, long rowNo) {
        if (row.numbers[Slot.OBSERVED_MS] > fileMs + DAY_MS) {
            count(FindingCode.FUTURE, rowNo);
        }
        if (zoneAssumed && Math.floorMod(row.numbers[Slot.LOCAL_S], DAY_S) < NIGHT_ENDS_S) {
            nights++;
        }
        dates.see(row.numbers[Slot.DATE], rowNo);
    }

    private void level(SampleRow row, long rowNo) {
        if (row.notMeasured > 0 && judged(row)) {
            count(FindingCode.NOT_A_LEVEL, rowNo);
        }
        long rsrp = row.numbers[Slot.RSRP];
        if (rsrp == SampleRow.MISSING) {
            return;
        }
        levels++;
        lowest = Math.min(lowest, rsrp);
        highest = Math.max(highest, rsrp);
        long key = (rsrp * 31 + row.numbers[Slot.SINR]) * 31 + row.numbers[Slot.DEVICE_KEY];
        stuckFor = key == stuckKey ? stuckFor + 1 : 1;
        stuckKey = key;
        if (stuckFor > longestStuck) {
            longestStuck = stuckFor;
            if (stuckFor == STUCK_ROWS) {
                count(FindingCode.LEVEL_STUCK, rowNo - STUCK_ROWS + 1);
            }
        }
    }

    private void rate(SampleRow row, long rowNo) {
        long kbps = Math.max(row.numbers[Slot.DL_KBPS], row.numbers[Slot.UL_KBPS]);
        if (kbps > (row.numbers[Slot.RAT] == Rat.G4.number() ? MOST_KBPS_4G : MOST_KBPS)) {
            count(FindingCode.RATE_TOO_HIGH, rowNo);
        }
        habit.see(row);
    }

    private static boolean judged(SampleRow row) {
        long rat = row.numbers[Slot.RAT];
        return rat == Rat.G4.number() || rat == Rat.G5.number();
    }

    private void count(FindingCode code, long rowNo) {
        long[] counted = found.get(code);
        if (counted == null) {
            found.put(code, new long[] {1, rowNo});
        } else {
            counted[0]++;
        }
    }

    /** All that was found, in the order of the codes. */
    public List<Finding> all() {
        if (levels >= FEW && lowest == highest) {
            found.put(FindingCode.RSRP_CONSTANT, new long[] {levels, 0});
            found.remove(FindingCode.LEVEL_STUCK);
        } else if (found.containsKey(FindingCode.LEVEL_STUCK)) {
            found.get(FindingCode.LEVEL_STUCK)[0] = longestStuck;
        }
        Optional<Evidence> unit = habit.evidence();
        unit.ifPresent(this::doubtUnit);
        if (rows >= FEW && nights * 2 > rows) {
            found.put(FindingCode.NIGHT, new long[] {rows, 0});
        }
        if (repetition.count() >= FEW_DUPLICATES && repetition.count() > rows * DUPLICATES) {
            found.put(FindingCode.DUPLICATE_ROWS, new long[] {repetition.count(), repetition.firstRow()});
        }
        found.putAll(misplaced.found());
        dates.farApart().ifPresent(far -> found.put(FindingCode.FAR_APART, far));
        List<Finding> all = new ArrayList<>();
        found.forEach((code, counted) -> all.add(new Finding(
                code,
                counted[0],
                counted[1],
                unit.filter(one -> code == doubted(one)).map(Findings::words))));
        return all;
    }

    /** All rates speak louder than those of them that cannot be. */
    private void doubtUnit(Evidence unit) {
        found.put(doubted(unit), new long[] {unit.tests(), 0});
        if (unit.tooHigh()) {
            found.remove(FindingCode.RATE_TOO_HIGH);
        }
    }

    private static FindingCode doubted(Evidence unit) {
        return unit.tooHigh() ? FindingCode.RATES_FAR_ABOVE : FindingCode.RATES_FAR_BELOW;
    }

    private static Text words(Evidence unit) {
        boolean down = unit.direction() == UsualRates.Direction.DL;
        String median = digits(unit.medianMbps());
        String usual = digits(unit.usualMbps());
        String factor = digits(unit.tooHigh() ? unit.factor() : 1 / unit.factor());
        return Text.of(
                "（%s中位数 %s Mbit/s，同类网络通常为 %s，相差 %s 倍）".formatted(down ? "下行" : "上行", median, usual, factor),
                " (median %s %s Mbit/s, usually %s on such networks, a factor of %s)"
                        .formatted(down ? "downlink" : "uplink", median, usual, factor));
    }

    /** Two digits that count: a histogram gives no more. */
    private static String digits(double value) {
        return new BigDecimal(value).round(new MathContext(2)).toPlainString();
    }
}
