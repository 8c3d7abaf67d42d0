package org.signalup.register.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.LineKind;
import org.signalup.geo.GeoPoint;
import org.signalup.ledger.Instrument;
import org.signalup.ledger.Instrument.Uncertainty;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Line;
import org.signalup.ledger.OriginalPosition;
import org.signalup.ledger.Place;
import org.signalup.ledger.StatedLine;
import org.signalup.ledger.StatedPoint;

/** What was read from a ledger file, as a row of its table: column to value. */
public final class Rows {
    private Rows() {}

    public static Map<String, Object> of(Place place) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("place_id", place.id());
        row.put("name", place.name());
        row.put("scenario", place.scenario());
        row.put("category", place.category());
        row.put("division_code", place.divisionCode());
        put(row, Optional.of(place.original()), Optional.of(place.position()));
        row.put("address", place.address());
        row.put("owner", place.owner());
        row.put("department", place.department());
        row.put("target_year", place.targetYear().orElse(null));
        row.put("operators", place.operators());
        row.put("reported_done", place.reportedDone().map(LocalDate::toString).orElse(null));
        row.put("pinyin", Pinyin.initials(place.name()));
        return row;
    }

    public static Map<String, Object> of(StatedPoint stated) {
        KeyPoint point = stated.point();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("point_id", point.id());
        row.put("place_id", point.placeId().orElse(null));
        row.put("line_id", point.lineId().orElse(null));
        row.put("name", point.name());
        row.put("kind", point.kind());
        put(row, stated.original(), stated.original().flatMap(any -> point.position()));
        row.put("radius_m", point.radiusM());
        row.put("indoor", point.indoor());
        row.put("floor", point.floor().orElse(null));
        row.put("chainage_from_m", point.chainage().map(KeyPoint.Range::fromM).orElse(null));
        row.put("chainage_to_m", point.chainage().map(KeyPoint.Range::toM).orElse(null));
        row.put("exempt_reason", point.exemptReason());
        row.put("pinyin", Pinyin.initials(point.name()));
        return row;
    }

    public static Map<String, Object> of(StatedLine stated) {
        Line line = stated.line();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("line_id", line.id());
        row.put("name", line.name());
        row.put("scenario", scenario(line.kind()));
        row.put("kind", line.kind().code());
        row.put("grade", line.grade());
        row.put("division_codes", line.divisionCodes());
        row.put("operators", line.operators());
        row.put("length_km", line.declaredLengthKm().orElse(null));
        row.put("reported_done", line.reportedDone().map(LocalDate::toString).orElse(null));
        row.put("crs", stated.crs());
        row.put("feature", feature(stated));
        row.put("pinyin", Pinyin.initials(line.name()));
        return row;
    }

    public static Map<String, Object> of(Instrument instrument) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("instrument_id", instrument.id());
        row.put("name", instrument.name());
        row.put("kind", instrument.kind());
        row.put("model", instrument.model());
        row.put("chipset", instrument.chipset());
        row.put("firmware", instrument.firmware());
        row.put("antenna", instrument.antenna().map(Enum::name).orElse(null));
        row.put("attenuation_db", instrument.attenuationDb().orElse(null));
        row.put("device_ids", instrument.devices());
        row.put("calibrated_on", day(instrument.calibratedOn()));
        row.put("certificate_no", instrument.certificateNo());
        row.put("accreditation", instrument.accreditation());
        row.put("valid_from", day(instrument.validFrom()));
        row.put("valid_to", day(instrument.validTo()));
        row.put("compared_on", day(instrument.comparedOn()));
        row.put("comparison", instrument.comparison().map(Enum::name).orElse(null));
        row.put(
                "uncertainty_db",
                instrument.uncertainty().map(Uncertainty::expandedDb).orElse(null));
        row.put(
                "coverage_factor",
                instrument.uncertainty().map(Uncertainty::coverageFactor).orElse(null));
        row.put("pinyin", Pinyin.initials(instrument.name()));
        return row;
    }

    private static String day(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse(null);
    }

    /** The feature, saying its system itself: alone it has no collection that could say it. */
    private static Map<String, Object> feature(StatedLine stated) {
        Map<String, Object> feature = Json.object(stated.feature());
        Map<String, Object> properties = new LinkedHashMap<>();
        if (feature.get("properties") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> properties.put(String.valueOf(name), value));
        }
        properties.put("crs", stated.crs());
        feature.put("properties", properties);
        return feature;
    }

    /** The scenario a line belongs to, as evaluations count it. */
    private static String scenario(LineKind kind) {
        return kind == LineKind.METRO ? "METRO" : "TRANSPORT";
    }

    private static void put(Map<String, Object> row, Optional<OriginalPosition> original, Optional<GeoPoint> position) {
        row.put("lon", original.map(OriginalPosition::x).orElse(null));
        row.put("lat", original.map(OriginalPosition::y).orElse(null));
        row.put("crs", original.map(OriginalPosition::crs).orElse(null));
        row.put("wgs_lon", position.map(GeoPoint::lonDeg).orElse(null));
        row.put("wgs_lat", position.map(GeoPoint::latDeg).orElse(null));
    }
}
