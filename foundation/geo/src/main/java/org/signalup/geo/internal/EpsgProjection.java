package org.signalup.geo.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/** One EPSG system by PROJ4 definition, x = easting (longitude), y = northing (latitude). */
public final class EpsgProjection {
    private static final String LON_LAT = "+proj=longlat +datum=WGS84 +no_defs";

    private static final Pattern UTM = Pattern.compile("EPSG:32([67])(0[1-9]|[1-5][0-9]|60)");

    private final String code;
    /** PROJ4J transforms keep scratch values, so each thread has its own. */
    private final ThreadLocal<CoordinateTransform> transform;

    private EpsgProjection(String code, CoordinateReferenceSystem from, CoordinateReferenceSystem to) {
        this.code = code;
        this.transform = ThreadLocal.withInitial(() -> new CoordinateTransformFactory().createTransform(from, to));
    }

    /**
     * Looks a code such as {@code EPSG:32651} up.
     *
     * @throws IllegalArgumentException when the code is not known
     */
    public static EpsgProjection of(String code) {
        CRSFactory factory = new CRSFactory();
        try {
            CoordinateReferenceSystem from = utm(code).isPresent()
                    ? factory.createFromParameters(code, utm(code).get())
                    : factory.createFromName(code);
            return new EpsgProjection(code, from, factory.createFromParameters("WGS84", LON_LAT));
        } catch (Proj4jException | NullPointerException unknown) {
            throw new IllegalArgumentException("crs: " + code + " (expected: a known EPSG code)", unknown);
        }
    }

    /** UTM zones by rule: looking a name up reads the whole list of systems, which takes longer than many a sample file. */
    private static Optional<String> utm(String code) {
        Matcher matcher = UTM.matcher(code);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String south = matcher.group(1).equals("7") ? " +south" : "";
        return Optional.of(
                "+proj=utm +zone=" + Integer.parseInt(matcher.group(2)) + south + " +datum=WGS84 +units=m +no_defs");
    }

    /**
     * Turns easting and northing into {longitude, latitude} of WGS-84.
     *
     * @throws IllegalArgumentException when the position is outside the projection
     */
    public double[] toWgs84(double x, double y) {
        ProjCoordinate result = new ProjCoordinate();
        try {
            transform.get().transform(new ProjCoordinate(x, y), result);
        } catch (Proj4jException outside) {
            throw new IllegalArgumentException(
                    code + ": " + x + ", " + y + " (expected: easting and northing within the projection)", outside);
        }
        return new double[] {result.x, result.y};
    }
}
