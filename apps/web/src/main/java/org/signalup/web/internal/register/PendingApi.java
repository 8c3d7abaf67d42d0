package org.signalup.web.internal.register;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.register.PendingChange;
import org.signalup.register.PendingChanges;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.api.Cursor;
import org.signalup.web.internal.api.Listing;
import org.signalup.web.internal.api.Piece;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a second person, for programs. Decisions need no version: one that was decided already is refused. */
@Platform
@RestController
@Needs(Capability.LEDGER_READ)
final class PendingApi {
    private static final String AT = "/api/v1/pending-changes";

    private final PendingChanges pending;

    PendingApi(PendingChanges pending) {
        this.pending = pending;
    }

    /** What is asked for. */
    record Asked(String subject, String id, String action, String exemptReason, String reason) {}

    /** What is said about it. */
    record Decision(String note) {
        String text() {
            return note == null ? "" : note;
        }
    }

    @GetMapping(AT)
    Listing<Map<String, Object>> list(@RequestParam(defaultValue = "") String state, Piece piece, Actor actor) {
        long before = piece.afterNumber(Long.MAX_VALUE);
        Optional<PendingChange.State> chosen =
                state.isEmpty() ? Optional.empty() : Optional.of(word(PendingChange.State.class, "state", state));
        return Listing.of(
                        pending.list(actor.scope(), chosen, before, piece.limitAndOne()),
                        piece,
                        change -> Cursor.of(change.id()))
                .map(PendingApi::told);
    }

    @GetMapping(AT + "/{id}")
    Map<String, Object> get(@PathVariable long id, Actor actor) {
        return told(pending.find(actor.scope(), id)
                .orElseThrow(() -> PageFailure.notFound(Text.of("没有这项申请", "no such request"))));
    }

    @PostMapping(AT)
    @Needs(Capability.LEDGER_EDIT)
    ResponseEntity<Map<String, Object>> ask(@RequestBody Asked asked, Actor actor) {
        long id = Told.orSaid(() -> pending.ask(
                actor.scope(),
                LedgerList.subject(text(asked.subject())),
                text(asked.id()),
                word(PendingChange.Action.class, "action", text(asked.action())),
                text(asked.exemptReason()),
                text(asked.reason())));
        return ResponseEntity.created(URI.create(AT + "/" + id)).body(get(id, actor));
    }

    @PostMapping(AT + "/{id}/confirm")
    @Needs(Capability.LEDGER_FREEZE)
    Map<String, Object> confirm(@PathVariable long id, @RequestBody Decision said, Actor actor) {
        return decided(id, actor, () -> pending.confirm(actor.scope(), id, said.text()));
    }

    @PostMapping(AT + "/{id}/reject")
    @Needs(Capability.LEDGER_FREEZE)
    Map<String, Object> reject(@PathVariable long id, @RequestBody Decision said, Actor actor) {
        return decided(id, actor, () -> pending.reject(actor.scope(), id, said.text()));
    }

    @PostMapping(AT + "/{id}/withdraw")
    @Needs(Capability.LEDGER_EDIT)
    Map<String, Object> withdraw(@PathVariable long id, Actor actor) {
        return decided(id, actor, () -> pending.withdraw(actor.scope(), id));
    }

    private Map<String, Object> decided(long id, Actor actor, Runnable decision) {
        return Told.orSaid(() -> {
            get(id, actor);
            decision.run();
            return get(id, actor);
        });
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }

    private static <E extends Enum<E>> E word(Class<E> words, String name, String said) {
        try {
            return Enum.valueOf(words, said.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw PageFailure.badRequest(Text.of(
                    "参数 " + name + " 应为 " + String.join("、", names(words)) + " 之一",
                    "parameter " + name + ": expected one of " + String.join(", ", names(words))));
        }
    }

    private static <E extends Enum<E>> List<String> names(Class<E> words) {
        return Arrays.stream(words.getEnumConstants()).map(Enum::name).toList();
    }

    private static Map<String, Object> told(PendingChange change) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("change_id", change.id());
        told.put("subject", LedgerList.word(change.subject()));
        told.put("id", change.subjectId());
        told.put("name", change.name());
        told.put("action", change.action());
        told.put("exempt_reason", change.exemptReason());
        told.put("reason", change.reason());
        told.put("state", change.state());
        told.put("requested_by", change.requestedName());
        told.put("requested_at", change.requestedAt());
        told.put("decided_by", change.decidedName());
        told.put("decided_at", change.decidedAt().orElse(null));
        told.put("note", change.note());
        return told;
    }
}
