package org.signalup.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.signalup.domain.Language;
import org.signalup.domain.ProgressListener;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.standards.Operator;
import org.signalup.standards.Programme;
import org.signalup.standards.Programme.UsualRates;

/** A work place for intake tests: a folder, an engine, a programme with invented and real operators. */
final class Desk implements AutoCloseable {
    static final Path PROFILES = Path.of("../../programme/profiles");
    static final Path SHARED = Stream.of("../../../shared/data", "../../../../shared/data")
            .map(Path::of)
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(Path.of("../../../shared/data"));

    final Path folder;
    final Engine engine;
    Optional<String> profile = Optional.empty();
    Optional<String> crs = Optional.empty();
    Optional<LocalDate> asOf = Optional.empty();
    Language language = Language.EN;
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    List<Path> profiles = List.of(PROFILES);
    ProgressListener progress = ProgressListener.NONE;

    Desk(Path folder) {
        this.folder = folder;
        this.engine = DuckDbEngine.open(1, "1GB", folder.resolve("spill"));
    }

    Programme programme() {
        return new Programme(
                        "test",
                        Text.same("test"),
                        zone,
                        "CN",
                        List.of(
                                new Operator(
                                        "CMCC",
                                        Text.of("中国移动", "China Mobile"),
                                        List.of("46000", "46002"),
                                        List.of("移动")),
                                new Operator(
                                        "CTCC",
                                        Text.of("中国电信", "China Telecom"),
                                        List.of("46003", "46011"),
                                        List.of("电信")),
                                new Operator("CUCC", Text.of("中国联通", "China Unicom"), List.of("46001"), List.of("联通")),
                                new Operator(
                                        "ORANGE", Text.same("Orange Sonatel"), List.of("60801"), List.of("Orange")),
                                new Operator("YAS", Text.same("Yas Senegal"), List.of("60802"), List.of("Yas")),
                                new Operator(
                                        "EXPRESSO",
                                        Text.same("Expresso Senegal"),
                                        List.of("60803"),
                                        List.of("expresso")),
                                new Operator("UCC-B", Text.same("Operator B"), List.of(), List.of("B"))),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        "0")
                .expecting(UsualRates.read(List.of(PROFILES.getParent())));
    }

    IntakeOptions options() {
        return new IntakeOptions(programme(), profiles, profile, crs, asOf, language, folder, progress);
    }

    IntakeReport read(Path... inputs) {
        return Intake.read(List.of(inputs), options(), engine);
    }

    /** The problems that refuse these files, each as one line without the folder. */
    List<String> refusals(Path... inputs) {
        try {
            read(inputs);
            return List.of();
        } catch (RefusedException e) {
            return e.problems().stream()
                    .map(problem -> problem.line(language).replace(folder + "/", ""))
                    .toList();
        }
    }

    Path file(String name, String... lines) {
        return file(name, StandardCharsets.UTF_8, lines);
    }

    Path file(String name, Charset charset, String... lines) {
        return bytes(name, (String.join("\n", lines) + "\n").getBytes(charset));
    }

    Path bytes(String name, byte[] content) {
        try {
            Path path = folder.resolve(name);
            Files.createDirectories(path.getParent());
            return Files.write(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The rows of a query, cells joined by blanks, missing as "~". */
    List<String> rows(String query) {
        List<String> rows = new ArrayList<>();
        int columns = query.substring(0, query.indexOf(" FROM ")).split(",").length;
        engine.forEach(query, row -> {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < columns; i++) {
                cells.add(row.isNull(i) ? "~" : row.text(i));
            }
            rows.add(String.join(" ", cells));
        });
        return rows;
    }

    List<String> rejects() {
        return rows("SELECT row_no, column_name, value, code FROM sample_reject ORDER BY file_no, row_no");
    }

    @Override
    public void close() {
        engine.close();
    }
}
