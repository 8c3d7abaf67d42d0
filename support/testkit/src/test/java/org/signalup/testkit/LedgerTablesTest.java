package org.signalup.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.TextOrder;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.Line;
import org.signalup.ledger.Place;
import org.signalup.testkit.WorldFiles.Shape;
import org.signalup.testkit.internal.Trial;

/** The tables of the ledger that lie beside the results. */
class LedgerTablesTest {
    private static final List<String> TABLES = List.of(
            "ledger_place",
            "ledger_point",
            "ledger_line",
            "ledger_section",
            "ledger_bin",
            "division",
            "map_slot",
            "map_place",
            "map_point",
            "map_line");

    @TempDir
    Path folder;

    @Test
    void they_hold_the_whole_ledger_by_id_in_whatever_order_it_came() {
        RandomWorld world = RandomWorld.of(101);
        Ledger ledger = world.ledger();
        Path data = evaluate(world, "as-it-came");
        assertThat(rows(data, "ledger_place", "place_id"))
                .containsExactlyElementsOf(
                        sorted(ledger.places().stream().map(Place::id).toList()));
        assertThat(rows(data, "ledger_point", "point_id"))
                .containsExactlyElementsOf(
                        sorted(ledger.keyPoints().stream().map(KeyPoint::id).toList()));
        assertThat(rows(data, "ledger_line", "line_id"))
                .containsExactlyElementsOf(
                        sorted(ledger.lines().stream().map(Line::id).toList()));
        assertThat(rows(data, "ledger_section", "line_id || '/' || section_id"))
                .containsExactlyInAnyOrderElementsOf(ledger.lines().stream()
                        .flatMap(line -> line.sections().stream().map(section -> line.id() + "/" + section.id()))
                        .toList());

        Path turned = evaluate(reversed(world), "reversed");
        for (String table : TABLES) {
            String untold = table.equals("ledger_point") || table.equals("ledger_bin") ? " EXCLUDE (tid)" : "";
            assertThat(rows(turned, table, "*" + untold))
                    .as(table)
                    .containsExactlyElementsOf(rows(data, table, "*" + untold));
        }
    }

    private static RandomWorld reversed(RandomWorld world) {
        Ledger ledger = world.ledger();
        Ledger turned = new Ledger(
                turned(ledger.places()),
                turned(ledger.keyPoints()),
                turned(ledger.lines()),
                turned(ledger.divisions()),
                ledger.instruments(),
                ledger.warnings(),
                ledger.digest());
        return new RandomWorld(
                world.seed(), world.programme(), world.standard(), turned, world.rows(), world.earlyRows());
    }

    private static <T> List<T> turned(List<T> objects) {
        List<T> turned = new ArrayList<>(objects);
        Collections.reverse(turned);
        return turned;
    }

    private static List<String> sorted(List<String> ids) {
        return ids.stream().sorted(TextOrder.CODE_POINTS).toList();
    }

    private Path evaluate(RandomWorld world, String name) {
        return new Trial((threads, spill) -> DuckDbEngine.open(threads, "700MB", spill), folder.resolve(name))
                .evaluate(world, Shape.ONE, 2)
                .resolve("data");
    }

    /** One column as it is, several as a structure. */
    private List<String> rows(Path data, String table, String columns) {
        try (Engine engine = DuckDbEngine.open(1, "500MB", folder)) {
            engine.attach("asked", List.of(data.resolve(table + ".parquet")));
            String whole = columns.startsWith("*")
                    ? "CAST(cells AS VARCHAR) FROM (SELECT " + columns + " FROM asked) AS cells"
                    : columns + " FROM asked";
            return engine.list("SELECT " + whole, row -> row.text(0));
        }
    }
}
