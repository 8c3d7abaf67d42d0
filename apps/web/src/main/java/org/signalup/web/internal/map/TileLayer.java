package org.signalup.web.internal.map;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A layer of a vector tile (Mapbox Vector Tile 2.1) being written: points and lines in units of {@link #EXTENT} from the
 * tile's north-west corner, each with its properties.
 */
final class TileLayer {
    /** Units along a side of a tile. */
    static final int EXTENT = 4096;

    private static final int POINT = 1;
    private static final int LINE = 2;
    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;

    private final ProtoBuffer layer = new ProtoBuffer();
    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private final Map<Object, Integer> values = new LinkedHashMap<>();
    private int features;

    TileLayer(String name) {
        layer.number(15, 2);
        layer.text(1, name);
    }

    boolean isEmpty() {
        return features == 0;
    }

    /**
     * Adds a point.
     *
     * @param properties name, value, name, value …; values are texts or whole numbers, null leaves a property out
     */
    void point(int x, int y, Object... properties) {
        ProtoBuffer geometry = new ProtoBuffer();
        geometry.varint(command(MOVE_TO, 1));
        geometry.varint(ProtoBuffer.zigzag(x));
        geometry.varint(ProtoBuffer.zigzag(y));
        feature(POINT, geometry, properties);
    }

    /** Adds a line through positions x, y, x, y …; positions equal to the one before are left out, a line of one is nothing. */
    void line(int[] positions, Object... properties) {
        ProtoBuffer steps = new ProtoBuffer();
        int count = 0;
        int x = positions[0];
        int y = positions[1];
        for (int i = 2; i < positions.length; i += 2) {
            if (positions[i] != x || positions[i + 1] != y) {
                steps.varint(ProtoBuffer.zigzag(positions[i] - x));
                steps.varint(ProtoBuffer.zigzag(positions[i + 1] - y));
                x = positions[i];
                y = positions[i + 1];
                count++;
            }
        }
        if (count == 0) {
            return;
        }
        ProtoBuffer geometry = new ProtoBuffer();
        geometry.varint(command(MOVE_TO, 1));
        geometry.varint(ProtoBuffer.zigzag(positions[0]));
        geometry.varint(ProtoBuffer.zigzag(positions[1]));
        geometry.varint(command(LINE_TO, count));
        geometry.append(steps);
        feature(LINE, geometry, properties);
    }

    private static long command(int id, int count) {
        return ((long) count << 3) | id;
    }

    private void feature(int type, ProtoBuffer geometry, Object... properties) {
        ProtoBuffer tags = new ProtoBuffer();
        for (int i = 0; i < properties.length; i += 2) {
            Object value = properties[i + 1];
            if (value != null) {
                tags.varint(keys.computeIfAbsent((String) properties[i], unused -> keys.size()));
                tags.varint(values.computeIfAbsent(value, unused -> values.size()));
            }
        }
        ProtoBuffer feature = new ProtoBuffer();
        feature.message(2, tags);
        feature.number(3, type);
        feature.message(4, geometry);
        layer.message(2, feature);
        features++;
    }

    /** Ends the layer and adds it to a tile; an empty layer is left out. */
    void addTo(ProtoBuffer tile) {
        if (isEmpty()) {
            return;
        }
        keys.keySet().forEach(key -> layer.text(3, key));
        values.keySet().forEach(value -> layer.message(4, value(value)));
        layer.number(5, EXTENT);
        tile.message(3, layer);
    }

    private static ProtoBuffer value(Object value) {
        ProtoBuffer message = new ProtoBuffer();
        if (value instanceof Number number) {
            message.number(6, ProtoBuffer.zigzag(number.longValue()));
        } else {
            message.text(1, value.toString());
        }
        return message;
    }
}
