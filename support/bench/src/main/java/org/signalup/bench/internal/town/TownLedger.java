package org.signalup.bench.internal.town;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.signalup.bench.internal.town.TownLines.LinePlan;
import org.signalup.bench.internal.town.TownLines.LinePoint;
import org.signalup.bench.internal.town.TownLines.SectionPlan;
import org.signalup.bench.internal.town.TownPlan.SitePlan;
import org.signalup.bench.internal.town.TownPlan.SpotPlan;

/** Writes the town's ledger. The division code is not assigned in GB/T 2260, on purpose. */
public final class TownLedger {
    static final String DIVISION = "990101";
    private static final String OBLIGED = String.join(";", TownPlan.OPERATORS);

    public void write(Path folder) throws IOException {
        Files.writeString(folder.resolve("places.csv"), places());
        Files.writeString(folder.resolve("keypoints.csv"), keyPoints());
        Files.writeString(folder.resolve("lines.geojson"), lines());
        Files.writeString(folder.resolve("divisions.csv"), """
                code,name,parent,valid_from,valid_to
                990000,模拟省,,,
                990100,模拟市,990000,,
                990101,模拟县,990100,,
                """);
    }

    private static String places() {
        StringBuilder out = new StringBuilder("place_id,name,scenario,category,division_code,lon,lat,crs,address,"
                + "owner,department,target_year,operators,reported_done\n");
        for (SitePlan site : TownPlan.sites()) {
            // CGCS2000 and WGS-84 are the same to a metre; both names must be read.
            String crs = site.east() == 0 ? "CGCS2000" : "WGS84";
            out.append(String.join(
                            ",",
                            site.id(),
                            site.name(),
                            site.scenario(),
                            site.category(),
                            DIVISION,
                            Ground.lon(site.east()),
                            Ground.lat(site.north()),
                            crs,
                            "模拟地址",
                            "模拟业主",
                            "模拟部门",
                            "2025",
                            OBLIGED,
                            site.reported()))
                    .append('\n');
        }
        return out.toString();
    }

    private static String keyPoints() {
        StringBuilder out = new StringBuilder("point_id,place_id,line_id,name,kind,lon,lat,crs,radius_m,indoor,floor,"
                + "chainage_from_m,chainage_to_m,exempt_reason\n");
        for (SitePlan site : TownPlan.sites()) {
            for (SpotPlan spot : site.spots()) {
                String position =
                        Ground.lon(spot.east()) + "," + Ground.lat(spot.north()) + ",WGS84,40," + spot.indoor();
                out.append(String.join(",", spot.id(), site.id(), "", spot.name(), spot.kind(), position))
                        .append(',')
                        .append(spot.indoor() ? floorText(spot.floor()) : "")
                        .append(",,,")
                        .append(spot.exempt())
                        .append('\n');
            }
        }
        TownLines.lines().forEach(line -> linePoints(line, out));
        return out.toString();
    }

    /** Ledgers write basements in several ways; all of them must be read. */
    private static String floorText(String floor) {
        return switch (floor) {
            case "-1" -> "B1";
            case "-2" -> "负二层";
            default -> floor;
        };
    }

    private static void linePoints(LinePlan line, StringBuilder out) {
        int number = 1;
        for (LinePoint point : line.points()) {
            String id = line.id() + "-K" + number++;
            double[] at = line.at(point.fromM());
            String where = point.range()
                    ? ",,,,false,," + Ground.text(point.fromM(), 0) + "," + Ground.text(point.toM(), 0)
                    : Ground.lon(at[0]) + "," + Ground.lat(at[1]) + ",WGS84,150,false,,,";
            out.append(String.join(",", id, "", line.id(), point.name(), point.kind(), where, ""))
                    .append('\n');
        }
    }

    private static String lines() {
        String features = TownLines.lines().stream().map(TownLedger::feature).collect(joining(",\n"));
        return "{\"type\":\"FeatureCollection\",\"features\":[\n" + features + "\n]}\n";
    }

    private static String feature(LinePlan line) {
        String operators = TownPlan.OPERATORS.stream().map(o -> "\"" + o + "\"").collect(joining(","));
        String reported = line.reported().isEmpty() ? "" : ",\"reported_done\":\"" + line.reported() + "\"";
        return "{\"type\":\"Feature\",\"properties\":{\"line_id\":\"" + line.id() + "\",\"name\":\"" + line.name()
                + "\",\"kind\":\"" + line.kind() + "\",\"grade\":\"" + line.grade() + "\",\"division_codes\":[\""
                + DIVISION + "\"],\"operators\":[" + operators + "],\"length_km\":"
                + Ground.text(line.lengthM() / 1000, 2) + reported + sections(line) + "},\"geometry\":" + geometry(line)
                + "}";
    }

    private static String sections(LinePlan line) {
        List<SectionPlan> sections = line.sections();
        if (sections.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder(",\"sections\":[");
        for (int i = 0; i < sections.size(); i++) {
            String to = i + 1 < sections.size()
                    ? ",\"to_m\":" + Ground.text(sections.get(i + 1).fromM(), 0)
                    : ",\"to_m\":" + Ground.text(GeodesicLength.of(line), 3);
            out.append(i == 0 ? "" : ",")
                    .append("{\"section_id\":\"" + line.id() + "-S" + (i + 1) + "\",\"name\":\"")
                    .append(sections.get(i).name())
                    .append("\",\"division_code\":\"" + DIVISION + "\",\"from_m\":")
                    .append(Ground.text(sections.get(i).fromM(), 0))
                    .append(to)
                    .append('}');
        }
        return out.append(']').toString();
    }

    private static String geometry(LinePlan line) {
        String parts = line.parts().stream()
                .map(part -> part.stream()
                        .map(p -> "[" + Ground.lon(p[0]) + "," + Ground.lat(p[1]) + "]")
                        .collect(joining(",", "[", "]")))
                .collect(joining(","));
        return line.parts().size() == 1
                ? "{\"type\":\"LineString\",\"coordinates\":" + parts + "}"
                : "{\"type\":\"MultiLineString\",\"coordinates\":[" + parts + "]}";
    }
}
