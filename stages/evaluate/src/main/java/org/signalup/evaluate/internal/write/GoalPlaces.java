package org.signalup.evaluate.internal.write;

import static org.signalup.engine.Column.Type.VARCHAR;

import java.nio.file.Path;
import org.signalup.domain.Evidence;
import org.signalup.engine.Engine;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;
import org.signalup.evaluate.internal.judge.Decided;

/**
 * {@code goal_place.parquet}: how places come out for targets that ask for more than coverage, so that a number of such a
 * target can be opened down to its places.
 */
public final class GoalPlaces implements AutoCloseable {
    private static final Schema SCHEMA = Schema.of("goal_place")
            .with(VARCHAR, "target", "place_id", "operator", "verdict", "evidence")
            .build();

    private final Engine engine;
    private final TableWriter out;

    public GoalPlaces(Engine engine) {
        this.engine = engine;
        this.out = engine.create(SCHEMA);
    }

    public void add(String target, String placeId, String operator, Decided decided) {
        out.put(target).put(placeId).put(operator).put(decided.verdict().code());
        out.put(decided.evidence().map(Evidence::code).orElse(null)).endRow();
    }

    /** Ends gathering and writes the file. */
    public void publish(Path data) {
        out.close();
        engine.export(
                "SELECT * FROM goal_place ORDER BY target, place_id, operator", data.resolve("goal_place.parquet"));
    }

    @Override
    public void close() {
        out.close();
    }
}
