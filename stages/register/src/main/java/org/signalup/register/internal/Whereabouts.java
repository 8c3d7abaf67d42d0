package org.signalup.register.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.Surroundings;
import org.signalup.ledger.LedgerRows;
import org.signalup.standards.Programme;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the entries of the register stand. */
public final class Whereabouts {
    private static final int ROWS_AT_ONCE = 5_000;
    private static final int LINES_AT_ONCE = 100;

    private final JdbcClient client;
    private final Programme programme;
    private final Surroundings.Builder all = new Surroundings.Builder();

    public Whereabouts(JdbcClient client, Programme programme) {
        this.client = client;
        this.programme = programme;
    }

    public Surroundings read() {
        client.sql("""
                        select wgs_lon, wgs_lat from place
                        union all select wgs_lon, wgs_lat from key_point where wgs_lon is not null
                        """).withFetchSize(ROWS_AT_ONCE).query(row -> {
            all.add(new GeoPoint(row.getDouble(1), row.getDouble(2)));
        });
        List<String> features = new ArrayList<>();
        try (Stream<String> lines = client
                .sql("select feature::text from ledger_line")
                .withFetchSize(LINES_AT_ONCE)
                .query(String.class)
                .stream()) {
            lines.forEach(feature -> {
                features.add(feature);
                if (features.size() == LINES_AT_ONCE) {
                    add(features);
                }
            });
        }
        add(features);
        return all.build();
    }

    private void add(List<String> features) {
        if (!features.isEmpty()) {
            LedgerRows.ofLines(KnownEntries.collection(features), programme)
                    .lines()
                    .forEach(row -> row.value()
                            .ifPresent(
                                    line -> line.line().geometry().parts().forEach(part -> all.add(part.vertices()))));
            features.clear();
        }
    }
}
