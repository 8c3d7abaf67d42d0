package org.signalup.testkit.internal.world;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.LineGeometry;
import org.signalup.ledger.Instrument;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.Line;
import org.signalup.ledger.Place;

/** A ledger as the text of its files. Ids and names of random worlds need no quoting. */
public final class LedgerText {
    private LedgerText() {}

    public static String places(Ledger ledger) {
        StringBuilder text = new StringBuilder(
                "place_id,name,scenario,category,division_code,lon,lat,crs,target_year,operators,reported_done\n");
        for (Place place : ledger.places()) {
            text.append(String.join(
                            ",",
                            place.id(),
                            place.name(),
                            place.scenario(),
                            place.category(),
                            place.divisionCode(),
                            SampleRow.degrees(place.position().lonDeg()),
                            SampleRow.degrees(place.position().latDeg()),
                            "WGS84",
                            place.targetYear().map(Object::toString).orElse(""),
                            String.join(";", place.operators()),
                            place.reportedDone().map(Object::toString).orElse("")))
                    .append('\n');
        }
        return text.toString();
    }

    public static String keyPoints(Ledger ledger) {
        StringBuilder text = new StringBuilder("point_id,place_id,line_id,name,kind,lon,lat,crs,radius_m,indoor,floor,"
                + "chainage_from_m,chainage_to_m,exempt_reason\n");
        ledger.keyPoints()
                .forEach(point -> text.append(String.join(",", cells(point))).append('\n'));
        return text.toString();
    }

    private static List<String> cells(KeyPoint point) {
        return List.of(
                point.id(),
                point.placeId().orElse(""),
                point.lineId().orElse(""),
                point.name(),
                point.kind(),
                point.position().map(at -> SampleRow.degrees(at.lonDeg())).orElse(""),
                point.position().map(at -> SampleRow.degrees(at.latDeg())).orElse(""),
                point.position().map(at -> "WGS84").orElse(""),
                Double.toString(point.radiusM()),
                Boolean.toString(point.indoor()),
                point.floor().map(Object::toString).orElse(""),
                point.chainage().map(range -> Double.toString(range.fromM())).orElse(""),
                point.chainage().map(range -> Double.toString(range.toM())).orElse(""),
                point.exemptReason());
    }

    public static String instruments(Ledger ledger) {
        StringBuilder text = new StringBuilder(
                "instrument_id,device_ids,certificate_no,valid_from,valid_to,compared_on,comparison\n");
        for (Instrument instrument : ledger.instruments()) {
            text.append(String.join(
                            ",",
                            instrument.id(),
                            String.join(";", instrument.devices()),
                            instrument.certificateNo(),
                            instrument.validFrom().map(Object::toString).orElse(""),
                            instrument.validTo().map(Object::toString).orElse(""),
                            instrument.comparedOn().map(Object::toString).orElse(""),
                            instrument.comparison().map(Object::toString).orElse("")))
                    .append('\n');
        }
        return text.toString();
    }

    public static String lines(Ledger ledger) {
        return ledger.lines().stream()
                .map(LedgerText::feature)
                .collect(Collectors.joining(",\n", "{\"type\":\"FeatureCollection\",\"features\":[\n", "\n]}\n"));
    }

    private static String feature(Line line) {
        String sections = line.sections().stream()
                .map(section -> String.format(
                        "{\"section_id\":\"%s\",\"name\":\"%s\",\"division_code\":\"%s\",\"from_m\":%s,\"to_m\":%s}",
                        section.id(), section.name(), section.divisionCode(), section.fromM(), section.toM()))
                .collect(Collectors.joining(",", "[", "]"));
        return String.format(
                "{\"type\":\"Feature\",\"properties\":{\"line_id\":\"%s\",\"name\":\"%s\",\"kind\":\"%s\",\"grade\":\"%s\","
                        + "\"division_codes\":%s,\"operators\":%s,\"reported_done\":\"%s\",\"sections\":%s},"
                        + "\"geometry\":{\"type\":\"MultiLineString\",\"coordinates\":%s}}",
                line.id(),
                line.name(),
                line.kind().code(),
                line.grade(),
                words(line.divisionCodes()),
                words(line.operators()),
                line.reportedDone().map(Object::toString).orElse(""),
                sections,
                coordinates(line.geometry()));
    }

    private static String words(List<String> words) {
        return words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(",", "[", "]"));
    }

    /** Kept parts first, so that the parallel ones are recognised as such again. */
    private static String coordinates(LineGeometry geometry) {
        List<LineGeometry.Part> parts = new ArrayList<>(geometry.parts());
        parts.addAll(geometry.leftOut());
        return parts.stream()
                .map(part -> part.vertices().stream().map(LedgerText::pair).collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String pair(GeoPoint point) {
        return '[' + SampleRow.degrees(point.lonDeg()) + ',' + SampleRow.degrees(point.latDeg()) + ']';
    }
}
