package org.signalup.web.internal.aggregate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.signalup.intake.RejectCode;
import org.signalup.job.AggregateFile;
import org.signalup.job.Aggregates;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.api.Cursor;
import org.signalup.web.internal.api.Listing;
import org.signalup.web.internal.api.Piece;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Service aggregates, for programs: brought as a file, told row by row what was refused. */
@Platform
@RestController
@Needs(Capability.SAMPLE_SEND)
final class AggregatesApi {
    private static final String PATH = "/api/v1/service-aggregates";

    private final Aggregates aggregates;

    AggregatesApi(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    /** A row refused, its reason in both languages. */
    record ToldRefusal(long row, String column, String value, String code, String zh, String en) {
        static ToldRefusal of(AggregateFile.Refusal refusal) {
            RejectCode code = RejectCode.valueOf(refusal.code());
            return new ToldRefusal(
                    refusal.row(),
                    refusal.column(),
                    refusal.value(),
                    refusal.code(),
                    code.text().zh(),
                    code.text().en());
        }
    }

    /**
     * A file brought.
     *
     * @param withdrawnAt null while evaluations use it
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Told(
            long id,
            String name,
            String sha256,
            long rows,
            long rowsRefused,
            List<ToldRefusal> refused,
            String broughtBy,
            Instant broughtAt,
            Instant withdrawnAt) {
        static Told of(AggregateFile file) {
            return new Told(
                    file.id(),
                    file.name(),
                    file.digest(),
                    file.rows(),
                    file.rowsRefused(),
                    file.refused().stream().map(ToldRefusal::of).toList(),
                    file.broughtBy(),
                    file.broughtAt(),
                    file.withdrawnAt().orElse(null));
        }
    }

    @GetMapping(PATH)
    Listing<Told> list(Actor actor, Piece piece) {
        long before = piece.afterNumber(Long.MAX_VALUE);
        List<AggregateFile> rest = aggregates.list(actor.scope()).stream()
                .filter(file -> file.id() < before)
                .limit(piece.limitAndOne())
                .toList();
        return Listing.of(rest, piece, file -> Cursor.of(file.id())).map(Told::of);
    }

    @PostMapping(PATH)
    ResponseEntity<Told> bring(Actor actor, @RequestParam(name = "file") MultipartFile file) throws IOException {
        AggregateFile brought = aggregates.bring(actor, Brought.name(file), Brought.content(file));
        return ResponseEntity.created(URI.create(PATH + "/" + brought.id())).body(Told.of(brought));
    }

    @GetMapping(PATH + "/{id}")
    Told one(Actor actor, @PathVariable long id) {
        return Told.of(aggregates.find(actor.scope(), id).orElseThrow(AggregatePages::none));
    }

    @PostMapping(PATH + "/{id}/withdraw")
    Told withdraw(Actor actor, @PathVariable long id) {
        aggregates.withdraw(actor, id);
        return one(actor, id);
    }
}
