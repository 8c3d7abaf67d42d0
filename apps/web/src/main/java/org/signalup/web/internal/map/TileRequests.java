package org.signalup.web.internal.map;

import java.time.Duration;
import org.signalup.domain.Text;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.SignedInOnly;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.Filter;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/** What the map's script fetches: tiles and the backdrop. */
@Controller
@Needs(Capability.RESULT_READ)
final class TileRequests {
    private static final MediaType TILE = MediaType.parseMediaType("application/vnd.mapbox-vector-tile");
    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");
    private static final Duration DAY = Duration.ofDays(1);

    private final Tiles tiles;
    private final Backdrop backdrop;

    TileRequests(Tiles tiles, Backdrop backdrop) {
        this.tiles = tiles;
        this.backdrop = backdrop;
    }

    /** A tile; pages add the stamp of the evaluation to its address, so that a browser may keep it. */
    @GetMapping("/e/{evaluation}/tiles/{z}/{x}/{y}.mvt")
    ResponseEntity<byte[]> tile(
            OpenEvaluation evaluation,
            @PathVariable("z") String z,
            @PathVariable("x") String x,
            @PathVariable("y") String y,
            Filter filter,
            WebRequest request) {
        TileAddress address = TileAddress.of(z, x, y);
        if (!evaluation.tables().has("map_slot")) {
            throw PageFailure.notFound(Text.of("这个批次没有地图数据，请重新评测", "This evaluation has no map tables; run it again"));
        }
        String tag = "W/\"" + evaluation.entry().stamp() + "-"
                + Integer.toHexString((address + filter.toString()).hashCode()) + "\"";
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(304).eTag(tag).build();
        }
        return ResponseEntity.ok()
                .contentType(TILE)
                .cacheControl(CacheControl.maxAge(DAY).cachePrivate())
                .eTag(tag)
                .body(tiles.get(evaluation, address, filter));
    }

    @GetMapping("/map/backdrop.geojson")
    @SignedInOnly("an outline of provinces, or what the installation put there")
    ResponseEntity<byte[]> backdrop() {
        return ResponseEntity.ok()
                .contentType(GEO_JSON)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(backdrop.geoJson());
    }
}
