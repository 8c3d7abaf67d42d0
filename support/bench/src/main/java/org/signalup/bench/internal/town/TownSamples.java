package org.signalup.bench.internal.town;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.signalup.bench.internal.town.SampleFile.Sample;
import org.signalup.bench.internal.town.TownPlan.SitePlan;
import org.signalup.domain.Purpose;

/** Measures the town over one invented week and writes the sample files. */
public final class TownSamples {
    private static final LocalDate MONDAY = LocalDate.of(2025, 9, 1);

    public void write(Path folder) throws IOException {
        List<SitePlan> sites = TownPlan.sites();
        SampleFile walks = new SampleFile();
        SampleFile crowd = new SampleFile();
        new SpotTests(walks, crowd).visit(sites);
        walks.write(folder.resolve("walk.csv.gz"));
        crowd.write(folder.resolve("app.csv.gz"));

        SampleFile drives = new SampleFile();
        new LineRuns(drives).run();
        drives.write(folder.resolve("drive.csv.gz"));

        SampleFile services = new SampleFile();
        new ServiceTests(services).test(sites);
        services.write(folder.resolve("service.csv.gz"));

        SampleFile faulty = new SampleFile();
        FaultyRows.add(faulty);
        faulty.write(folder.resolve("faulty.csv.gz"));
    }

    /** A row with what all rows of the town have in common. */
    static Sample sample(String operator, Purpose purpose) {
        return new Sample()
                .set("crs", "WGS84")
                .set("operator", operator)
                .set("tester_org", purpose == Purpose.SELF ? "模拟运营商" : "模拟测试机构")
                .set("purpose", purpose.code())
                .set("task_id", "SIM-TASK")
                .set("instrument_id", "SIM-INSTRUMENT");
    }

    /** Time of a second of a day of the week (1 = Monday), with offset. */
    static String time(int day, LocalTime clock, long second) {
        LocalDateTime at = MONDAY.plusDays(day - 1L).atTime(clock).plusSeconds(second);
        return at.toLocalDate() + "T" + at.toLocalTime().toString() + (at.getSecond() == 0 ? ":00" : "") + "+08:00";
    }

    static void place(Sample sample, double east, double north, double accuracyM) {
        sample.set("lon", Ground.lon(east)).set("lat", Ground.lat(north)).set("accuracy_m", accuracyM, 0);
    }

    /** Share of free-mode time on 5G. */
    static double share5g(String operator) {
        return switch (operator) {
            case "CMCC" -> 0.92;
            case "CTCC" -> 0.88;
            case "CUCC" -> 0.85;
            default -> 0.8;
        };
    }
}
