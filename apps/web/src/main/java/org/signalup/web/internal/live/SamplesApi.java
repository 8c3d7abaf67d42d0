package org.signalup.web.internal.live;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Text;
import org.signalup.live.Channel;
import org.signalup.live.Finding;
import org.signalup.live.Receiver;
import org.signalup.live.Receiver.Answer;
import org.signalup.live.Receiver.Message;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.api.OnceOnly;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Samples as programs send them: rows of the canonical file, or of any client whose headings are known. */
@Platform
@RestController
@Needs(Capability.SAMPLE_SEND)
final class SamplesApi {
    static final String PATH = "/api/v1/samples";

    private final Bodies bodies;
    private final Receiver receiver;
    private final Senders senders;

    SamplesApi(Bodies bodies, Receiver receiver, Senders senders) {
        this.bodies = bodies;
        this.receiver = receiver;
        this.senders = senders;
    }

    @PostMapping(PATH)
    ResponseEntity<ToldBatch> take(
            Actor actor,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) String type,
            @RequestHeader(name = OnceOnly.HEADER, required = false) String key,
            HttpServletRequest request)
            throws IOException {
        SampleFormat format = SampleFormat.find(type).orElseThrow(SamplesApi::unsupported);
        try (Body body = bodies.read(request);
                RowFile rows = format.rows(body)) {
            Message message = message(format, body, rows, key(key), senders.findings());
            return answer(receiver.receive(senders.of(actor), message));
        }
    }

    /** What was sent, as it is received. */
    static Message message(SampleFormat format, Body body, RowFile rows, Optional<String> key, Set<Finding> findings) {
        return new Message(
                rows.file(),
                body.digest(),
                key,
                format.fileName(),
                Channel.SAMPLES,
                rows.profile(),
                rows.linesBefore(),
                rows.unused(),
                findings);
    }

    /** As every door of programs answers. */
    static ResponseEntity<ToldBatch> answer(Answer answer) {
        ResponseEntity.BodyBuilder told = ResponseEntity.accepted()
                .location(URI.create("/api/v1/batches/" + answer.known().batch().id()));
        if (answer.again()) {
            told.header("Idempotent-Replayed", "true");
        }
        return told.body(ToldBatch.withRows(answer.known()));
    }

    /** @throws PageFailure 400 if it is none */
    static Optional<String> key(String key) {
        if (key != null && (key.isBlank() || key.length() > 100)) {
            throw PageFailure.of(
                    HttpStatus.BAD_REQUEST,
                    "IDEMPOTENCY_KEY",
                    Text.of("Idempotency-Key 应为 1 到 100 个字符", "Idempotency-Key: expected 1 to 100 characters"));
        }
        return Optional.ofNullable(key).map(text -> "key " + text);
    }

    private static PageFailure unsupported() {
        String known = MediaType.APPLICATION_NDJSON_VALUE + ", text/csv, application/vnd.apache.parquet";
        return PageFailure.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "TYPE_UNSUPPORTED",
                Text.of("Content-Type 应为 " + known, "Content-Type: expected " + known));
    }
}
