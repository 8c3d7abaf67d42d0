package org.signalup.web.internal.register;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.signalup.domain.Problem;
import org.signalup.domain.Text;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.register.ImportBatch;
import org.signalup.register.ImportBatch.Status;
import org.signalup.register.ImportRow;
import org.signalup.register.Imports;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.api.Cursor;
import org.signalup.web.internal.api.Listing;
import org.signalup.web.internal.api.Piece;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports for programs: preview, rows, confirm, undo. */
@Platform
@RestController
@Needs(Capability.LEDGER_EDIT)
final class ImportApi {
    private static final String AT = "/api/v1/imports";
    private static final int SHOWN = 100;

    private final Imports imports;

    ImportApi(Imports imports) {
        this.imports = imports;
    }

    /** An import. */
    record Batch(
            long importId,
            String state,
            String files,
            String who,
            Instant madeAt,
            Map<String, Integer> counts,
            List<Wrong> notes) {
        static Batch of(ImportBatch batch) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            for (Status status : Status.values()) {
                counts.put(status.name().toLowerCase(Locale.ROOT), batch.count(status));
            }
            return new Batch(
                    batch.id(),
                    batch.state().name(),
                    batch.files(),
                    batch.who(),
                    batch.madeAt(),
                    counts,
                    batch.notes().stream().map(Wrong::of).toList());
        }
    }

    /** What is wrong with a cell. */
    record Wrong(String file, long row, String column, String value, String code, String messageZh, String messageEn) {
        static Wrong of(Problem problem) {
            return new Wrong(
                    problem.file(),
                    problem.row(),
                    problem.column(),
                    problem.value(),
                    problem.code(),
                    problem.message().zh(),
                    problem.message().en());
        }
    }

    /** A row of an import. */
    record Line(
            int number,
            String subject,
            String file,
            long row,
            String id,
            String status,
            List<EntryApi.Difference> changes,
            List<Wrong> problems) {
        static Line of(ImportRow row) {
            return new Line(
                    row.number(),
                    row.subject().name(),
                    row.file(),
                    row.line(),
                    row.id(),
                    row.status().name(),
                    row.differences().stream()
                            .map(d -> new EntryApi.Difference(d.column(), d.before(), d.after()))
                            .toList(),
                    row.problems().stream().map(Wrong::of).toList());
        }
    }

    @GetMapping(AT)
    Listing<Batch> list(Actor actor) {
        return new Listing<>(
                imports.list(actor.scope(), SHOWN).stream().map(Batch::of).toList(), null);
    }

    @PostMapping(AT)
    @ResponseStatus(HttpStatus.CREATED)
    Batch preview(
            @RequestParam(required = false) MultipartFile places,
            @RequestParam(required = false) MultipartFile keypoints,
            @RequestParam(required = false) MultipartFile lines,
            @RequestParam(required = false) MultipartFile instruments,
            Actor actor)
            throws IOException {
        return Batch.of(Uploads.look(imports, actor, places, keypoints, lines, instruments));
    }

    @GetMapping(AT + "/{id}")
    Batch get(@PathVariable long id, Actor actor) {
        return imports.find(actor.scope(), id).map(Batch::of).orElseThrow(ImportApi::none);
    }

    private static PageFailure none() {
        return PageFailure.notFound(Text.of("没有这次导入", "There is no such import"));
    }

    @GetMapping(AT + "/{id}/rows")
    Listing<Line> rows(@PathVariable long id, @RequestParam Status status, Piece piece, Actor actor) {
        int after = piece.after()
                .map(cursor -> cursor.ofSize(1).keys().get(0))
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
        List<ImportRow> rows = imports.rows(actor.scope(), id, status, after, piece.limitAndOne());
        return Listing.of(rows, piece, row -> Cursor.of(row.number())).map(Line::of);
    }

    @PostMapping(AT + "/{id}/confirm")
    Batch confirm(
            @PathVariable long id,
            @RequestParam("new") int added,
            @RequestParam int changed,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        return Told.orSaid(() -> Batch.of(imports.confirm(actor.scope(), id, added, changed, reason)));
    }

    @PostMapping(AT + "/{id}/undo")
    Batch undo(@PathVariable long id, @RequestParam String reason, Actor actor) {
        return Told.orSaid(() -> Batch.of(imports.undo(actor.scope(), id, reason)));
    }

    @DeleteMapping(AT + "/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable long id, Actor actor) {
        imports.discard(actor.scope(), id);
    }
}
