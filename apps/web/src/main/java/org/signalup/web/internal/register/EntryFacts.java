package org.signalup.web.internal.register;

import java.util.Optional;
import org.signalup.people.Actor;
import org.signalup.people.attachment.Attachments;
import org.signalup.register.Baselines;
import org.signalup.register.Claims;
import org.signalup.register.Entry;
import org.signalup.register.EntryQuery;
import org.signalup.register.ExpectedKinds;
import org.signalup.register.Register;
import org.signalup.register.Subject;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.catalog.Catalog;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of an entry shows beside its columns: key points, kinds, claims, attachments, what was measured. */
@Platform
@Component
final class EntryFacts {
    private final Register register;
    private final Baselines baselines;
    private final Claims claims;
    private final ExpectedKinds kinds;
    private final Attachments attachments;
    private final Catalog catalog;

    EntryFacts(
            Register register,
            Baselines baselines,
            Claims claims,
            ExpectedKinds kinds,
            Attachments attachments,
            Catalog catalog) {
        this.attachments = attachments;
        this.register = register;
        this.baselines = baselines;
        this.claims = claims;
        this.kinds = kinds;
        this.catalog = catalog;
    }

    /** Puts it into the model; of an entry that is gone only what is left of it. */
    void show(Model model, Actor actor, Subject subject, String id, Optional<Entry> entry) {
        model.addAttribute("frozen", baselines.holds(actor.scope(), subject, id));
        model.addAttribute("claims", claims.of(actor.scope(), subject, id));
        if (entry.isEmpty()) {
            return;
        }
        model.addAttribute("attachments", attachments.list(actor.scope(), subject.table(), id));
        if (subject == Subject.PLACE || subject == Subject.LINE) {
            EntryQuery own = EntryQuery.pointsOf(id);
            model.addAttribute("points", register.list(actor.scope(), own).items());
            Measured.of(catalog, actor, subject, id).ifPresent(measured -> model.addAttribute("measured", measured));
        }
        if (subject == Subject.PLACE) {
            model.addAttribute(
                    "expected", kinds.of(actor.scope(), id, entry.get().text("scenario")));
        }
    }
}
