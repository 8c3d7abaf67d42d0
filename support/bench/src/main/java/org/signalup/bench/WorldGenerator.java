package org.signalup.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.signalup.bench.internal.world.Country;
import org.signalup.bench.internal.world.Stream;
import org.signalup.engine.Column;
import org.signalup.engine.Engine;
import org.signalup.engine.TableWriter;
import org.signalup.intake.SampleSchema;
import org.signalup.ledger.Ledger;

/**
 * Makes worlds that behave like real ones where it matters for speed and for the statistics: towns with places, roads,
 * railways and metro lines between them; drives along lines, walk tests and check-ins, crowds of phones in towns and a few
 * anywhere; signal that hangs together over some hundred metres and some seconds, zones without service; several operators, devices,
 * sessions, modes. Some hundred trips report at a time, so rows next to each other are seldom near each other.
 *
 * <p>The same size, number and seed give the same world.
 */
public final class WorldGenerator {
    private static final long ROWS_PER_FILE = 1_000_000;

    private final Engine engine;
    private final long seed;

    /** @param engine used to write Parquet; it may be closed afterwards */
    public WorldGenerator(Engine engine, long seed) {
        this.engine = engine;
        this.seed = seed;
    }

    /** Makes the ledger only. */
    public Ledger ledger(WorldSize size) {
        return new Country(size, seed).ledger();
    }

    /** Makes the ledger and writes {@code samples} samples as Parquet files below {@code folder}; files that are there
     * already are used again. */
    public World generate(WorldSize size, long samples, Path folder) throws IOException {
        Files.createDirectories(folder);
        Country country = new Country(size, seed);
        List<Path> files = files(size, samples, folder);
        if (!files.stream().allMatch(Files::exists)) {
            Stream stream = new Stream(country, seed + 1);
            long left = samples;
            for (Path file : files) {
                long rows = Math.min(ROWS_PER_FILE, left);
                stream.skipOrWrite(rows, Files.exists(file), rowsOfFile -> write(rowsOfFile, file));
                left -= rows;
            }
        }
        return new World(size, samples, country.ledger(), files);
    }

    private List<Path> files(WorldSize size, long samples, Path folder) {
        List<Path> files = new ArrayList<>();
        for (long from = 0; from < samples; from += ROWS_PER_FILE) {
            files.add(folder.resolve(String.format(
                    Locale.ROOT, "%s-%d-%d-%03d.parquet", size.name(), seed, samples, from / ROWS_PER_FILE)));
        }
        return files;
    }

    private void write(Stream.Rows rows, Path file) {
        try (TableWriter out = engine.create(SampleSchema.READ.named("world_sample"))) {
            rows.writeTo(out);
        }
        String filled = SampleSchema.READ.columns().stream()
                .map(Column::name)
                .filter(name -> engine.number("SELECT COUNT(" + name + ") FROM world_sample") > 0)
                .collect(Collectors.joining(", "));
        engine.export("SELECT " + filled + " FROM world_sample", file);
        engine.drop("world_sample");
    }
}
