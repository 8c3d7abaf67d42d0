package org.signalup.web.internal.privacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.signalup.domain.Text;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.privacy.PurgeRun;
import org.signalup.privacy.PurgeRuns;
import org.signalup.privacy.Purged;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.api.Cursor;
import org.signalup.web.internal.api.Listing;
import org.signalup.web.internal.api.Piece;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Purges for programs: those that were done, and one more now. */
@Platform
@RestController
@Needs(Capability.PLATFORM_MANAGE)
final class PurgesApi {
    private static final String PATH = "/api/v1/purges";

    private final PurgeRuns runs;

    PurgesApi(PurgeRuns runs) {
        this.runs = runs;
    }

    /**
     * A purge as it is told.
     *
     * @param orderedBy empty = the clock did
     * @param problem null = none
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Told(long purgeId, String orderedBy, Instant beganAt, Instant endedAt, List<Purged> removed, Text problem) {
        static Told of(PurgeRun run) {
            return new Told(
                    run.id(),
                    run.orderedBy(),
                    run.began(),
                    run.ended(),
                    run.removed(),
                    run.failed() ? run.problem() : null);
        }
    }

    @GetMapping(PATH)
    Listing<Told> list(Actor actor, Piece piece) {
        return Listing.of(
                        runs.list(actor.scope(), piece.afterNumber(0), piece.limitAndOne()),
                        piece,
                        run -> Cursor.of(run.id()))
                .map(Told::of);
    }

    @PostMapping(PATH)
    Told purge(Actor actor) {
        return Told.of(runs.order(actor));
    }
}
