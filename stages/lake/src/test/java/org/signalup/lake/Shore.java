package org.signalup.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.signalup.domain.Language;
import org.signalup.domain.ProgressListener;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Column;
import org.signalup.engine.Engine;
import org.signalup.intake.Intake;
import org.signalup.intake.IntakeOptions;
import org.signalup.intake.IntakeReport;
import org.signalup.intake.SampleSchema;
import org.signalup.standards.Operator;
import org.signalup.standards.Programme;

/** A work place for tests of the lake: a folder with sample files and a lake, and an engine. */
final class Shore implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final String HEADER = "observed_at,lon,lat,crs,operator,rat,device_id,session_id,rsrp_dbm,sinr_db";

    final Path folder;
    final Engine engine;

    Shore(Path folder) {
        this.folder = folder;
        this.engine = DuckDbEngine.open(1, "1GB", folder.resolve("spill"));
    }

    Path place() {
        return folder.resolve("lake");
    }

    Lake lake() {
        return Lake.openOrCreate(place(), ZONE);
    }

    Lake.Added add(Path... inputs) {
        return lake().add(List.of(inputs), options(), engine);
    }

    Follower follow(Path inbox, Duration settle, boolean retry) {
        return lake().follow(inbox, new Follower.Manners(settle, retry), options(), engine);
    }

    static IntakeOptions options(Path work, ZoneId zone) {
        Programme programme = new Programme(
                "test",
                Text.same("test"),
                zone,
                "CN",
                List.of(
                        new Operator("CMCC", Text.of("中国移动", "China Mobile"), List.of("46000"), List.of("移动")),
                        new Operator("CTCC", Text.of("中国电信", "China Telecom"), List.of("46003"), List.of("电信"))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "0");
        return new IntakeOptions(
                programme,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Language.EN,
                work,
                ProgressListener.NONE);
    }

    IntakeOptions options() {
        return options(folder.resolve("direct"), ZONE);
    }

    /** What a run without a lake reads. */
    IntakeReport readDirectly(Path... inputs) {
        return Intake.read(List.of(inputs), options(), engine);
    }

    /** A file of samples: each row {@code day device lon}, all else by default. */
    Path samples(String name, String... rows) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (String row : rows) {
            String[] words = row.split(" ");
            lines.add("2025-07-" + words[0] + "T10:00:0" + lines.size() % 10 + "+08:00," + words[2]
                    + ",36.65,WGS84,CMCC,5G," + words[1] + ",s1,-90.5,12.0");
        }
        return file(name, lines.toArray(String[]::new));
    }

    Path file(String name, String... lines) {
        try {
            Path path = folder.resolve(name);
            Files.createDirectories(path.getParent());
            return Files.writeString(path, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every row with every column but the number of its file, which becomes the name. */
    List<String> samplesAsText(String samples, String files) {
        String columns = SampleSchema.READ.columns().stream()
                .map(Column::name)
                .filter(name -> !name.equals("file_no"))
                .map(name -> "COALESCE(CAST(s." + name + " AS VARCHAR), '~')")
                .collect(Collectors.joining(" || ' ' || "));
        return engine.list(
                "SELECT f.file || ' ' || " + columns + " AS line FROM " + samples + " AS s JOIN " + files
                        + " AS f ON s.file_no = f.file_no ORDER BY line",
                row -> row.text(0));
    }

    List<String> rejectsAsText(String rejects, String files) {
        return engine.list(
                "SELECT f.file || ' ' || r.row_no || ' ' || r.column_name || ' ' || r.value || ' ' || r.code || ' ' ||"
                        + " r.message AS line FROM "
                        + rejects + " AS r JOIN " + files + " AS f ON r.file_no = f.file_no ORDER BY line",
                row -> row.text(0));
    }

    /** All samples of the lake, as text. */
    List<String> kept() {
        LakeView view = lake().view();
        view.attachSamples(engine, "kept", view.dates());
        view.attachFiles(engine, "kept_file");
        return samplesAsText("kept", "kept_file");
    }

    /** The codes of the problems that refuse what is done; empty when it is not refused. */
    static List<String> refusals(Runnable doing) {
        try {
            doing.run();
            return List.of();
        } catch (RefusedException e) {
            return e.problems().stream().map(problem -> problem.code()).toList();
        }
    }

    /** Paths of all files of the lake with their sizes, but for those that change with every write. */
    List<String> files() {
        try (var walk = Files.walk(place())) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> place().relativize(file).toString())
                    .filter(name -> !name.equals(".lock"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
