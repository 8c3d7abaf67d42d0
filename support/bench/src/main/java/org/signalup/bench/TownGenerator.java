package org.signalup.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.signalup.bench.internal.town.TownLedger;
import org.signalup.bench.internal.town.TownSamples;

/**
 * Writes the invented town 模拟镇 of {@code examples/town}: a ledger and samples that show every verdict. Nothing in it
 * was measured. The same run gives the same rows on every machine.
 */
public final class TownGenerator {
    private TownGenerator() {}

    /** Writes {@code ledger/} and {@code samples/} below the folder given as the only argument. */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("arguments: " + args.length + " (expected: one folder)");
        }
        write(Path.of(args[0]));
    }

    /** Writes {@code ledger/} and {@code samples/} below {@code folder}; files of the same names are replaced. */
    public static void write(Path folder) throws IOException {
        Path ledger = Files.createDirectories(folder.resolve("ledger"));
        Path samples = Files.createDirectories(folder.resolve("samples"));
        new TownLedger().write(ledger);
        new TownSamples().write(samples);
    }
}
