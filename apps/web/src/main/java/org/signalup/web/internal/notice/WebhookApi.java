package org.signalup.web.internal.notice;

import java.time.OffsetDateTime;
import java.util.List;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.people.notice.Webhooks;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.api.Listing;
import org.signalup.web.internal.api.ToldOnce;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where an organisation's own programs are told, for programs. */
@Platform
@RestController
@Needs(Capability.PEOPLE_MANAGE)
final class WebhookApi {
    private static final String AT = "/api/v1/webhooks";

    private final Webhooks webhooks;

    WebhookApi(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** An address. */
    record Told(long webhookId, String url, OffsetDateTime createdAt) {}

    /** What is to be told. */
    record Sent(String url) {}

    /** The secret by which what is sent there is signed. */
    record Made(String url, String secret) {}

    @GetMapping(AT)
    Listing<Told> list(Actor actor) {
        List<Told> all = webhooks.list(actor).stream()
                .map(webhook -> new Told(webhook.id(), webhook.url(), webhook.createdAt()))
                .toList();
        return new Listing<>(all, null);
    }

    @PostMapping(AT)
    @ToldOnce
    @ResponseStatus(HttpStatus.CREATED)
    Made add(Actor actor, @RequestBody Sent sent) {
        String url = sent.url() == null ? "" : sent.url().strip();
        return new Made(url, webhooks.add(actor, url));
    }

    @DeleteMapping(AT + "/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable long id) {
        webhooks.remove(actor, id);
    }
}
