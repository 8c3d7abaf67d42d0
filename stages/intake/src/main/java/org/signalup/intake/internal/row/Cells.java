package org.signalup.intake.internal.row;

import java.util.function.Function;
import org.signalup.geo.Crs;
import org.signalup.intake.RejectCode;
import org.signalup.intake.SampleColumn;

/** The kinds of {@link BoundCell}. */
final class Cells {
    private Cells() {}

    /** A number with a unit. */
    static final class NumberCell extends BoundCell {
        /** What clients write for "unknown", in dBm or dB. */
        private static final long NO_LEVEL = -200_000;

        private static final long NOTHING_HEARD = -340_000;
        /** The end of the scale of RSRP, in dBm; clients write it for "unknown", too. */
        private static final long SATURATED = -44_000;

        private final Scale scale;
        private final Limits limits;
        private final ByteDictionary<Boolean> missing;
        private final NumberWords words;
        private final boolean ofCell;
        private final boolean level;

        NumberCell(CellRule rule, int cell) {
            super(rule.column(), cell);
            this.scale = rule.scale();
            this.words = new NumberWords(rule);
            this.level = column == SampleColumn.RSRP_DBM || column == SampleColumn.SINR_DB;
            this.limits = Limits.of(rule.column());
            this.missing = rule.missing().isEmpty()
                    ? null
                    : new ByteDictionary<>(text -> rule.missing().contains(text));
            this.ofCell = level || column == SampleColumn.RSRQ_DB;
        }

        @Override
        public void read(byte[] bytes, int start, int end, SampleRow row) {
            if (Missing.number(bytes, start, end) || (missing != null && missing.get(bytes, start, end))) {
                row.notMeasured += level && bytes[end - 1] >= '0' && bytes[end - 1] <= '9' ? 1 : 0;
                return;
            }
            long value = scale.parse(bytes, start, end);
            keep(value == Decimals.INVALID ? words.read(bytes, start, end) : value, row);
        }

        private void keep(long value, SampleRow row) {
            if (value == Decimals.INVALID) {
                refuse(row, RejectCode.NUMBER_INVALID);
            } else if (limits.holds(value)) {
                boolean mark = ofCell && unknown(value);
                row.notMeasured += mark ? 1 : 0;
                row.numbers[slot] = mark ? SampleRow.MISSING : value;
            } else if (value != SampleRow.MISSING && (!limits.negativeIsMissing() || value >= 0)) {
                refuse(row, RejectCode.RANGE);
            }
        }

        private boolean unknown(long value) {
            return value == NO_LEVEL
                    || value == NOTHING_HEARD
                    || (value == SATURATED && column == SampleColumn.RSRP_DBM);
        }
    }

    /** Longitude or latitude, easting or northing. */
    static final class CoordinateCell extends BoundCell {
        private static final int DIGITS = 7;
        private final boolean longitude;

        CoordinateCell(SampleColumn column, int cell) {
            super(column, cell);
            this.longitude = column == SampleColumn.LON;
        }

        @Override
        public void read(byte[] bytes, int start, int end, SampleRow row) {
            if (Missing.number(bytes, start, end)) {
                return;
            }
            long value = Decimals.parse(bytes, start, end, DIGITS);
            if (value == Decimals.INVALID) {
                refuse(row, RejectCode.NUMBER_INVALID);
            } else if (longitude) {
                row.x = value;
            } else {
                row.y = value;
            }
        }

        @Override
        public boolean filled(SampleRow row) {
            return (longitude ? row.x : row.y) != SampleRow.MISSING;
        }
    }

    /** Metres along a line, or K12+345. */
    static final class ChainageCell extends BoundCell {
        private static final int KM_DIGITS = 6;
        private final NumberCell plain;

        ChainageCell(CellRule rule, int cell) {
            super(rule.column(), cell);
            this.plain = new NumberCell(rule, cell);
        }

        @Override
        public void read(byte[] bytes, int start, int end, SampleRow row) {
            int k = find(bytes, start, end, 'K', 'k');
            int plus = find(bytes, Math.max(k, start) + 1, end, '+', '+');
            if (k < 0 && plus < 0) {
                plain.read(bytes, start, end, row);
                return;
            }
            int kmEnd = plus < 0 ? end : plus;
            long km =
                    kmEnd > k + 1 ? Decimals.parse(bytes, Math.max(k + 1, start), kmEnd, KM_DIGITS) : Decimals.INVALID;
            long metres = plus < 0 ? 0 : plus + 1 < end ? Decimals.parse(bytes, plus + 1, end, 3) : Decimals.INVALID;
            if (km == Decimals.INVALID || metres == Decimals.INVALID || km < 0 || metres < 0) {
                refuse(row, RejectCode.CHAINAGE_INVALID);
            } else {
                row.numbers[slot] = km + metres;
            }
        }

        private static int find(byte[] bytes, int start, int end, char a, char b) {
            for (int i = start; i < end; i++) {
                if (bytes[i] == a || bytes[i] == b) {
                    return i;
                }
            }
            return -1;
        }
    }

    /** The time of observation. */
    static final class TimeCell extends BoundCell {
        private final Times times;

        TimeCell(SampleColumn column, int cell, Times times) {
            super(column, cell);
            this.times = times;
        }

        @Override
        public void read(byte[] bytes, int start, int end, SampleRow row) {
            long ms = times.read(bytes, start, end);
            if (ms == TimeReader.NO_ZONE) {
                refuse(row, RejectCode.TIME_NO_ZONE);
            } else if (ms != TimeReader.INVALID) {
                row.numbers[slot] = ms;
            } else if (!Missing.number(bytes, start, end)) {
                refuse(row, RejectCode.TIME_INVALID);
            }
        }
    }

    /** One of a list of words. */
    static final class WordCell extends BoundCell {
        private final ByteDictionary<Word> words;
        private final RejectCode unknown;

        WordCell(SampleColumn column, int cell, RejectCode unknown, Function<String, Word> meaning) {
            super(column, cell);
            this.words = new ByteDictionary<>(meaning);
            this.unknown = unknown;
        }

        @Override
        public void read(byte[] bytes, int start, int end, SampleRow row) {
            Word word = words.get(bytes, start, end);
            switch (word.kind()) {
                case MISSING -> {}
                case UNKNOWN -> refuse(row, unknown);
                case NO_OPERATOR -> row.operatorOfFile = true;
                case KNOWN -> keep(word, row);
            }
        }

        private void keep(Word word, SampleRow row) {
            switch (column) {
                case CRS -> row.crs = (Crs) word.thing();
                case OPERATOR -> row.texts[slot] = word.text();
                case RAT -> {
                    row.numbers[slot] = word.number();
                    row.texts[Slot.RAT_DETAIL] = word.text();
                }
                default -> row.numbers[slot] = word.number();
            }
        }

        @Override
        public boolean filled(SampleRow row) {
            return column == SampleColumn.CRS ? row.crs != null : super.filled(row);
        }
    }

    /** An id or another short text. */
    static final class TextCell extends BoundCell {
        private final ByteDictionary<Ident> ids;

        TextCell(SampleColumn column, int cell, Function<String, Ident> meaning) {
            super(column, cell);
            this.ids = new ByteDictionary<>(meaning);
        }

        @Override
        public void read(byte[] bytes, int start, int end, SampleRow row) {
            Ident id = ids.get(bytes, start, end);
            if (id.missing()) {
                return;
            }
            if (id.formula()) {
                refuse(row, RejectCode.ID_FORMULA);
            }
            id.counted();
            row.texts[slot] = id;
            if (column == SampleColumn.DEVICE_ID) {
                row.deviceKey = id.key();
                row.deviceInstrument = id.instrument();
            } else if (column == SampleColumn.SESSION_ID) {
                row.sessionKey = id.key();
            }
        }
    }
}
