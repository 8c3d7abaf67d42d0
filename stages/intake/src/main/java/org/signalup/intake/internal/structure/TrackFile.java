package org.signalup.intake.internal.structure;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.internal.file.Compression;
import org.signalup.intake.internal.file.CsvRecords;
import org.signalup.intake.internal.file.FileRecord;
import org.signalup.intake.internal.file.FileRefusal;
import org.signalup.intake.internal.file.InputFile;

/**
 * The GPS track that lies beside a log without positions: of the same name with another ending, else the only GPX or NMEA file
 * of its folder. GPX, NMEA sentences, or CSV with columns time, lon, lat. Times without an offset are UTC.
 */
final class TrackFile {
    private static final List<String> TIMES = List.of("time", "timestamp", "datetime", "utc", "date_time");
    private static final List<String> LONS = List.of("lon", "lng", "long", "longitude", "经度");
    private static final List<String> LATS = List.of("lat", "latitude", "纬度");
    private static final DateTimeFormatter NMEA_DAY = DateTimeFormatter.ofPattern("ddMMuu");
    private static final DateTimeFormatter NMEA_TIME = DateTimeFormatter.ofPattern("HHmmss[.SSS][.SS][.S]");

    private final Track track = new Track();

    private TrackFile() {}

    /** The file of the track of {@code log} among all files read. */
    static Optional<InputFile> beside(InputFile log, List<InputFile> all) {
        String folder = folder(log);
        List<InputFile> near = all.stream()
                .filter(file -> folder(file).equals(folder) && !file.name().equals(log.name()))
                .toList();
        Optional<InputFile> named = near.stream()
                .filter(file -> stem(file).equals(stem(log))
                        && (isTrack(file) || ending(file).equals("csv")))
                .findFirst();
        List<InputFile> tracks = near.stream().filter(TrackFile::isTrack).toList();
        return named.isPresent() || tracks.size() != 1 ? named : Optional.of(tracks.get(0));
    }

    /** Whether two files of one folder have the same name but for the ending. */
    static boolean twins(InputFile one, InputFile other) {
        return folder(one).equals(folder(other))
                && stem(one).equals(stem(other))
                && !one.name().equals(other.name());
    }

    /** Whether the name says that it is a track. */
    static boolean isTrack(InputFile file) {
        return ending(file).equals("gpx") || ending(file).equals("nmea");
    }

    private static String folder(InputFile file) {
        return file.origin().toAbsolutePath().getParent() + "|"
                + file.name()
                        .substring(0, file.name().length() - file.fileName().length());
    }

    private static String stem(InputFile file) {
        String name = file.fileName();
        int dot = name.indexOf('.', 1);
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static String ending(InputFile file) {
        String name = file.fileName().toLowerCase(Locale.ROOT);
        String plain = Compression.plain(name);
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    /** @throws FileRefusal when there is no fix in it */
    static Track read(InputFile file) throws IOException {
        TrackFile reading = new TrackFile();
        switch (ending(file)) {
            case "gpx" -> reading.gpx(file);
            case "nmea" -> reading.lines(file, reading::nmea);
            default -> reading.csv(file);
        }
        if (reading.track.size() == 0) {
            throw new FileRefusal(RefusalCode.TRACK_INVALID, Text.same(file.name()));
        }
        return reading.track;
    }

    /** Takes one line, split at commas. */
    private interface Line {
        void take(FileRecord record);
    }

    private void lines(InputFile file, Line line) throws IOException {
        try (InputStream in = file.open(Optional.empty(), bytes -> {})) {
            CsvRecords.commas(in).forEach(record -> {
                line.take(record);
                return true;
            });
        }
    }

    private void gpx(InputFile file) throws IOException {
        XmlWalk.walk(file, new XmlWalk.Visitor() {
            private String lon;
            private String lat;

            @Override
            public boolean begin(String tag, XmlWalk.Attributes attributes) {
                if (tag.equals("trkpt")) {
                    lon = attributes.get("lon");
                    lat = attributes.get("lat");
                }
                return true;
            }

            @Override
            public boolean end(String tag, String text, long line) {
                if (tag.equals("time") && lon != null && lat != null) {
                    add(text, lon, lat);
                } else if (tag.equals("trkpt")) {
                    lon = null;
                }
                return true;
            }
        });
    }

    /** Sentences that say day, time and position at once: {@code $GPRMC,hhmmss,A,ddmm.m,N,dddmm.m,E,…,…,ddmmyy}. */
    private void nmea(FileRecord record) {
        boolean fix = record.count() > 9
                && record.text(0).matches("\\$..RMC")
                && record.text(2).equals("A");
        if (!fix) {
            return;
        }
        try {
            LocalDateTime time = LocalDateTime.of(
                    LocalDate.parse(record.text(9), NMEA_DAY), LocalTime.parse(record.text(1), NMEA_TIME));
            double lat = degrees(record.text(3), record.text(4).equals("S"));
            double lon = degrees(record.text(5), record.text(6).equals("W"));
            track.add(time.toInstant(ZoneOffset.UTC).toEpochMilli(), lon, lat);
        } catch (DateTimeException | NumberFormatException e) {
            // One sentence that was cut is no fix.
        }
    }

    /** Degrees of {@code dddmm.mmm}. */
    private static double degrees(String text, boolean negative) {
        double value = Double.parseDouble(text);
        double degrees = Math.floor(value / 100);
        double all = degrees + (value - degrees * 100) / 60;
        return negative ? -all : all;
    }

    private void csv(InputFile file) throws IOException {
        int[] columns = {-1, -1, -1};
        lines(file, record -> {
            if (columns[0] < 0) {
                columns[0] = column(record, TIMES);
                columns[1] = column(record, LONS);
                columns[2] = column(record, LATS);
            } else if (columns[1] >= 0 && columns[2] >= 0 && record.count() > Math.max(columns[1], columns[2])) {
                add(record.text(columns[0]), record.text(columns[1]), record.text(columns[2]));
            }
        });
    }

    private static int column(FileRecord record, List<String> names) {
        for (int i = 0; i < record.count(); i++) {
            if (names.contains(record.text(i).strip().toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return -1;
    }

    private void add(String time, String lon, String lat) {
        try {
            long ms = time(time).toEpochMilli();
            track.add(ms, Double.parseDouble(lon.strip()), Double.parseDouble(lat.strip()));
        } catch (DateTimeException | NumberFormatException e) {
            // A fix without time or position is none.
        }
    }

    /** @throws DateTimeException for what is no time; without offset it is UTC */
    static Instant time(String text) {
        String iso = text.strip().replace(' ', 'T');
        boolean offset = iso.endsWith("Z") || iso.matches(".*T.*[+-][0-9:]+");
        return offset
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }
}
