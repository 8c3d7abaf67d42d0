package org.signalup.web.internal.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.signalup.domain.Text;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.people.attachment.Attachment;
import org.signalup.people.attachment.Attachments;
import org.signalup.register.Subject;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.register.Done;
import org.signalup.web.internal.register.LedgerList;
import org.signalup.web.internal.site.Filled;
import org.signalup.web.internal.site.PageFailure;
import org.signalup.web.internal.site.SavedAs;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Adding files to an entry of the ledger, and taking them out again; an attachment is saved, never shown by the browser. */
@Platform
@Controller
@Needs(Capability.LEDGER_READ)
final class AttachmentPages {
    private final Attachments attachments;

    AttachmentPages(Attachments attachments) {
        this.attachments = attachments;
    }

    @PostMapping("/ledger/{word:places|keypoints|lines|instruments}/attach")
    String add(
            @PathVariable String word,
            @RequestParam String id,
            @RequestParam MultipartFile file,
            Filled filled,
            Actor actor)
            throws IOException {
        byte[] content = content(attachments, file);
        String name = String.valueOf(file.getOriginalFilename());
        Subject subject = LedgerList.subject(word);
        return Done.orSaid(
                () -> attachments.add(actor.scope(), subject.table(), id, name, filled.get("note"), content),
                LedgerList.address(subject, id));
    }

    /** No more of it than shows that it is too large. */
    static byte[] content(Attachments attachments, MultipartFile file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return in.readNBytes(attachments.largestBytes() + 1);
        }
    }

    @GetMapping("/attachments/{id}")
    ResponseEntity<byte[]> open(@PathVariable long id, Actor actor) {
        return saved(attachments, id, actor);
    }

    static ResponseEntity<byte[]> saved(Attachments attachments, long id, Actor actor) {
        Attachment attachment = attachments.find(actor.scope(), id).orElseThrow(AttachmentPages::none);
        byte[] content = attachments.content(actor.scope(), id).orElseThrow(AttachmentPages::none);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, attachment.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, SavedAs.named(attachment.name()))
                .eTag('"' + attachment.sha256() + '"')
                .body(content);
    }

    @PostMapping("/attachments/{id}/remove")
    String remove(@PathVariable long id, Filled filled, Actor actor) {
        Attachment attachment = attachments
                .find(actor.scope(), id)
                .filter(AttachmentPages::besideAnEntry)
                .orElseThrow(AttachmentPages::none);
        if (!attachments.remove(actor.scope(), id, filled.get("reason"))) {
            throw PageFailure.forbidden(Text.of("只有添加它的单位能移除", "only the organisation that added it takes it away"));
        }
        return "redirect:" + LedgerList.address(Subject.ofTable(attachment.subject()), attachment.subjectKey());
    }

    private static boolean besideAnEntry(Attachment attachment) {
        return Stream.of(Subject.values()).map(Subject::table).anyMatch(attachment.subject()::equals);
    }

    static PageFailure none() {
        return PageFailure.notFound(Text.of("没有这个附件", "there is no such attachment"));
    }
}
