package org.signalup.web.internal.map;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.Filter;
import org.springframework.stereotype.Component;

/** Makes vector tiles and keeps those asked for last: an evaluation never changes. */
@Component
final class Tiles {
    private static final long KEPT_BYTES = 48L << 20;

    /** Everything a tile depends on. */
    record Key(String evaluation, String stamp, TileAddress address, Filter filter) {}

    private final Map<Key, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long keptBytes;

    byte[] get(OpenEvaluation evaluation, TileAddress address, Filter filter) {
        Key key = new Key(evaluation.id(), evaluation.entry().stamp(), address, filter);
        synchronized (kept) {
            byte[] known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        byte[] made = make(evaluation, address, filter);
        keep(key, made);
        return made;
    }

    private void keep(Key key, byte[] tile) {
        synchronized (kept) {
            byte[] before = kept.put(key, tile);
            keptBytes += tile.length - (before == null ? 0 : before.length);
            Iterator<byte[]> longestUnused = kept.values().iterator();
            while (keptBytes > KEPT_BYTES) {
                keptBytes -= longestUnused.next().length;
                longestUnused.remove();
            }
        }
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
