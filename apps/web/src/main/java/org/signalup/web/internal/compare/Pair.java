package org.signalup.web.internal.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.signalup.engine.Engine;
import org.signalup.evaluate.ResultTables;
import org.signalup.standards.Standard;
import org.signalup.web.internal.catalog.CatalogEntry;

/** Two evaluations in one session: the tables of the earlier one are {@code other_…}. */
public final class Pair implements AutoCloseable {
    private final CatalogEntry here;
    private final CatalogEntry other;
    private final Engine engine;
    private final ResultTables tables;
    private final Map<Object, Object> kept = new HashMap<>();

    Pair(CatalogEntry here, CatalogEntry other, Engine engine) {
        this.here = here;
        this.other = other;
        this.engine = engine;
        this.tables = here.beside(other, engine);
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
        return !here.sameData(other);
    }

    public boolean otherLedger() {
        return !here.same("ledger", other);
    }

    /** Another standard or programme. */
    public boolean otherStandard() {
        return !here.same("standard", other) || !here.same("programme", other);
    }

    /** What every verdict rests on besides the rule of its object: statistics, matching, who is obliged. */
    boolean sameGround() {
        Standard one = here.standard();
        Standard two = other.standard();
        return one.statistics().equals(two.statistics())
                && one.matching().equals(two.matching())
                && one.obligedOperators().equals(two.obligedOperators());
    }

    @Override
    public void close() {
        engine.close();
    }
}
