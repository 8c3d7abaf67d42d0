package org.signalup.register.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.signalup.register.Subject;

/** Statements over the columns of a subject's table, for rows that come as JSON. */
public final class RowSql {
    /** What a row is made of beside its contract columns; the rest the database works out. */
    private static final Map<Subject, List<String>> DERIVED = Map.of(
            Subject.PLACE, List.of("wgs_lon", "wgs_lat", "pinyin"),
            Subject.KEY_POINT, List.of("wgs_lon", "wgs_lat", "pinyin"),
            Subject.LINE, List.of("scenario", "pinyin"),
            Subject.INSTRUMENT, List.of("pinyin"));

    private RowSql() {}

    private static List<String> columns(Subject subject) {
        return Stream.concat(subject.columns().stream(), DERIVED.get(subject).stream())
                .toList();
    }

    /** {@code a.name, a.lon, …} */
    private static String list(Subject subject, String alias) {
        return columns(subject).stream().map(column -> alias + column).collect(Collectors.joining(", "));
    }

    /**
     * Adds rows.
     *
     * @param source a FROM list that gives JSON as {@code i.content}
     */
    public static String insert(Subject subject, String source, String where) {
        return "insert into %s (%s, version, added_at) select %s, coalesce(r.version, 0) + 1, coalesce(r.added_at, now()) from %s, %s where %s"
                .formatted(subject.table(), list(subject, ""), list(subject, "r."), source, typed(subject), where);
    }

    /** Changes rows, {@code t} in the condition. */
    public static String update(Subject subject, String source, String where) {
        return "update %s t set (%s) = row(%s) from %s, %s where t.%s = r.%6$s and %s"
                .formatted(
                        subject.table(),
                        list(subject, ""),
                        list(subject, "r."),
                        source,
                        typed(subject),
                        subject.key(),
                        where);
    }

    /** Whether row {@code r} says something else than row {@code t}. */
    public static String differs(Subject subject) {
        return "row(%s) is distinct from row(%s)".formatted(list(subject, "r."), list(subject, "t."));
    }

    /** The JSON as a row {@code r} of the table. */
    public static String typed(Subject subject) {
        return "lateral jsonb_populate_record(null::%s, i.content) r".formatted(subject.table());
    }
}
