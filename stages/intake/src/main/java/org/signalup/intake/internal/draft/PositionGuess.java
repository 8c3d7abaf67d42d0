package org.signalup.intake.internal.draft;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.signalup.domain.Text;
import org.signalup.intake.Confidence;
import org.signalup.intake.ProfileDraft.Column;
import org.signalup.intake.ProfileDraft.Guess;
import org.signalup.intake.SampleColumn;

/** Which system the positions are in, as far as numbers tell, and whether longitude and latitude are what they say. */
final class PositionGuess {
    private static final double MOST_LAT = 90;
    private static final double MOST_LON = 180;

    private PositionGuess() {}

    static Guess crs(List<Column> columns, Function<Column, List<String>> values) {
        Optional<Column> lon = find(columns, SampleColumn.LON);
        Optional<Column> lat = find(columns, SampleColumn.LAT);
        if (lon.isEmpty() || lat.isEmpty()) {
            return new Guess("", Confidence.LOW, Text.of("没有经纬度列", "no columns of longitude and latitude"));
        }
        String words = (lon.get().heading() + " " + lat.get().heading()).toLowerCase(Locale.ROOT);
        for (String code : List.of("GCJ02", "BD09", "CGCS2000", "WGS84")) {
            if (words.replaceAll("[-_ ]", "").contains(code.toLowerCase(Locale.ROOT))) {
                return new Guess(code, Confidence.HIGH, Text.of("表头写明", "the heading says so"));
            }
        }
        double x = UnitGuess.median(absolute(values.apply(lon.get()))).orElse(0);
        double y = UnitGuess.median(absolute(values.apply(lat.get()))).orElse(0);
        if (x > MOST_LON || y > MOST_LON) {
            return new Guess(
                    "", Confidence.LOW, Text.of("数值是投影坐标，请写明 EPSG:n", "the numbers are projected, say EPSG:n"));
        }
        boolean china = x > 73 && x < 136 && y > 3 && y < 54;
        return new Guess(
                "WGS84",
                china ? Confidence.LOW : Confidence.MEDIUM,
                china
                        ? Text.of(
                                "猜测：境内坐标单凭数值分不清 WGS84、GCJ02、BD09",
                                "a guess: within China numbers alone do not tell WGS84, GCJ02 and BD09 apart")
                        : Text.of("境外坐标一般是 WGS84", "outside China positions are usually WGS84"));
    }

    /** Swaps longitude and latitude whose values can only be the other way round. */
    static List<Column> withPositions(List<Column> columns, Function<Column, List<String>> values) {
        Optional<Column> lon = find(columns, SampleColumn.LON);
        Optional<Column> lat = find(columns, SampleColumn.LAT);
        if (lon.isEmpty() || lat.isEmpty() || !swapped(values.apply(lon.get()), values.apply(lat.get()))) {
            return columns;
        }
        return columns.stream()
                .map(column -> column.equals(lon.get())
                        ? other(column, SampleColumn.LAT)
                        : column.equals(lat.get()) ? other(column, SampleColumn.LON) : column)
                .toList();
    }

    private static boolean swapped(List<String> lon, List<String> lat) {
        double x = UnitGuess.median(absolute(lon)).orElse(0);
        double y = UnitGuess.median(absolute(lat)).orElse(0);
        return y > MOST_LAT && y <= MOST_LON && x <= MOST_LAT;
    }

    private static Column other(Column column, SampleColumn target) {
        return new Column(
                column.heading(),
                column.examples(),
                Optional.of(target),
                Optional.empty(),
                Optional.empty(),
                column.missing(),
                Confidence.MEDIUM,
                Text.of("数值超过 90，经度和纬度写反了", "values beyond 90: longitude and latitude are the wrong way round"));
    }

    private static List<String> absolute(List<String> values) {
        return values.stream().map(value -> value.replaceFirst("^-", "")).toList();
    }

    private static Optional<Column> find(List<Column> columns, SampleColumn target) {
        return columns.stream()
                .filter(column -> column.target().filter(target::equals).isPresent())
                .findFirst();
    }
}
