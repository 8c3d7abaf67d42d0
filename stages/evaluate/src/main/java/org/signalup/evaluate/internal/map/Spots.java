package org.signalup.evaluate.internal.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.MapGrid;

/** Objects that stand at one position, put in the order of their ids. */
final class Spots<T> {
    /** Hears an object and where it stands. */
    interface Reader<T> {
        void accept(T object, int x, int y);
    }

    private final List<T> objects = new ArrayList<>();
    private int[] x = new int[64];
    private int[] y = new int[64];

    void add(T object, GeoPoint position) {
        if (objects.size() == x.length) {
            x = Arrays.copyOf(x, x.length * 2);
            y = Arrays.copyOf(y, y.length * 2);
        }
        x[objects.size()] = MapGrid.x(position);
        y[objects.size()] = MapGrid.y(position);
        objects.add(object);
    }

    /** All, in {@link StripOrder}. */
    void forEach(Reader<T> reader) {
        for (int number : StripOrder.of(x, y, objects.size())) {
            reader.accept(objects.get(number), x[number], y[number]);
        }
    }
}
