package org.signalup.register.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.signalup.geo.GeoPoint;
import org.signalup.ledger.LedgerRows;
import org.signalup.ledger.Line;
import org.signalup.ledger.OriginalPosition;
import org.signalup.ledger.Place;
import org.signalup.standards.Programme;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What rows of a file may refer to: the entries the one who brings it can see. */
public final class KnownEntries implements LedgerRows.Known {
    private static final String PLACES = """
            select place_id, name, scenario, division_code, lon, lat, crs, wgs_lon, wgs_lat
            from place where place_id = any(:ids)
            """;

    private final JdbcClient client;
    private final Programme programme;

    public KnownEntries(JdbcClient client, Programme programme) {
        this.client = client;
        this.programme = programme;
    }

    @Override
    public Map<String, Place> places(Set<String> ids) {
        Map<String, Place> places = new HashMap<>();
        client.sql(PLACES)
                .param("ids", ids.toArray(String[]::new))
                .query((row, number) -> new Place(
                        row.getString("place_id"),
                        row.getString("name"),
                        row.getString("scenario"),
                        "",
                        row.getString("division_code"),
                        new GeoPoint(row.getDouble("wgs_lon"), row.getDouble("wgs_lat")),
                        new OriginalPosition(row.getDouble("lon"), row.getDouble("lat"), row.getString("crs")),
                        "",
                        "",
                        "",
                        Optional.empty(),
                        List.of(),
                        Optional.empty()))
                .list()
                .forEach(place -> places.put(place.id(), place));
        return places;
    }

    @Override
    public Map<String, Line> lines(Set<String> ids) {
        List<String> features = client.sql("select feature::text from ledger_line where line_id = any(:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query(String.class)
                .list();
        Map<String, Line> lines = new HashMap<>();
        if (!features.isEmpty()) {
            LedgerRows.ofLines(collection(features), programme)
                    .lines()
                    .forEach(row ->
                            row.value().ifPresent(line -> lines.put(line.line().id(), line.line())));
        }
        return lines;
    }

    /** Features as one collection, one a line. */
    public static String collection(List<String> features) {
        return "{\"type\": \"FeatureCollection\", \"features\": [\n" + String.join(",\n", features) + "\n]}\n";
    }
}
