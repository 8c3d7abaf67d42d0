package org.signalup.web.internal.live;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.signalup.domain.Text;
import org.signalup.live.Batches;
import org.signalup.live.Batches.Position;
import org.signalup.live.KnownBatch;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.api.Cursor;
import org.signalup.web.internal.api.Listing;
import org.signalup.web.internal.api.Piece;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of samples that were sent. */
@Platform
@RestController
@Needs(Capability.SAMPLE_SEND)
final class BatchesApi {
    private static final String PATH = "/api/v1/batches";

    private final Batches batches;

    BatchesApi(Batches batches) {
        this.batches = batches;
    }

    @GetMapping(PATH)
    Listing<ToldBatch> list(Actor actor, @RequestParam(defaultValue = "0") long probe, Piece piece) {
        Position after =
                piece.after().map(cursor -> position(cursor.ofSize(2).keys())).orElse(Position.START);
        List<KnownBatch> found = batches.list(actor, after, probe, piece.limitAndOne());
        return Listing.of(
                        found,
                        piece,
                        known -> Cursor.of(
                                known.batch().receivedAt().toString(),
                                known.batch().id()))
                .map(ToldBatch::of);
    }

    private static Position position(List<String> keys) {
        try {
            return new Position(Instant.parse(keys.get(0)), keys.get(1));
        } catch (DateTimeParseException e) {
            throw PageFailure.badRequest(Text.of("参数 after 属于另一个列表", "parameter after belongs to another list"));
        }
    }

    @GetMapping(PATH + "/{id}")
    ToldBatch get(Actor actor, @PathVariable String id) {
        return batches.find(actor, id).map(ToldBatch::of).orElseThrow(LiveFailures::noBatch);
    }
}
