package org.signalup.web.internal.register;

import java.util.List;
import org.signalup.domain.Text;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.register.Entry;
import org.signalup.register.ExpectedKinds;
import org.signalup.register.Register;
import org.signalup.register.Subject;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The kinds of key points a place should have, for programs; places that miss some are listed by {@code /api/v1/places?missing=yes}. */
@Platform
@RestController
@Needs(Capability.LEDGER_READ)
final class KindsApi {
    private static final String AT = "/api/v1/places/kinds";

    private final Register register;
    private final ExpectedKinds kinds;

    KindsApi(Register register, ExpectedKinds kinds) {
        this.register = register;
        this.kinds = kinds;
    }

    /** A kind at a place. */
    record Kind(String kind, int points, boolean missing, String absentReason) {}

    @GetMapping(value = AT, params = "id")
    List<Kind> list(@RequestParam String id, Actor actor) {
        Entry place = register.find(actor.scope(), Subject.PLACE, id)
                .orElseThrow(() -> PageFailure.notFound(Text.of("台账里没有 " + id, id + " is not in the ledger")));
        return kinds.of(actor.scope(), id, place.text("scenario")).stream()
                .map(kind -> new Kind(
                        kind.kind(),
                        kind.points(),
                        kind.missing(),
                        kind.absentReason().orElse(null)))
                .toList();
    }

    /** Declares that a place has none of a kind and needs none. */
    @PutMapping(value = AT + "/absent", params = "id")
    @Needs(Capability.LEDGER_EDIT)
    List<Kind> declare(@RequestParam String id, @RequestParam String kind, @RequestParam String reason, Actor actor) {
        list(id, actor);
        return Told.orSaid(() -> {
            kinds.declareAbsent(actor.scope(), id, kind, reason);
            return list(id, actor);
        });
    }

    @DeleteMapping(value = AT + "/absent", params = "id")
    @Needs(Capability.LEDGER_EDIT)
    List<Kind> withdraw(@RequestParam String id, @RequestParam String kind, Actor actor) {
        list(id, actor);
        kinds.withdraw(actor.scope(), id, kind);
        return list(id, actor);
    }
}
