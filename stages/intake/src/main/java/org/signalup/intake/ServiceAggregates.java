package org.signalup.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.signalup.domain.Period;
import org.signalup.domain.RefusedException;
import org.signalup.intake.internal.aggregate.AggregateFiles;
import org.signalup.standards.Programme;

/**
 * Reads files of service aggregates: CSV (UTF-8, UTF-16 or GB18030, gzipped or not) or XLSX with the columns {@code provider, method, from, to,
 * division_code, operator, service, sessions, users} and one column for each KPI told. A row that cannot be used is refused with its reason.
 */
public final class ServiceAggregates {
    private ServiceAggregates() {}

    /**
     * What rows are held against.
     *
     * @param division whether a division is one of the ledger or the programme
     * @param period rows that lie wholly outside are refused
     */
    public record Known(Programme programme, Predicate<String> division, int minSessions, Period period) {}

    /** A row refused; {@code row} is its line, the header being 1. */
    public record Refused(String file, long row, String column, String value, RejectCode code) {}

    /** What came of the files; {@code rows} were read. */
    public record Read(List<ServiceAggregate> kept, List<Refused> refused, long rows) {
        public Read {
            kept = List.copyOf(kept);
            refused = List.copyOf(refused);
        }
    }

    /** The columns of the file, in the order of the contract. */
    public static List<String> columns() {
        return AggregateFiles.columns();
    }

    /**
     * Reads files in the order of their names.
     *
     * @throws RefusedException with every file that cannot be read at all
     */
    public static Read read(List<Path> files, Known known) {
        return new AggregateFiles(known).read(files);
    }
}
