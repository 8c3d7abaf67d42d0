package org.signalup.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.signalup.domain.Reach;
import org.signalup.engine.Column;
import org.signalup.engine.Engine;
import org.signalup.engine.Row;
import org.signalup.evaluate.internal.reach.Scoped;
import org.signalup.evaluate.internal.reach.SeenSummary;
import org.signalup.evaluate.internal.write.TableFiles;
import org.signalup.intake.SampleSchema;
import org.signalup.standards.Programme;

/**
 * A finished evaluation as tables to ask with SQL: {@link Results} for those who want a few rows of millions. Values never
 * go into the text of a query but are bound to its question marks.
 *
 * <p>Tables: {@code points, places, bins, sections, lines, rates, services, scores, crowd_filters, service_aggregates, source_agreement,
 * source_disagreements, instrument_refusals, quantiles, progress, plan} with the columns of the contract files;
 * {@code ledger_place, ledger_point, ledger_line, ledger_section, ledger_bin, division}, the ledger as judged; {@code
 * sample, sample_file, reject}, what was used and refused; {@code match}, which coverage sample counted for which
 * target ({@code tid} of ledger_point and ledger_bin), sorted by target; {@code test_match}, the same for rate and service tests;
 * {@code goal_place}, how places come out for targets that ask for more than coverage; {@code map_place, map_point, map_line, map_slot}, positions on the map with packed verdicts ({@link MapCode}).
 *
 * <p>Within a {@link Reach} the same names are views over the rows in it: places by division, scenario and id; lines and what
 * lies along them by any of their divisions and the scenario of their kind; rows of an operator by the operator, {@code ALL} for all
 * who see one; numbers of a region or target where all they count is in reach; samples that counted for something in reach;
 * {@code sample_file} and {@code reject}, everybody's raw inputs, are empty.
 */
public final class ResultTables {
    private static final String SAMPLE = "sample";
    private static final List<String> NAMES = List.of(
            "points",
            "places",
            "bins",
            "sections",
            "lines",
            "rates",
            "services",
            "scores",
            "crowd_filters",
            "service_aggregates",
            "source_agreement",
            "source_disagreements",
            "instrument_refusals",
            "quantiles",
            "progress",
            "plan",
            "ledger_place",
            "ledger_point",
            "ledger_line",
            "ledger_section",
            "ledger_bin",
            "division",
            SAMPLE,
            "sample_file",
            "reject",
            "match",
            "test_match",
            "goal_place",
            "map_slot",
            "map_place",
            "map_point",
            "map_line");

    private final Engine engine;
    private final boolean limited;
    private final Set<String> attached = new HashSet<>();

    private ResultTables(Engine engine, boolean limited) {
        this.engine = engine;
        this.limited = limited;
    }

    /**
     * Makes the tables of an evaluation folder known to an engine of its own, whole: for the platform itself and for those
     * whose reach is everything.
     *
     * @param engine a fresh session; a table whose file an older evaluation does not have stays unknown
     */
    public static ResultTables of(Path folder, Engine engine) {
        ResultTables tables = new ResultTables(engine, false);
        tables.attach(folder, "", name -> name);
        return tables;
    }

    /** The same with no more than the rows within a reach: a query that forgets a condition shows nothing beyond it. */
    public static ResultTables of(Results results, Reach reach, Engine engine) {
        return of(results.folder(), results.programme(), reach, engine);
    }

    /** The same for those who have the folder only; {@code programme} says what a region and a target count. */
    public static ResultTables of(Path folder, Programme programme, Reach reach, Engine engine) {
        ResultTables tables = new ResultTables(engine, !reach.everything());
        tables.attach(folder, programme, reach, "");
        return tables;
    }

    /**
     * Makes the tables of two evaluations known to one engine, those of the other with {@code other_} before their names.
     *
     * @param engine a fresh session
     */
    public static ResultTables beside(Results results, Results other, Reach reach, Engine engine) {
        ResultTables tables = of(results, reach, engine);
        tables.attach(other.folder(), other.programme(), reach, "other_");
        return tables;
    }

    private void attach(Path folder, Programme programme, Reach reach, String prefix) {
        if (reach.everything()) {
            attach(folder, prefix, name -> prefix + name);
            return;
        }
        Scoped scoped = new Scoped(engine, reach, programme, prefix);
        attach(folder, prefix, scoped::attachedAs);
        scoped.define(NAMES, name -> has(prefix + name));
    }

    private void attach(Path folder, String prefix, UnaryOperator<String> attachedAs) {
        for (String name : NAMES) {
            List<Path> files = TableFiles.of(folder, name);
            if (!files.isEmpty()) {
                attach(name, attachedAs.apply(name), files);
                attached.add(prefix + name);
            }
        }
    }

    /** Files of samples leave out columns in which there is nothing. */
    private void attach(String name, String as, List<Path> files) {
        if (name.equals(SAMPLE)) {
            engine.attach(SampleSchema.READ.named(as), files);
        } else {
            engine.attach(as, files);
        }
    }

    /** The summary of the evaluation as far as these tables show it: counted anew, without the names of raw inputs. */
    public Summary summary(Summary whole) {
        return limited ? SeenSummary.of(whole, this) : whole;
    }

    /** Whether the evaluation has a table: there is no {@code test_match} without tests. */
    public boolean has(String table) {
        return attached.contains(table);
    }

    /** The columns of a table that is there. */
    public List<Column> columns(String table) {
        return engine.columns(table);
    }

    /** Streams the rows of a query. */
    public void forEach(String sql, Consumer<Row> handler, Object... parameters) {
        engine.forEach(sql, List.of(parameters), handler);
    }

    /** All rows of a query. */
    public <T> List<T> list(String sql, Function<Row, T> mapper, Object... parameters) {
        List<T> rows = new ArrayList<>();
        forEach(sql, row -> rows.add(mapper.apply(row)), parameters);
        return rows;
    }

    /** The first row of a query. */
    public <T> Optional<T> find(String sql, Function<Row, T> mapper, Object... parameters) {
        List<T> rows = list(sql, mapper, parameters);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    /** The one number of a query; 0 when it is null. */
    public long number(String sql, Object... parameters) {
        return find(sql, row -> row.isNull(0) ? 0L : row.getLong(0), parameters).orElse(0L);
    }
}
