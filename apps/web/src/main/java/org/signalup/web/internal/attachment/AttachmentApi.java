package org.signalup.web.internal.attachment;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.signalup.domain.Text;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.people.attachment.Attachment;
import org.signalup.people.attachment.Attachments;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.api.Listing;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Attachments for programs; the subject is the word its own resource has. */
@Platform
@RestController
@Needs(Capability.LEDGER_READ)
final class AttachmentApi {
    private static final String AT = "/api/v1/attachments";
    private static final Map<String, String> TABLES = Map.of(
            "places", "place",
            "keypoints", "key_point",
            "lines", "ledger_line",
            "instruments", "instrument",
            "claims", "claim",
            "pending-changes", "pending_change");

    private final Attachments attachments;

    AttachmentApi(Attachments attachments) {
        this.attachments = attachments;
    }

    /** An attachment as it is told. */
    record Told(
            long attachmentId,
            String name,
            String mediaType,
            int bytes,
            String sha256,
            String note,
            String who,
            Instant at) {
        static Told of(Attachment attachment) {
            return new Told(
                    attachment.id(),
                    attachment.name(),
                    attachment.mediaType(),
                    attachment.bytes(),
                    attachment.sha256(),
                    attachment.note(),
                    attachment.who(),
                    attachment.addedAt());
        }
    }

    @GetMapping(AT)
    Listing<Told> list(@RequestParam String subject, @RequestParam String id, Actor actor) {
        return new Listing<>(
                attachments.list(actor.scope(), table(subject), id).stream()
                        .map(Told::of)
                        .toList(),
                null);
    }

    @PostMapping(AT)
    ResponseEntity<Told> add(
            @RequestParam String subject,
            @RequestParam String id,
            @RequestParam(defaultValue = "") String note,
            @RequestParam MultipartFile file,
            Actor actor)
            throws IOException {
        byte[] content = AttachmentPages.content(attachments, file);
        Attachment added = attachments.add(
                actor.scope(), table(subject), id, String.valueOf(file.getOriginalFilename()), note, content);
        return ResponseEntity.created(URI.create(AT + "/" + added.id())).body(Told.of(added));
    }

    @GetMapping(AT + "/{id}")
    Told get(@PathVariable long id, Actor actor) {
        return attachments.find(actor.scope(), id).map(Told::of).orElseThrow(AttachmentPages::none);
    }

    @GetMapping(AT + "/{id}/content")
    ResponseEntity<byte[]> content(@PathVariable long id, Actor actor) {
        return AttachmentPages.saved(attachments, id, actor);
    }

    @DeleteMapping(AT + "/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, @RequestParam String reason, Actor actor) {
        get(id, actor);
        if (!attachments.remove(actor.scope(), id, reason)) {
            throw PageFailure.forbidden(Text.of("只有添加它的单位能移除", "only the organisation that added it takes it away"));
        }
    }

    private static String table(String subject) {
        if (!TABLES.containsKey(subject)) {
            throw PageFailure.badRequest(Text.of(
                    "参数 subject 应为 places、keypoints、lines、claims 或 pending-changes",
                    "parameter subject: expected places, keypoints, lines, claims or pending-changes"));
        }
        return TABLES.get(subject);
    }
}
