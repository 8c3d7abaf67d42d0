package org.signalup.intake.internal.structure;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.signalup.intake.internal.file.InputFile;

/** Placemarks of a KML file as rows: position, name and extended data. */
final class KmlRows implements FlatRows {
    private static final Set<String> DRAWN = Set.of("name", "when", "lon", "lat");

    private final InputFile file;

    KmlRows(InputFile file) {
        this.file = file;
    }

    @Override
    public void forEach(Predicate<FlatRow> handler) throws IOException {
        XmlWalk.walk(file, new Placemarks(handler));
    }

    private static final class Placemarks implements XmlWalk.Visitor {
        private final Predicate<FlatRow> handler;
        private Map<String, String> row;
        private boolean point;
        private String data = "";
        private long last;

        Placemarks(Predicate<FlatRow> handler) {
            this.handler = handler;
        }

        @Override
        public boolean begin(String tag, XmlWalk.Attributes attributes) {
            switch (tag) {
                case "Placemark" -> row = new LinkedHashMap<>();
                case "Point" -> point = true;
                case "Data", "SimpleData" -> data = name(attributes);
                default -> {}
            }
            return true;
        }

        private static String name(XmlWalk.Attributes attributes) {
            String name = attributes.get("name");
            return name == null ? "" : name.strip();
        }

        @Override
        public boolean end(String tag, String text, long line) {
            if (row == null) {
                return true;
            }
            switch (tag) {
                case "name" -> row.put("name", text);
                case "when" -> row.put("when", text);
                case "value", "SimpleData" -> value(text);
                case "coordinates" -> position(text);
                case "Point" -> point = false;
                default -> {}
            }
            return !tag.equals("Placemark") || placemark(line);
        }

        private void value(String text) {
            if (!data.isEmpty()) {
                row.put(data, text);
            }
        }

        /** Longitude, latitude and perhaps height of a point; lines and areas are no observations. */
        private void position(String text) {
            String[] parts = text.split(",");
            if (point && parts.length >= 2) {
                row.put("lon", parts[0].strip());
                row.put("lat", parts[1].strip());
            }
        }

        /** Placemarks without data are what somebody drew, and the line of the way. */
        private boolean placemark(long line) {
            Map<String, String> done = row;
            row = null;
            boolean drawn = DRAWN.containsAll(done.keySet());
            if (drawn) {
                return true;
            }
            last = Math.max(last + 1, line);
            return handler.test(FlatRow.of(last, done));
        }
    }
}
