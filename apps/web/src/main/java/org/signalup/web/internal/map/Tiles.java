package org.signalup.web.internal.map;

import java.util.LinkedHashMap;
import java.util.Map;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.Filter;
import org.springframework.stereotype.Component;

/** Makes vector tiles and keeps those asked for last: an evaluation never changes. */
@Component
final class Tiles {
    private static final int KEPT = 1000;

    /** Everything a tile depends on. */
    record Key(String evaluation, String stamp, TileAddress address, Filter filter) {}

    private final Map<Key, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    byte[] get(OpenEvaluation evaluation, TileAddress address, Filter filter) {
        Key key = new Key(evaluation.id(), evaluation.entry().stamp(), address, filter);
        synchronized (kept) {
            byte[] known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        byte[] made = make(evaluation, address, filter);
        synchronized (kept) {
            kept.put(key, made);
        }
        return made;
    }

    private static byte[] make(OpenEvaluation evaluation, TileAddress address, Filter filter) {
        MapChoice choice = MapChoice.of(evaluation, filter);
        ProtoBuffer tile = new ProtoBuffer();
        StretchLayer.of(choice, address).addTo(tile);
        if (address.z() >= TileAddress.CLOSEST) {
            SampleLayer.of(choice, address).addTo(tile);
        }
        if (address.z() >= PointLayer.FROM_ZOOM) {
            PointLayer.of(choice, address).addTo(tile);
        }
        PlaceLayer.of(choice, address, evaluation.summary().places()).addTo(tile);
        return tile.toBytes();
    }
}
