package org.signalup.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.intake.SampleColumn;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeReader;

/** A process that keeps messages and takes them into a lake until it is killed; a file says what it acknowledged. */
final class Keeper {
    static final int ROWS = 3;

    private Keeper() {}

    static Programme programme() {
        return ProgrammeReader.read(Path.of("../../programme"), List.of());
    }

    static LiveSettings settings(long drainEveryMs) {
        return LiveSettings.of(
                name -> name.endsWith("drain-every-ms") ? Optional.of(Long.toString(drainEveryMs)) : Optional.empty());
    }

    static LiveDrain.Where where(Path folder) {
        return new LiveDrain.Where(programme(), folder.resolve("lake"), folder.resolve("work"), () -> engine(folder));
    }

    static Engine engine(Path folder) {
        return DuckDbEngine.open(1, "300MB", folder.resolve("spill"));
    }

    /** Rows of a message, told apart by session. */
    static byte[] rows(String id) {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < ROWS; row++) {
            String session = id + "-" + row;
            rows.append(Arrays.stream(SampleColumn.values())
                            .map(column -> cell(column, session))
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(SampleColumn column, String session) {
        return switch (column) {
            case OBSERVED_AT -> "2026-01-02T03:04:05Z";
            case LON -> "116.5";
            case LAT -> "39.5";
            case CRS -> "WGS84";
            case OPERATOR -> "CMCC";
            case RAT -> "5G";
            case SOURCE -> "PROBE";
            case SESSION_ID -> session;
            default -> "";
        };
    }

    /** Numbers from {@code args[1]} on, in {@code args[0]}. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Path acknowledged = folder.resolve("acknowledged");
        Inbox inbox = Inbox.open(folder.resolve("inbox"), settings(1));
        LiveDrain drain = new LiveDrain(inbox, batches -> {}, where(folder), settings(20));
        try {
            for (int number = Integer.parseInt(args[1]); ; number++) {
                String id = "m" + number;
                inbox.append(InboxTest.batch(id, ROWS), rows(id));
                Files.writeString(acknowledged, id + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            drain.close();
        }
    }
}
