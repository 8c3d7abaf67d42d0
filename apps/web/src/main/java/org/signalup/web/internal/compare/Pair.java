package org.signalup.web.internal.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.evaluate.ResultTables;
import org.signalup.evaluate.Summary;
import org.signalup.standards.Standard;
import org.signalup.web.internal.catalog.CatalogEntry;

/** Two evaluations in one session: the tables of the earlier one are {@code other_…}. */
public final class Pair implements AutoCloseable {
    private final CatalogEntry here;
    private final CatalogEntry other;
    private final Engine engine;
    private final ResultTables tables;
    private final Map<Object, Object> kept = new HashMap<>();

    Pair(CatalogEntry here, CatalogEntry other, DuckDbEngine engine) {
        this.here = here;
        this.other = other;
        this.engine = engine;
        this.tables = ResultTables.beside(here.results(), other.results(), engine);
    }

    public CatalogEntry here() {
        return here;
    }

    public CatalogEntry other() {
        return other;
    }

    ResultTables tables() {
        return tables;
    }

    /** An answer worked out once. */
    @SuppressWarnings("unchecked")
    synchronized <T> T keep(Object key, Supplier<T> answer) {
        return (T) kept.computeIfAbsent(key, unused -> answer.get());
    }

    /** Other samples, or another period of them. */
    public boolean otherData() {
        Summary one = here.summary();
        Summary two = other.summary();
        return !files(one).equals(files(two))
                || !one.from().equals(two.from())
                || !one.to().equals(two.to());
    }

    public boolean otherLedger() {
        return otherDigest("ledger");
    }

    /** Another standard or programme. */
    public boolean otherStandard() {
        return otherDigest("standard") || otherDigest("programme");
    }

    /** What every verdict rests on besides the rule of its object: statistics, matching, who is obliged. */
    boolean sameGround() {
        Standard one = here.results().standard();
        Standard two = other.results().standard();
        return one.statistics().equals(two.statistics())
                && one.matching().equals(two.matching())
                && one.obligedOperators().equals(two.obligedOperators());
    }

    private boolean otherDigest(String name) {
        return !Objects.equals(
                here.summary().digests().get(name), other.summary().digests().get(name));
    }

    private static Set<String> files(Summary summary) {
        return summary.files().stream().map(Summary.FileLine::digest).collect(Collectors.toSet());
    }

    @Override
    public void close() {
        engine.close();
    }
}
