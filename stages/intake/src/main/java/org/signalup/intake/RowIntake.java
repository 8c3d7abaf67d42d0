package org.signalup.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.signalup.domain.RefusedException;
import org.signalup.engine.Engine;
import org.signalup.intake.internal.MessageReading;
import org.signalup.standards.Programme;

/**
 * Reads messages, small files that arrive while somebody waits, by the rules of {@link Intake}: each row is kept, as the canonical
 * sample file writes it and without identifiers, or refused. Of many threads.
 */
public final class RowIntake {
    private static final List<SampleColumn> COLUMNS = List.of(SampleColumn.values());

    private final MessageReading reading;

    /**
     * Reads the profiles once.
     *
     * @throws RefusedException with every problem of every profile
     */
    public RowIntake(Programme programme, List<Path> profileFolders) {
        this(programme, profileFolders, () -> Devices.PLAIN);
    }

    /**
     * The same with keys for ids of devices, and instruments they belong to.
     *
     * @param devices asked for each message, for keys and instruments change while messages arrive
     */
    public RowIntake(Programme programme, List<Path> profileFolders, Supplier<Devices> devices) {
        this.reading = new MessageReading(programme, profileFolders, devices);
    }

    /** The headings of {@link Kept#cells}: the canonical file's columns in their order. */
    public static List<String> headings() {
        return COLUMNS.stream().map(SampleColumn::code).toList();
    }

    /**
     * What arrived.
     *
     * @param name how problems call it
     * @param profile id of the profile it must be read with; empty = told by its headings
     * @param crs of positions that name none
     * @param standIns values for cells that a row leaves empty
     */
    public record Message(
            Path file,
            String name,
            Optional<String> profile,
            Optional<String> crs,
            Map<SampleColumn, String> standIns) {
        public Message {
            standIns = Map.copyOf(standIns);
        }
    }

    /** @param row physical line, header = 1; {@link SampleSchema#NEXT_OF_SAME_LINE} is added for each further one of a line */
    public record Kept(long row, List<String> cells) {
        public String cell(SampleColumn column) {
            return cells.get(COLUMNS.indexOf(column));
        }
    }

    /**
     * A row that was refused.
     *
     * @param value masked
     */
    public record Refused(long row, String column, String value, RejectCode code) {}

    /**
     * What became of a message: read = kept + refused.
     *
     * @param format id of the profile
     * @param removed columns with identifiers that were not kept
     * @param unknown columns not used
     * @param defaulted how often a default stood in, by column
     */
    public record Checked(
            String format,
            long read,
            List<Kept> kept,
            List<Refused> refused,
            List<String> removed,
            List<String> unknown,
            Map<String, Long> defaulted) {}

    /**
     * Reads a message.
     *
     * @param engines asked for Parquet only
     * @throws RefusedException when the message as a whole cannot be read
     */
    public Checked check(Message message, Supplier<Engine> engines) {
        return reading.check(message, engines);
    }
}
