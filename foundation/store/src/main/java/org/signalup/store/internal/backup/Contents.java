package org.signalup.store.internal.backup;

import java.util.List;
import java.util.Map;
import org.signalup.store.AuditChain;

/**
 * {@code backup.json}: what a backup holds.
 *
 * @param schema version of the last migration
 * @param sequences last number given out by each
 * @param digests SHA-256 of every entry by its name
 */
record Contents(
        int format,
        String schema,
        List<Table> tables,
        Map<String, Long> sequences,
        Map<String, String> digests,
        AuditChain.Head head) {
    static final int FORMAT = 1;
    static final String NAME = "backup.json";
    static final String FILES = "files/";

    /** A table and the columns written, in their order. */
    record Table(String name, List<String> columns, long rows) {
        String entry() {
            return "tables/" + name + ".csv";
        }

        String columnList() {
            return columns.stream()
                    .map(column -> '"' + column + '"')
                    .collect(java.util.stream.Collectors.joining(", "));
        }
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
