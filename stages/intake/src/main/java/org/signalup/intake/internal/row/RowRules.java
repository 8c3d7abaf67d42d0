package org.signalup.intake.internal.row;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.signalup.domain.Coded;
import org.signalup.domain.Outcome;
import org.signalup.domain.Purpose;
import org.signalup.domain.Rat;
import org.signalup.domain.Service;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.geo.Crs;
import org.signalup.geo.GeoPoint;
import org.signalup.intake.RejectCode;
import org.signalup.intake.SampleColumn;
import org.signalup.intake.Terms;
import org.signalup.parquet.KnownText;

/** What every row must have and what stands in for what it lacks; the last step before a row is kept. */
public final class RowRules {
    private static final long E7 = 10_000_000L;
    private static final long SECONDS_PER_DAY = 86_400L;
    private static final SampleColumn[] LEVELS = {SampleColumn.RSRP_DBM, SampleColumn.SINR_DB, SampleColumn.RSRQ_DB};

    private final Offsets offsets;
    private final long lastDay;
    private final Optional<Crs> crs;
    private final Optional<KnownText> operatorOfFile;
    private final Terms terms;
    private KnownText lastOperator;
    private long lastSource;
    private KnownText lastInstrument;
    private long lastPseudoDevice;
    private long sourceDefaults;
    private long modeDefaults;
    private long purposeDefaults;
    private long instrumentDefaults;

    /**
     * @param crs of positions that name none
     * @param operatorOfFile stands in where the row says that there is no network to name
     */
    public RowRules(
            ZoneId zone, Optional<LocalDate> asOf, Optional<Crs> crs, Optional<String> operatorOfFile, Terms terms) {
        this.offsets = new Offsets(zone.getRules());
        this.lastDay = asOf.map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
        this.crs = crs;
        this.operatorOfFile = operatorOfFile.map(KnownText::new);
        this.terms = terms;
    }

    /** Completes the row, or refuses it. */
    public void complete(SampleRow row) {
        time(row);
        operator(row);
        if (!row.has(Slot.RAT)) {
            row.refuse(RejectCode.RAT_MISSING, SampleColumn.RAT, -1);
        }
        place(row);
        levels(row);
        sender(row);
        if (row.refused()) {
            return;
        }
        defaults(row);
        rateTest(row);
        keys(row);
    }

    /** How often a default stood in, by column. */
    public Map<String, Long> defaulted() {
        Map<String, Long> counts = new TreeMap<>();
        counts.put(SampleColumn.SOURCE.code(), sourceDefaults);
        counts.put(SampleColumn.TEST_MODE.code(), modeDefaults);
        counts.put(SampleColumn.PURPOSE.code(), purposeDefaults);
        counts.put(SampleColumn.INSTRUMENT_ID.code(), instrumentDefaults);
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private void time(SampleRow row) {
        long ms = row.numbers[Slot.OBSERVED_MS];
        if (ms == SampleRow.MISSING) {
            row.refuse(RejectCode.TIME_MISSING, SampleColumn.OBSERVED_AT, -1);
            return;
        }
        long second = Math.floorDiv(ms, 1000L);
        long wall = second + offsets.at(second);
        long day = Math.floorDiv(wall, SECONDS_PER_DAY);
        row.numbers[Slot.LOCAL_S] = wall;
        row.numbers[Slot.DATE] = day;
        if (day > lastDay) {
            row.refuse(RejectCode.AFTER_AS_OF, SampleColumn.OBSERVED_AT, -1);
        }
    }

    private void operator(SampleRow row) {
        if (row.texts[Slot.OPERATOR] != null) {
            return;
        }
        if (row.operatorOfFile && operatorOfFile.isPresent()) {
            row.texts[Slot.OPERATOR] = operatorOfFile.get();
        } else {
            RejectCode code = row.operatorOfFile ? RejectCode.OPERATOR_UNKNOWN : RejectCode.OPERATOR_MISSING;
            row.refuse(code, SampleColumn.OPERATOR, -1);
        }
    }

    private void sender(SampleRow row) {
        if (row.refused()) {
            return;
        }
        if (terms.operators().isPresent() && !terms.operators().get().contains(row.operator())) {
            row.refuse(RejectCode.OPERATOR_NOT_YOURS, SampleColumn.OPERATOR, -1);
        }
        if (terms.selfOnly() && row.numbers[Slot.PURPOSE] != Purpose.SELF.number()) {
            row.refuse(RejectCode.PURPOSE_NOT_YOURS, SampleColumn.PURPOSE, -1);
        }
    }

    private void place(SampleRow row) {
        // 0,0 is what clients write before the first fix.
        boolean position = row.x != SampleRow.MISSING && row.y != SampleRow.MISSING && !(row.x == 0 && row.y == 0);
        boolean line = row.texts[Slot.LINE_ID] != null && (row.has(Slot.CHAINAGE_MM) || position);
        boolean named = row.texts[Slot.POINT_ID] != null || line;
        if (position) {
            position(row);
        } else if (!named) {
            row.refuse(RejectCode.PLACE_MISSING, null, -1);
        }
    }

    private void position(SampleRow row) {
        Crs own = row.crs != null ? row.crs : crs.orElse(null);
        if (own == null) {
            row.refuse(RejectCode.CRS_MISSING, SampleColumn.CRS, -1);
        } else if (own.equals(Crs.WGS84) || own.equals(Crs.CGCS2000)) {
            degrees(row, row.x, row.y);
        } else {
            convert(row, own);
        }
    }

    private static void degrees(SampleRow row, long lonE7, long latE7) {
        if (Math.abs(lonE7) > 180 * E7) {
            row.refuse(RejectCode.LON_RANGE, SampleColumn.LON, -1);
        } else if (Math.abs(latE7) > 90 * E7) {
            row.refuse(RejectCode.LAT_RANGE, SampleColumn.LAT, -1);
        }
        row.numbers[Slot.LON_E7] = lonE7;
        row.numbers[Slot.LAT_E7] = latE7;
    }

    private static void convert(SampleRow row, Crs crs) {
        if (!crs.code().startsWith("EPSG")) {
            degrees(row, row.x, row.y);
        }
        if (row.refused()) {
            return;
        }
        try {
            GeoPoint point = crs.toWgs84(row.x / (double) E7, row.y / (double) E7);
            row.numbers[Slot.LON_E7] = point.lonE7();
            row.numbers[Slot.LAT_E7] = point.latE7();
            row.outsideShift = !crs.projected() && !Crs.shiftedAt(point);
        } catch (IllegalArgumentException e) {
            row.refuse(RejectCode.LON_RANGE, SampleColumn.LON, -1);
        }
    }

    private static void levels(SampleRow row) {
        long rat = row.numbers[Slot.RAT];
        boolean judged = rat == Rat.G4.number() || rat == Rat.G5.number();
        for (SampleColumn column : LEVELS) {
            int slot = slot(column);
            if (row.has(slot) && !Limits.level(column, rat).holds(row.numbers[slot])) {
                if (judged) {
                    row.refuse(RejectCode.RANGE, column, -1);
                }
                row.numbers[slot] = SampleRow.MISSING;
            }
        }
    }

    private static int slot(SampleColumn column) {
        return switch (column) {
            case RSRP_DBM -> Slot.RSRP;
            case SINR_DB -> Slot.SINR;
            default -> Slot.RSRQ;
        };
    }

    private void defaults(SampleRow row) {
        if (!row.has(Slot.SOURCE)) {
            row.numbers[Slot.SOURCE] = Source.DRIVE.number();
            sourceDefaults++;
        }
        if (!row.has(Slot.TEST_MODE)) {
            row.numbers[Slot.TEST_MODE] = TestMode.FREE.number();
            modeDefaults++;
        }
        if (!row.has(Slot.PURPOSE)) {
            purposeDefaults++;
        }
        if (row.deviceInstrument != null && row.texts[Slot.INSTRUMENT_ID] == null) {
            row.texts[Slot.INSTRUMENT_ID] = row.deviceInstrument;
            instrumentDefaults++;
        }
    }

    private static void rateTest(SampleRow row) {
        boolean rates = row.has(Slot.DL_KBPS) || row.has(Slot.UL_KBPS);
        boolean failed = row.numbers[Slot.OUTCOME] == Outcome.FAILED.number();
        if (!row.has(Slot.SERVICE) && (rates || failed)) {
            row.numbers[Slot.SERVICE] = Service.RATE.number();
        }
        if (row.numbers[Slot.SERVICE] != Service.RATE.number()) {
            return;
        }
        if (failed) {
            boolean neither = !rates;
            if (neither || row.has(Slot.DL_KBPS)) {
                row.numbers[Slot.DL_KBPS] = 0;
            }
            if (neither || row.has(Slot.UL_KBPS)) {
                row.numbers[Slot.UL_KBPS] = 0;
            }
        } else if (rates && !row.has(Slot.OUTCOME)) {
            row.numbers[Slot.OUTCOME] = Outcome.OK.number();
        }
    }

    private void keys(SampleRow row) {
        boolean device = row.deviceKey != SampleRow.MISSING;
        boolean session = row.sessionKey != SampleRow.MISSING;
        row.numbers[Slot.THINNABLE] = device && session ? 1 : 0;
        row.numbers[Slot.DEVICE_KEY] = device ? row.deviceKey : pseudoDevice(row);
        row.numbers[Slot.SESSION_KEY] = session ? row.sessionKey : pseudoDevice(row);
    }

    /** One stand-in per operator, source and instrument. */
    private long pseudoDevice(SampleRow row) {
        KnownText operator = row.texts[Slot.OPERATOR];
        KnownText instrument = row.texts[Slot.INSTRUMENT_ID];
        long source = row.numbers[Slot.SOURCE];
        if (operator != lastOperator || source != lastSource || instrument != lastInstrument) {
            lastOperator = operator;
            lastSource = source;
            lastInstrument = instrument;
            Source word = Coded.of(Source.class, (int) source);
            lastPseudoDevice = Ident.digest(
                    operator.text() + "|" + word.code() + "|" + (instrument == null ? "" : instrument.text()));
        }
        return lastPseudoDevice;
    }
}
