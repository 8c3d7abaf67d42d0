package org.signalup.web.internal.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.signalup.domain.Text;
import org.signalup.intake.Correction;
import org.signalup.intake.IntakeReport.FileReport;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.upload.Reading;
import org.signalup.upload.Upload;
import org.signalup.upload.UploadOrder;
import org.signalup.upload.Uploads;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.api.Cursor;
import org.signalup.web.internal.api.IfMatch;
import org.signalup.web.internal.api.Listing;
import org.signalup.web.internal.api.Piece;
import org.signalup.web.internal.api.ToldProblem;
import org.signalup.web.internal.site.Filled;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Bringing files, for programs: sent, read, corrected, taken or thrown away. */
@Platform
@RestController
@Needs(Capability.SAMPLE_SEND)
final class UploadsApi {
    private static final String PATH = "/api/v1/uploads";

    private final Uploads uploads;

    UploadsApi(Uploads uploads) {
        this.uploads = uploads;
    }

    /**
     * An upload as it is told.
     *
     * @param state READING, READ, REFUSED, COMMITTING, COMMITTED or DISCARDED
     * @param lakeBatch null until it is in the lake
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Told(
            long uploadId,
            String state,
            UploadOrder said,
            List<Upload.File> files,
            Map<String, Correction> corrections,
            String readWith,
            List<ToldProblem> problems,
            String lakeBatch,
            String broughtBy,
            Instant broughtAt,
            int version) {
        static Told of(Upload upload) {
            return new Told(
                    upload.id(),
                    upload.state().name(),
                    upload.said(),
                    upload.files(),
                    upload.corrections(),
                    upload.readWith(),
                    ToldProblem.all(upload.problems()),
                    upload.lakeBatch().isEmpty() ? null : upload.lakeBatch(),
                    upload.who(),
                    upload.made(),
                    upload.version());
        }
    }

    /**
     * What reading it found.
     *
     * @param findings everything odd
     * @param known files whose content is in the lake already
     * @param refused the first rows that were refused
     */
    record Found(
            List<FileReport> files,
            List<ToldProblem> findings,
            List<Reading.Known> known,
            List<Reading.Refused> refused) {
        static Found of(Reading reading) {
            return new Found(
                    reading.report().files(),
                    ToldProblem.all(reading.report().warnings()),
                    reading.known(),
                    reading.refused());
        }
    }

    @GetMapping(PATH)
    Listing<Told> list(Actor actor, Piece piece) {
        return Listing.of(
                        uploads.list(actor.scope(), piece.afterNumber(0), piece.limitAndOne()),
                        piece,
                        upload -> Cursor.of(upload.id()))
                .map(Told::of);
    }

    @PostMapping(PATH)
    ResponseEntity<Told> bring(Actor actor, @RequestParam(name = "file") List<MultipartFile> files, Filled filled)
            throws IOException {
        Upload upload = uploads.bring(actor, UploadForm.order(filled), UploadForm.files(files));
        return told(HttpStatus.ACCEPTED, upload);
    }

    private static ResponseEntity<Told> told(HttpStatus status, Upload upload) {
        return ResponseEntity.status(status)
                .location(URI.create(PATH + "/" + upload.id()))
                .eTag(IfMatch.eTag(upload.version()))
                .body(Told.of(upload));
    }

    @GetMapping(PATH + "/{id}")
    ResponseEntity<Told> get(Actor actor, @PathVariable long id) {
        return told(HttpStatus.OK, UploadPages.find(uploads, actor, id));
    }

    @GetMapping(PATH + "/{id}/findings")
    Found findings(Actor actor, @PathVariable long id) {
        return uploads.reading(actor.scope(), UploadPages.find(uploads, actor, id))
                .map(Found::of)
                .orElseThrow(() -> PageFailure.of(
                        HttpStatus.CONFLICT,
                        "NOT_READ",
                        Text.of(
                                "还没有读完，或读不了；见 state 与 problems",
                                "not read yet, or it cannot be; see state and problems")));
    }

    /** What is said of the files, said anew; what is left out is said by nobody. */
    record SentOrder(String basis, String purpose, String source, String crs, String profile, String note) {
        UploadOrder order() {
            return new UploadOrder(
                    orEmpty(basis), orEmpty(purpose), orEmpty(source), orEmpty(crs), orEmpty(profile), orEmpty(note));
        }
    }

    /** They are read once more, with another profile for example. */
    @PostMapping(PATH + "/{id}/order")
    ResponseEntity<Told> say(Actor actor, @PathVariable long id, @RequestBody SentOrder sent, IfMatch match) {
        return done(actor, id, match, upload -> uploads.say(actor, upload, sent.order()));
    }

    /** A correction as it is sent; what is left out stays as the file and its profile say. */
    record SentCorrection(String file, boolean swapped, String crs, String zone, String rateUnit) {
        Correction correction() {
            return new Correction(swapped, orEmpty(crs), orEmpty(zone), orEmpty(rateUnit));
        }
    }

    private static String orEmpty(String text) {
        return Optional.ofNullable(text).map(String::strip).orElse("");
    }

    @PostMapping(PATH + "/{id}/corrections")
    ResponseEntity<Told> correct(Actor actor, @PathVariable long id, @RequestBody SentCorrection sent, IfMatch match) {
        return done(actor, id, match, upload -> uploads.correct(actor, upload, orEmpty(sent.file), sent.correction()));
    }

    @PostMapping(PATH + "/{id}/commit")
    ResponseEntity<Told> commit(Actor actor, @PathVariable long id, IfMatch match) {
        return done(actor, id, match, upload -> uploads.commit(actor, upload));
    }

    @PostMapping(PATH + "/{id}/discard")
    ResponseEntity<Told> discard(Actor actor, @PathVariable long id, IfMatch match) {
        return done(actor, id, match, upload -> UploadPages.discard(uploads, actor, upload));
    }

    private ResponseEntity<Told> done(Actor actor, long id, IfMatch match, Consumer<Upload> work) {
        Upload upload = UploadPages.find(uploads, actor, id);
        match.check(upload.version());
        work.accept(upload);
        return told(HttpStatus.ACCEPTED, UploadPages.find(uploads, actor, id));
    }
}
