package org.signalup.ledger.internal.table;

import java.util.List;

/**
 * A column by its contract name and the Chinese heading; the aliases are headings seen in real files.
 *
 * @param length true for lengths in metres, whose heading may carry another unit
 */
public record Heading(String code, String zh, boolean length, List<String> aliases) {
    public Heading {
        aliases = List.copyOf(aliases);
    }

    static Heading of(String code, String zh, String... aliases) {
        return new Heading(code, zh, false, List.of(aliases));
    }

    static Heading metres(String code, String zh, String... aliases) {
        return new Heading(code, zh, true, List.of(aliases));
    }
}
