package org.signalup.web.internal.register;

import java.util.List;
import java.util.Optional;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.register.SavedViews;
import org.signalup.register.SavedViews.SavedView;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists of the ledger somebody keeps under a name, for programs. */
@Platform
@RestController
@Needs(Capability.LEDGER_READ)
final class ViewsApi {
    private static final String AT = "/api/v1/views";

    private final SavedViews views;

    ViewsApi(SavedViews views) {
        this.views = views;
    }

    /** A view to keep: the address of a list with its filter, {@code /ledger/places?scenario=MED}. */
    record Order(String name, String query) {}

    @GetMapping(AT)
    List<SavedView> list(Actor actor) {
        return views.list(actor.scope());
    }

    /** Keeps a list under a name; one of that name is replaced. */
    @PutMapping(AT)
    List<SavedView> save(@RequestBody Order order, Actor actor) {
        views.save(actor.scope(), Optional.ofNullable(order.name()).orElse(""), LedgerList.savable(order.query()));
        return views.list(actor.scope());
    }

    @DeleteMapping(AT + "/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, Actor actor) {
        views.remove(actor.scope(), id);
    }
}
