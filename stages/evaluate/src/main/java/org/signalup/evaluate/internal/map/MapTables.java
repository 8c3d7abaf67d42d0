package org.signalup.evaluate.internal.map;

import static org.signalup.engine.Column.Type.BIGINT;
import static org.signalup.engine.Column.Type.DOUBLE;
import static org.signalup.engine.Column.Type.INT;
import static org.signalup.engine.Column.Type.VARCHAR;

import java.nio.file.Path;
import java.util.List;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;
import org.signalup.evaluate.MapCode;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.geo.MapGrid;
import org.signalup.parquet.RowFile;

/**
 * What a map asks for, in the order a map asks for it: places, key points and stretches of lines with their position in units of
 * {@link MapGrid} and the verdicts of all operators packed as {@link MapCode}, sorted by strips of the map ({@link StripOrder}) so that a
 * tile reads little.
 */
public final class MapTables {
    static final Schema PLACE = Schema.of("map_place")
            .with(VARCHAR, "place_id", "name", "scenario", "division_code")
            .with(INT, "x", "y")
            .with(BIGINT, "verdicts", "stars")
            .build();

    static final Schema POINT = Schema.of("map_point")
            .with(VARCHAR, "point_id", "place_id", "line_id", "name", "kind", "scenario", "division_code")
            .with(INT, "x", "y")
            .with(BIGINT, "v_any", "v_4g", "v_5g")
            .build();

    static final Schema LINE = Schema.of("map_line")
            .with(INT, "level")
            .with(VARCHAR, "line_id", "kind", "division_codes")
            .with(DOUBLE, "from_m", "to_m")
            .with(INT, "x", "y", "max_x", "max_y")
            .with(VARCHAR, "path")
            .with(BIGINT, "v_any", "v_4g", "v_5g", "f_any", "f_4g", "f_5g")
            .build();

    private static final Schema SLOT =
            Schema.of("map_slot").with(VARCHAR, "operator").with(INT, "shift").build();

    /** A tile reads whole groups: small ones, for it wants some hundred rows. */
    private static final int GROUP_ROWS = 16_384;

    private final Targets targets;
    private final MapVerdicts verdicts;
    private final Path data;

    /**
     * @param verdicts of everything: nothing more will be judged
     * @param data the folder of tables of an evaluation
     */
    public MapTables(Targets targets, MapVerdicts verdicts, Path data) {
        this.targets = targets;
        this.verdicts = verdicts;
        this.data = data;
    }

    private TableWriter open(Schema schema) {
        return RowFile.toKeep(data.resolve(schema.name() + ".parquet"), schema, GROUP_ROWS);
    }

    /** Writes which bits each operator has. */
    public void slots() {
        List<String> operators = verdicts.operators();
        try (TableWriter out = open(SLOT)) {
            for (int slot = 0; slot < operators.size(); slot++) {
                out.put(operators.get(slot)).put(slot * MapCode.BITS).endRow();
            }
        }
    }

    /** The table of places, to be given all of them. */
    public MapPlaces places() {
        return new MapPlaces(targets, verdicts, () -> open(PLACE));
    }

    /** The table of key points, to be given all of them. */
    public MapPoints points() {
        return new MapPoints(targets, verdicts, () -> open(POINT));
    }

    /** The table of stretches, to be given all lines. */
    public MapLines lines() {
        return new MapLines(targets, verdicts, () -> open(LINE));
    }
}
