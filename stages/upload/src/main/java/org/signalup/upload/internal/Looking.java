package org.signalup.upload.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.signalup.domain.Language;
import org.signalup.domain.ProgressListener;
import org.signalup.domain.RefusedException;
import org.signalup.engine.Engine;
import org.signalup.intake.Intake;
import org.signalup.intake.IntakeOptions;
import org.signalup.intake.IntakeReport;
import org.signalup.lake.Lake;
import org.signalup.store.Store;
import org.signalup.upload.Reading;
import org.signalup.upload.Upload;
import org.signalup.upload.UploadSettings;
import org.signalup.upload.Where;

/** Reads the files of an upload, into nothing that lasts, or into the lake. */
public final class Looking {
    private static final String REFUSED =
            "SELECT f.file AS file, r.row_no AS row_no, r.column_name AS column_name, r.value AS value,"
                    + " r.code AS code FROM sample_reject r JOIN sample_file f ON f.file_no = r.file_no ORDER BY f.file, r.row_no";
    private static final int SHOWN = 200;
    private static final int MILLI = 1000;

    private final Where where;
    private final UploadFolder folder;
    private final UploadSettings settings;
    private final ProfileBook profiles;

    public Looking(Where where, UploadFolder folder, UploadSettings settings, Store store) {
        this.profiles = new ProfileBook(store);
        this.where = where;
        this.folder = folder;
        this.settings = settings;
    }

    /** @throws RefusedException if the files cannot be read */
    public Reading look(Upload upload, ProgressListener progress) throws IOException {
        try (UploadFolder.Desk desk = folder.desk(upload);
                Engine engine = where.engines().get()) {
            // Those of this moment stay beside the reading: what is taken is what was shown.
            profiles.write(upload.organisation(), saved(upload));
            IntakeOptions options =
                    options(upload, desk.work(), progress).around(where.ledger().get());
            IntakeReport report = Intake.read(desk.files(), options, engine);
            engine.export(REFUSED, folder.ofReading(upload.id(), upload.reading(), UploadFolder.REJECTS));
            return new Reading(report, known(report), refused(engine), points(report, engine));
        }
    }

    /** How the files of an upload are read. */
    public IntakeOptions options(Upload upload, Path work, ProgressListener progress) {
        return new IntakeOptions(
                        where.programme(),
                        Stream.concat(where.profiles().stream(), Stream.of(saved(upload)))
                                .toList(),
                        text(upload.said().profile()),
                        text(upload.said().crs()),
                        Optional.empty(),
                        Language.ZH,
                        work,
                        progress)
                .knowing(where.devices().get())
                .on(upload.held().terms(upload.said(), upload.corrections()));
    }

    private Path saved(Upload upload) {
        return folder.ofReading(upload.id(), upload.reading(), "profiles");
    }

    private static Optional<String> text(String value) {
        return Optional.of(value).filter(one -> !one.isEmpty());
    }

    private List<Reading.Known> known(IntakeReport report) {
        Map<String, String> batches = batches(where);
        return report.files().stream()
                .filter(file -> batches.containsKey(file.digest()))
                .map(file -> new Reading.Known(file.file(), batches.get(file.digest())))
                .toList();
    }

    /** The batch of the lake that has a content. */
    static Map<String, String> batches(Where where) {
        Map<String, String> batches = new HashMap<>();
        Lake.openOrCreate(where.lake(), where.programme().zone())
                .view()
                .batches()
                .forEach(batch -> batch.files().forEach(file -> batches.putIfAbsent(file.digest(), batch.id())));
        return batches;
    }

    private static List<Reading.Refused> refused(Engine engine) {
        List<Reading.Refused> first = new ArrayList<>();
        engine.forEach(
                REFUSED + " LIMIT " + SHOWN,
                row -> first.add(
                        new Reading.Refused(row.text(0), row.getLong(1), row.text(2), row.text(3), row.text(4))));
        return first;
    }

    /** Every so many rows of each file one. */
    private List<Reading.Point> points(IntakeReport report, Engine engine) {
        long kept = Math.max(1, report.read() - report.rejected());
        long step = (kept + settings.points() - 1) / settings.points();
        List<Reading.Point> points = new ArrayList<>();
        engine.forEach(
                "SELECT file_no, lon_e7, lat_e7, rsrp_mdbm FROM sample_read WHERE lon_e7 IS NOT NULL AND row_no % "
                        + step + " = 0 ORDER BY file_no, row_no LIMIT " + 2 * settings.points(),
                row -> points.add(new Reading.Point(
                        row.getInt(0), row.getInt(1), row.getInt(2), row.isNull(3) ? 0 : row.getInt(3) / MILLI)));
        return points;
    }

    /** Profiles and their versions, as the record of changes keeps them. */
    public static String profiles(IntakeReport report) {
        return report.files().stream()
                .map(file ->
                        file.recognition().profile() + " v" + file.recognition().version())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
