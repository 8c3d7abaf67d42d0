package org.signalup.intake;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.intake.internal.row.CellFactory;
import org.signalup.intake.internal.row.Scale;

/**
 * How a file is read otherwise than it and its profile say, because somebody saw that they are wrong. The file stays as it is.
 *
 * @param swapped longitude and latitude stand in each other's columns
 * @param crs of all positions; empty = as the file or profile says
 * @param zone of times without offset; empty = as the profile says
 * @param rateUnit of all rates; empty = as the heading or profile says
 */
public record Correction(boolean swapped, String crs, String zone, String rateUnit) {
    /** Nothing is read otherwise. */
    public static final Correction NONE = new Correction(false, "", "", "");

    public boolean empty() {
        return equals(NONE);
    }

    /** This one, and where it says nothing the other. */
    public Correction over(Correction other) {
        return new Correction(
                swapped || other.swapped,
                crs.isEmpty() ? other.crs : crs,
                zone.isEmpty() ? other.zone : zone,
                rateUnit.isEmpty() ? other.rateUnit : rateUnit);
    }

    /** @throws RefusedException if a system, zone or unit is none */
    public void check() {
        List<Problem> problems = new ArrayList<>();
        if (!crs.isEmpty() && CellFactory.parseCrs(crs).isEmpty()) {
            problems.add(wrong("crs", crs, RejectCode.CRS_UNKNOWN.text()));
        }
        if (!zone.isEmpty() && findZone().isEmpty()) {
            problems.add(wrong(
                    "zone",
                    zone,
                    Text.of("没有这个时区，应为 UTC 或 Asia/Shanghai", "no such zone, expected UTC or Asia/Shanghai")));
        }
        if (!rateUnit.isEmpty() && Scale.of(SampleColumn.Unit.MBIT_S, rateUnit).isEmpty()) {
            problems.add(wrong(
                    "rate_unit",
                    rateUnit,
                    Text.of("没有这个速率单位，应为 kbit/s 或 Mbit/s", "no such unit, expected kbit/s or Mbit/s")));
        }
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
    }

    private static Problem wrong(String column, String value, Text text) {
        return new Problem("", 0, column, value, "CORRECTION_INVALID", text);
    }

    private Optional<ZoneId> findZone() {
        try {
            return Optional.of(ZoneId.of(zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** In words. */
    public Text text() {
        List<Text> all = new ArrayList<>();
        if (swapped) {
            all.add(Text.of("经纬度对调", "longitude and latitude swapped"));
        }
        if (!crs.isEmpty()) {
            all.add(Text.of("坐标系按 " + crs, "positions taken as " + crs));
        }
        if (!zone.isEmpty()) {
            all.add(Text.of("无时区的时间按 " + zone, "times without zone taken as " + zone));
        }
        if (!rateUnit.isEmpty()) {
            all.add(Text.of("速率按 " + rateUnit, "rates taken as " + rateUnit));
        }
        return Text.of(
                String.join("，", all.stream().map(Text::zh).toList()),
                String.join(", ", all.stream().map(Text::en).toList()));
    }
}
