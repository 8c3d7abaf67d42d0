package org.signalup.intake.internal.structure;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.signalup.intake.internal.file.CsvRecords;
import org.signalup.intake.internal.file.Encoding;
import org.signalup.intake.internal.file.FileRecord;
import org.signalup.intake.internal.file.InputFile;

/**
 * A Nemo log (NMF): a record a line, its kind first, then the time of day. Measured cells and application rates become rows,
 * with the position and SINR recorded last before them. Of the header only the day is taken, not what names phone and card.
 */
final class NemoRows implements FlatRows {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.uuuu");
    /** A clock that falls back by more than this passed midnight; less is records out of order. */
    private static final long MIDNIGHT_S = 12 * 3600;

    private final InputFile file;
    private final Encoding encoding;

    NemoRows(InputFile file, Encoding encoding) {
        this.file = file;
        this.encoding = encoding;
    }

    @Override
    public void forEach(Predicate<FlatRow> handler) throws IOException {
        try (InputStream in = encoding.toUtf8(file.open(Optional.empty(), bytes -> {}))) {
            Log log = new Log(handler);
            CsvRecords.commas(in).forEach(log::take);
        }
    }

    private static final class Log {
        private final Predicate<FlatRow> handler;
        private FileRecord record;
        private LocalDate day;
        private LocalTime clock;
        private String lon = "";
        private String lat = "";
        private LocalTime fixed;
        private String sinr = "";
        private String system = "";
        private long last;

        Log(Predicate<FlatRow> handler) {
            this.handler = handler;
        }

        boolean take(FileRecord next) {
            record = next;
            tick();
            return switch (text(0)) {
                case "#START" -> start();
                case "GPS" -> fix();
                case "CI" -> interference();
                case "CELLMEAS" -> cells();
                case "DRATE" -> rate();
                default -> true;
            };
        }

        private String text(int cell) {
            return cell < record.count() ? record.text(cell).strip() : "";
        }

        /** How many of something follow; none where the record does not say. */
        private int count(int cell) {
            String text = text(cell);
            return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        }

        private void tick() {
            try {
                LocalTime now = LocalTime.parse(text(1));
                if (day != null && clock != null && ChronoUnit.SECONDS.between(now, clock) > MIDNIGHT_S) {
                    day = day.plusDays(1);
                }
                clock = now;
            } catch (DateTimeException e) {
                // Without a time of day it is as late as the record before.
            }
        }

        private boolean start() {
            try {
                day = LocalDate.parse(text(3), DAY);
            } catch (DateTimeException e) {
                day = null;
            }
            return true;
        }

        private boolean fix() {
            lon = text(3);
            lat = text(4);
            fixed = clock;
            return true;
        }

        /** Of LTE: after as many values as the record says come first, the average and the kind of cell. */
        private boolean interference() {
            boolean lte = text(3).equals("7") || text(3).equals("8");
            if (lte && count(4) > 0 && (count(4) < 2 || text(6).equals("0"))) {
                sinr = text(5);
            }
            return true;
        }

        private boolean cells() {
            int first = 5 + count(4);
            return switch (text(3)) {
                case "5" -> umts(first);
                case "7", "8" -> cells(first, "RSSI", "RSRP", "RSRQ");
                default -> cells(first, "LEVEL");
            };
        }

        /** Channels come before cells. */
        private boolean umts(int first) {
            return cells(first + 2 + count(first) * count(first + 1), "ECNO", "STTD", "RSCP");
        }

        /** Cells with so many parameters each: kind, band, channel, code, then {@code levels}. */
        private boolean cells(int first, String... levels) {
            int cells = count(first);
            int width = count(first + 1);
            for (int cell = 0; cell < cells && width > 3; cell++) {
                int at = first + 2 + cell * width;
                system = text(3);
                Map<String, String> row = row("CELLMEAS");
                row.put("CELL", system + "/" + text(at));
                row.put("BAND", text(at + 1));
                row.put("CHANNEL", text(at + 2));
                row.put("CODE", text(at + 3));
                for (int i = 0; i < levels.length && 4 + i < width; i++) {
                    row.put(levels[i], text(at + 4 + i));
                }
                row.put("SINR", text(at).equals("0") ? sinr : "");
                if (!hand(row)) {
                    return false;
                }
            }
            return true;
        }

        private boolean rate() {
            Map<String, String> row = row("DRATE");
            row.put("CELL", "rate");
            row.put("RATE_UL", text(5));
            row.put("RATE_DL", text(6));
            return hand(row);
        }

        private Map<String, String> row(String kind) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("RECORD", kind);
            row.put("SYSTEM", system);
            row.put("TIME", day == null || clock == null ? "" : day + " " + clock.truncatedTo(ChronoUnit.MILLIS));
            row.put("LON", lon);
            row.put("LAT", lat);
            row.put("FIX_AGE_S", fixed == null || clock == null ? "" : age());
            return row;
        }

        private String age() {
            long seconds = Math.floorMod(ChronoUnit.SECONDS.between(fixed, clock), 24L * 3600);
            return Long.toString(seconds);
        }

        private boolean hand(Map<String, String> row) {
            last = Math.max(last + 1, record.line());
            return handler.test(FlatRow.of(last, row));
        }
    }
}
