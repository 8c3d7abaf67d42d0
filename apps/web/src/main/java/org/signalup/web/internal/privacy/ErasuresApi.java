package org.signalup.web.internal.privacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.privacy.Erasure;
import org.signalup.privacy.ErasureOrder;
import org.signalup.privacy.Erasures;
import org.signalup.privacy.Traces;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.api.Cursor;
import org.signalup.web.internal.api.Listing;
import org.signalup.web.internal.api.Piece;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Erasure of devices, for programs. */
@Platform
@RestController
@Needs(Capability.PLATFORM_MANAGE)
final class ErasuresApi {
    private static final String PATH = "/api/v1/erasures";

    private final Erasures erasures;

    ErasuresApi(Erasures erasures) {
        this.erasures = erasures;
    }

    /**
     * What is sent.
     *
     * @param confirm false or nothing = say what there is, and erase nothing
     */
    record Sent(String device, String askedBy, String reason, Boolean confirm) {
        ErasureOrder order() {
            return new ErasureOrder(orEmpty(device), orEmpty(askedBy), orEmpty(reason));
        }

        private static String orEmpty(String text) {
            return text == null ? "" : text;
        }
    }

    /**
     * What there is or was.
     *
     * @param erasureId null = nothing was erased
     * @param endedAt null = nothing was erased, or it broke off and must be sent again
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Told(
            Long erasureId,
            String by,
            String askedBy,
            String reason,
            List<String> pseudonyms,
            Instant askedAt,
            Instant endedAt,
            Traces found,
            Long rowsErased,
            Long filesErased) {
        static Told of(Erasure done) {
            return new Told(
                    done.id(),
                    done.by(),
                    done.askedBy(),
                    done.reason(),
                    done.pseudonyms(),
                    done.asked(),
                    done.ended().orElse(null),
                    done.found(),
                    done.rows(),
                    done.files());
        }

        static Told only(Traces found) {
            return new Told(null, null, null, null, List.of(), null, null, found, null, null);
        }
    }

    @GetMapping(PATH)
    Listing<Told> list(Actor actor, Piece piece) {
        return Listing.of(
                        erasures.list(actor.scope(), piece.afterNumber(0), piece.limitAndOne()),
                        piece,
                        done -> Cursor.of(done.id()))
                .map(Told::of);
    }

    @PostMapping(PATH)
    ResponseEntity<Told> erase(Actor actor, @RequestBody Sent sent) {
        if (!Boolean.TRUE.equals(sent.confirm())) {
            return ResponseEntity.ok(Told.only(erasures.look(sent.order())));
        }
        Erasure done = erasures.erase(actor, sent.order());
        return ResponseEntity.created(URI.create(PATH + "/" + done.id())).body(Told.of(done));
    }

    @GetMapping(PATH + "/{id}")
    Told receipt(Actor actor, @PathVariable long id) {
        return Told.of(ErasurePages.find(erasures, actor, id));
    }
}
