package org.signalup.web.internal.upload;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.upload.Mappings;
import org.signalup.upload.SavedProfile;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.api.Cursor;
import org.signalup.web.internal.api.IfMatch;
import org.signalup.web.internal.api.Listing;
import org.signalup.web.internal.api.Piece;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Mapping profiles of organisations, for programs: a version never changes, another one is added. */
@Platform
@RestController
@Needs(Capability.SAMPLE_SEND)
final class ProfilesApi {
    private static final String PATH = "/api/v1/profiles";

    private final Mappings mappings;

    ProfilesApi(Mappings mappings) {
        this.mappings = mappings;
    }

    /** One version; {@code yaml} is the file it is. */
    record Told(
            String profileId, int version, String name, boolean shared, String madeBy, Instant madeAt, String yaml) {
        static Told of(SavedProfile one) {
            return new Told(
                    one.profile(), one.version(), one.name(), one.shared(), one.madeBy(), one.madeAt(), one.yaml());
        }
    }

    /** The latest version of each that whoever asks may use, by id. */
    @GetMapping(PATH)
    Listing<Told> list(Actor actor, Piece piece) {
        String after =
                piece.after().map(cursor -> cursor.ofSize(1).keys().get(0)).orElse("");
        List<SavedProfile> rows = mappings.latest(actor.scope()).stream()
                .sorted(Comparator.comparing(SavedProfile::profile))
                .filter(one -> one.profile().compareTo(after) > 0)
                .limit(piece.limitAndOne())
                .toList();
        return Listing.of(rows, piece, one -> Cursor.of(one.profile())).map(Told::of);
    }

    /** All versions, the newest first. */
    @GetMapping(PATH + "/{id}")
    List<Told> versions(Actor actor, @PathVariable String id) {
        List<SavedProfile> all = mappings.versions(actor.scope(), id);
        if (all.isEmpty()) {
            throw ProfilePages.none();
        }
        return all.stream().map(Told::of).toList();
    }

    @GetMapping(PATH + "/{id}/versions/{version}")
    Told version(Actor actor, @PathVariable String id, @PathVariable int version) {
        return mappings.find(actor.scope(), id, version).map(Told::of).orElseThrow(ProfilePages::none);
    }

    /** Adds the next version of the profile that the file names. */
    @PostMapping(PATH)
    ResponseEntity<Told> add(Actor actor, @RequestBody byte[] yaml) {
        SavedProfile made = mappings.save(actor, new String(yaml, StandardCharsets.UTF_8));
        URI place = URI.create(PATH + "/" + made.profile() + "/versions/" + made.version());
        return ResponseEntity.status(HttpStatus.CREATED)
                .location(place)
                .eTag(IfMatch.eTag(made.version()))
                .body(Told.of(made));
    }

    /** Whether other organisations may use it. */
    record Sharing(boolean shared) {}

    @PostMapping(PATH + "/{id}/sharing")
    List<Told> share(Actor actor, @PathVariable String id, @RequestBody Sharing sharing) {
        if (!mappings.share(actor, id, sharing.shared())) {
            throw ProfilePages.none();
        }
        return versions(actor, id);
    }
}
