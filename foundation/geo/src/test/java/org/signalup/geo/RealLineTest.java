package org.signalup.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** 京沪高铁 as OpenStreetMap draws it: both tracks and the yards. © OpenStreetMap contributors, ODbL 1.0. */
class RealLineTest {
    private static final Pattern PAIR = Pattern.compile("\\[\\s*(-?[0-9.]+),\\s*(-?[0-9.]+)[^\\]]*\\]");

    @Test
    void theSecondTrackOfTheBeijingShanghaiRailwayIsLeftOut() throws IOException {
        LineGeometry line = LineGeometry.of(parts("京沪高铁"));

        long allTracksMm = line.lengthMm()
                + line.leftOut().stream().mapToLong(LineGeometry.Part::lengthMm).sum();
        assertThat(allTracksMm / 1e6).isCloseTo(2605, within(5.0));
        // The line is 1 318 km; the file itself has holes of 15 km in all and begins short of 虹桥.
        assertThat(line.lengthMm() / 1e6).isCloseTo(1318 - 25, within(5.0));
        assertThat(line.bins(500).stream().mapToLong(Bin::lengthMm).sum()).isEqualTo(line.lengthMm());
    }

    private static List<List<GeoPoint>> parts(String name) throws IOException {
        String text;
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(SharedData.file("l-cn-hsr/osm_corridors.geojson.gz")))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        int feature = text.indexOf(name);
        int start = text.indexOf("\"coordinates\"", feature);
        int end = text.indexOf("\"Feature\"", start);
        String coordinates = text.substring(start, end < 0 ? text.length() : end);
        List<List<GeoPoint>> parts = new ArrayList<>();
        for (String part : coordinates.split("\\]\\s*\\]\\s*,")) {
            List<GeoPoint> vertices = new ArrayList<>();
            Matcher pair = PAIR.matcher(part + "]]");
            while (pair.find()) {
                vertices.add(new GeoPoint(Double.parseDouble(pair.group(1)), Double.parseDouble(pair.group(2))));
            }
            if (!vertices.isEmpty()) {
                parts.add(vertices);
            }
        }
        return parts;
    }
}
