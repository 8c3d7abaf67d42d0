package org.signalup.web.internal.register;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.register.Division;
import org.signalup.register.Divisions;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.api.Cursor;
import org.signalup.web.internal.api.Listing;
import org.signalup.web.internal.api.Piece;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Divisions for programs. */
@Platform
@RestController
@Needs(Capability.LEDGER_READ)
final class DivisionApi {
    private static final String AT = "/api/v1/divisions";

    private final Divisions divisions;

    DivisionApi(Divisions divisions) {
        this.divisions = divisions;
    }

    /** A code while it is valid; open ends are null. */
    record Told(String code, String name, String parent, LocalDate validFrom, LocalDate validTo, int version) {
        static Told of(Division division) {
            return new Told(
                    division.code(),
                    division.name(),
                    division.parent(),
                    division.from().orElse(null),
                    division.to().orElse(null),
                    division.version());
        }
    }

    /** A code that takes the place of another. */
    record Replacement(String old, String code, String name, String parent, LocalDate validFrom, String reason) {}

    /** How many places followed. */
    record Followed(int places) {}

    @GetMapping(AT)
    Listing<Told> list(
            @RequestParam(defaultValue = "") String prefix,
            @RequestParam(defaultValue = "") String on,
            Piece piece,
            Actor actor) {
        String after =
                piece.after().map(cursor -> cursor.ofSize(1).keys().get(0)).orElse("");
        return Listing.of(
                        divisions.list(actor.scope(), prefix, DivisionPages.day(on), after, piece.limitAndOne()),
                        piece,
                        division -> Cursor.of(Divisions.key(division)))
                .map(Told::of);
    }

    /** Takes in a table of the ledger contract, all rows or none. */
    @PostMapping(AT)
    @Needs(Capability.LEDGER_FREEZE)
    Divisions.Applied put(@RequestParam MultipartFile file, @RequestParam(defaultValue = "") String reason, Actor actor)
            throws IOException {
        return DivisionPages.taken(divisions, file, reason, actor);
    }

    @PostMapping(AT + "/replace")
    @Needs(Capability.LEDGER_FREEZE)
    Followed replace(@RequestBody Replacement sent, Actor actor) {
        Division fresh = new Division(
                text(sent.code()),
                text(sent.name()),
                text(sent.parent()),
                Optional.ofNullable(sent.validFrom()),
                Optional.empty(),
                0);
        return new Followed(divisions.replace(actor.scope(), text(sent.old()), fresh, text(sent.reason())));
    }

    private static String text(String given) {
        return given == null ? "" : given.strip();
    }
}
