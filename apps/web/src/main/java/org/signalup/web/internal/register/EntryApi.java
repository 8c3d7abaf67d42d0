package org.signalup.web.internal.register;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Text;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.register.Entry;
import org.signalup.register.EntryQuery;
import org.signalup.register.Page;
import org.signalup.register.Register;
import org.signalup.register.RegisterChange;
import org.signalup.register.RegisterChanges;
import org.signalup.register.Subject;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.api.Cursor;
import org.signalup.web.internal.api.IfMatch;
import org.signalup.web.internal.api.Listing;
import org.signalup.web.internal.api.Piece;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Places, key points, lines and instruments for programs: columns of the file contract and {@code version}. Ids stand in the query, for they may hold anything. */
@Platform
@RestController
@Needs(Capability.LEDGER_READ)
final class EntryApi {
    private static final String AT = "/api/v1/{word:places|keypoints|lines|instruments}";
    private static final String VERSION = "version";

    private final Register register;
    private final RegisterChanges changes;

    EntryApi(Register register, RegisterChanges changes) {
        this.register = register;
        this.changes = changes;
    }

    /** One state of an entry that was. */
    record Past(long seq, Instant at, String who, String action, String reason, List<Difference> changes) {}

    record Difference(String column, String before, String after) {}

    @GetMapping(AT)
    Listing<Map<String, Object>> list(@PathVariable String word, Piece piece, Actor actor, HttpServletRequest request) {
        EntryQuery asked = LedgerList.query(LedgerList.subject(word), new WithoutAfter(request));
        String after =
                piece.after().map(cursor -> cursor.ofSize(1).keys().get(0)).orElse("");
        Page<Entry> page = register.list(actor.scope(), asked.after(after, piece.limitAndOne()));
        return Listing.of(page.items(), piece, entry -> Cursor.of(entry.id())).map(EntryApi::told);
    }

    @GetMapping(value = AT, params = "id")
    ResponseEntity<Map<String, Object>> get(@PathVariable String word, @RequestParam String id, Actor actor) {
        return answer(HttpStatus.OK, find(word, id, actor));
    }

    private Entry find(String word, String id, Actor actor) {
        return register.find(actor.scope(), LedgerList.subject(word), id)
                .orElseThrow(() -> PageFailure.notFound(Text.of("台账里没有 " + id, id + " is not in the ledger")));
    }

    @PostMapping(AT)
    @Needs(Capability.LEDGER_EDIT)
    ResponseEntity<Map<String, Object>> add(
            @PathVariable String word,
            @RequestParam(defaultValue = "") String reason,
            @RequestBody Map<String, Object> body,
            Actor actor) {
        Subject subject = LedgerList.subject(word);
        if (subject == Subject.LINE) {
            throw PageFailure.badRequest(Text.of("线路用导入新增", "lines are added by an import"));
        }
        return Told.orSaid(
                () -> answer(HttpStatus.CREATED, changes.add(actor.scope(), subject, cells(subject, body), reason)));
    }

    @PatchMapping(value = AT, params = "id")
    @Needs(Capability.LEDGER_EDIT)
    ResponseEntity<Map<String, Object>> change(
            @PathVariable String word,
            @RequestParam String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestBody Map<String, Object> body,
            IfMatch match,
            Actor actor) {
        Subject subject = LedgerList.subject(word);
        return Told.orSaid(() -> answer(
                HttpStatus.OK,
                changes.edit(actor.scope(), subject, id, match.version(), cells(subject, body), reason)));
    }

    @DeleteMapping(value = AT, params = "id")
    @Needs(Capability.LEDGER_EDIT)
    ResponseEntity<Void> remove(
            @PathVariable String word,
            @RequestParam String id,
            @RequestParam String reason,
            IfMatch match,
            Actor actor) {
        return Told.orSaid(() -> {
            changes.remove(actor.scope(), LedgerList.subject(word), id, match.version(), reason);
            return ResponseEntity.noContent().build();
        });
    }

    @GetMapping(value = AT + "/history", params = "id")
    List<Past> history(@PathVariable String word, @RequestParam String id, Actor actor) {
        return changes.history(actor.scope(), LedgerList.subject(word), id).stream()
                .map(EntryApi::past)
                .toList();
    }

    private static Past past(RegisterChange change) {
        return new Past(
                change.seq(),
                change.at(),
                change.who(),
                change.action(),
                change.reason(),
                change.differences().stream()
                        .map(d -> new Difference(d.column(), d.before(), d.after()))
                        .toList());
    }

    @PostMapping(value = AT + "/undo", params = "seq")
    @Needs(Capability.LEDGER_EDIT)
    ResponseEntity<Map<String, Object>> undo(
            @PathVariable String word, @RequestParam long seq, @RequestParam String reason, Actor actor) {
        return Told.orSaid(() -> answer(HttpStatus.OK, changes.undo(actor.scope(), seq, reason)));
    }

    private static ResponseEntity<Map<String, Object>> answer(HttpStatus status, Entry entry) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).eTag(IfMatch.eTag(entry.version()));
        if (status == HttpStatus.CREATED) {
            answer.location(UriComponentsBuilder.fromPath("/api/v1/" + LedgerList.word(entry.subject()))
                    .queryParam("id", "{id}")
                    .encode()
                    .build(entry.id()));
        }
        return answer.body(told(entry));
    }

    private static Map<String, Object> told(Entry entry) {
        Map<String, Object> told = new LinkedHashMap<>();
        entry.subject()
                .columns()
                .forEach(column -> told.put(column, entry.values().get(column)));
        told.put(VERSION, entry.version());
        return told;
    }

    /** What was sent, as cells; the version may come along, as it was told. */
    private static Map<String, String> cells(Subject subject, Map<String, Object> body) {
        Map<String, String> cells = new LinkedHashMap<>();
        body.forEach((name, value) -> {
            if (subject.columns().contains(name)) {
                cells.put(name, cell(name, value));
            } else if (!name.equals(VERSION)) {
                throw PageFailure.badRequest(Text.of(
                        "没有字段 " + name + "（应为：" + String.join(" ", subject.columns()) + "）",
                        "there is no field " + name + " (expected: " + String.join(" ", subject.columns()) + ")"));
            }
        });
        return cells;
    }

    private static String cell(String name, Object value) {
        boolean plain = value instanceof List<?> list
                ? list.stream().allMatch(one -> one instanceof String)
                : !(value instanceof Map) && !(value instanceof Double number && number.isInfinite());
        if (!plain) {
            throw PageFailure.badRequest(Text.of(
                    "字段 " + name + " 应为文字、数字，或文字的数组",
                    "field " + name + ": expected text, a number or an array of texts"));
        }
        return Entry.cell(value);
    }

    /** The cursor of programs is not the id the pages go on with. */
    private static final class WithoutAfter extends HttpServletRequestWrapper {
        WithoutAfter(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getParameter(String name) {
            return name.equals("after") || name.equals("limit") ? null : super.getParameter(name);
        }
    }
}
