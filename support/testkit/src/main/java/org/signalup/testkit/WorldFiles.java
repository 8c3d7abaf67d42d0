package org.signalup.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.signalup.engine.Column;
import org.signalup.engine.Engine;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;
import org.signalup.ledger.Ledger;
import org.signalup.testkit.internal.world.LedgerText;

/** Writes a world as the files that people hand in. */
public final class WorldFiles {
    /** Shapes of the same sample rows; the answer must not depend on them. */
    public enum Shape {
        ONE,
        SHUFFLED,
        SPLIT,
        GZ,
        PARQUET
    }

    private static final int SPLITS = 4;
    private static final Set<String> NUMBERS =
            Set.of("lon", "lat", "accuracy_m", "chainage_m", "rsrp_dbm", "sinr_db", "dl_mbps", "ul_mbps");

    private WorldFiles() {}

    /** Writes the sample rows and returns the files, in an order that differs from shape to shape. */
    public static List<Path> samples(RandomWorld world, Shape shape, Path folder, Engine engine) {
        List<List<String>> rows = new ArrayList<>(world.rows());
        return switch (shape) {
            case ONE -> List.of(write(folder.resolve("samples.csv"), rows));
            case GZ -> List.of(write(folder.resolve("samples.csv.gz"), rows));
            case PARQUET -> List.of(parquet(folder.resolve("samples.parquet"), rows, engine));
            case SHUFFLED -> {
                Collections.shuffle(rows, new Random(world.seed()));
                yield List.of(write(folder.resolve("samples.csv"), rows));
            }
            case SPLIT -> {
                Collections.shuffle(rows, new Random(~world.seed()));
                List<Path> files = new ArrayList<>();
                for (int i = SPLITS - 1; i >= 0; i--) {
                    files.add(write(folder.resolve("part-" + i + ".csv"), every(rows, i)));
                }
                yield files;
            }
        };
    }

    /** Writes {@code places.csv}, {@code keypoints.csv}, {@code lines.geojson} and, where there are any, {@code instruments.csv}. */
    public static Path ledger(Ledger ledger, Path folder) {
        text(folder.resolve("places.csv"), LedgerText.places(ledger));
        text(folder.resolve("keypoints.csv"), LedgerText.keyPoints(ledger));
        text(folder.resolve("lines.geojson"), LedgerText.lines(ledger));
        if (!ledger.instruments().isEmpty()) {
            text(folder.resolve("instruments.csv"), LedgerText.instruments(ledger));
        }
        return folder;
    }

    private static List<List<String>> every(List<List<String>> rows, int remainder) {
        List<List<String>> some = new ArrayList<>();
        for (int i = remainder; i < rows.size(); i += SPLITS) {
            some.add(rows.get(i));
        }
        return some;
    }

    /** Numbers as numbers, the rest as text. */
    private static Path parquet(Path file, List<List<String>> rows, Engine engine) {
        List<String> columns = RandomWorld.columns();
        Schema.Builder schema = Schema.of("world_rows");
        columns.forEach(
                column -> schema.with(NUMBERS.contains(column) ? Column.Type.DOUBLE : Column.Type.VARCHAR, column));
        try (TableWriter writer = engine.create(schema.build())) {
            for (List<String> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    put(writer, row.get(i), NUMBERS.contains(columns.get(i)));
                }
                writer.endRow();
            }
        }
        created(file.toAbsolutePath().getParent());
        engine.export("SELECT * FROM world_rows", file);
        engine.drop("world_rows");
        return file;
    }

    private static void put(TableWriter writer, String cell, boolean number) {
        if (cell.isEmpty()) {
            writer.putNull();
        } else if (number) {
            writer.put(Double.parseDouble(cell));
        } else {
            writer.put(cell);
        }
    }

    private static Path write(Path file, List<List<String>> rows) {
        StringBuilder text = new StringBuilder(ContractCsv.join(RandomWorld.columns())).append('\n');
        rows.forEach(row -> text.append(ContractCsv.join(row)).append('\n'));
        return text(file, text.toString());
    }

    private static void created(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + folder, e);
        }
    }

    private static Path text(Path file, String text) {
        created(file.toAbsolutePath().getParent());
        try (OutputStream plain = Files.newOutputStream(file);
                OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
            out.write(text.getBytes(UTF_8));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
