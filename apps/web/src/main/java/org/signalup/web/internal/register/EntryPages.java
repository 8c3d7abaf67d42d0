package org.signalup.web.internal.register;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.register.ChangedMeanwhileException;
import org.signalup.register.Claims;
import org.signalup.register.Entry;
import org.signalup.register.ExpectedKinds;
import org.signalup.register.Register;
import org.signalup.register.RegisterChange;
import org.signalup.register.RegisterChanges;
import org.signalup.register.Subject;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.Filled;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One place, key point or line: what it is, what became of it, and changing it. */
@Platform
@Controller
@Needs(Capability.LEDGER_READ)
final class EntryPages {
    private final Register register;
    private final RegisterChanges changes;
    private final Claims claims;
    private final ExpectedKinds kinds;
    private final EntryFacts facts;
    private final LedgerWords words;

    EntryPages(
            Register register,
            RegisterChanges changes,
            EntryFacts facts,
            Claims claims,
            ExpectedKinds kinds,
            LedgerWords words) {
        this.register = register;
        this.changes = changes;
        this.facts = facts;
        this.claims = claims;
        this.kinds = kinds;
        this.words = words;
    }

    @GetMapping("/ledger/{word:places|keypoints|lines|instruments}/entry")
    String show(@PathVariable String word, @RequestParam String id, Actor actor, Model model) {
        Subject subject = LedgerList.subject(word);
        List<RegisterChange> history = changes.history(actor.scope(), subject, id);
        Entry entry = register.find(actor.scope(), subject, id).orElse(null);
        if (entry == null && history.isEmpty()) {
            throw PageFailure.notFound(Text.of("台账里没有 " + id, id + " is not in the ledger"));
        }
        model.addAttribute("subject", subject);
        model.addAttribute("id", id);
        model.addAttribute("entry", entry);
        model.addAttribute("history", history);
        model.addAttribute("words", words);
        model.addAttribute("here", word);
        facts.show(model, actor, subject, id, Optional.ofNullable(entry));
        return "register/entry";
    }

    @GetMapping("/ledger/{word:places|keypoints|lines|instruments}/edit")
    @Needs(Capability.LEDGER_EDIT)
    String form(@PathVariable String word, @RequestParam String id, Actor actor, Model model) {
        Subject subject = LedgerList.subject(word);
        Entry entry = register.find(actor.scope(), subject, id)
                .orElseThrow(() -> PageFailure.notFound(Text.of("台账里没有 " + id, id + " is not in the ledger")));
        return new EntryForm(subject, entry.id(), entry.version(), entry.cells()).show(model, words);
    }

    @GetMapping("/ledger/{word:places|keypoints|instruments}/add")
    @Needs(Capability.LEDGER_EDIT)
    String blank(@PathVariable String word, @RequestParam(defaultValue = "") String place, Model model) {
        return new EntryForm(LedgerList.subject(word), "", 0, Map.of("place_id", place)).show(model, words);
    }

    @PostMapping("/ledger/{word:places|keypoints|lines|instruments}/edit")
    @Needs(Capability.LEDGER_EDIT)
    ModelAndView edit(
            @PathVariable String word, @RequestParam String id, @RequestParam int version, Filled filled, Actor actor) {
        Subject subject = LedgerList.subject(word);
        Map<String, String> cells = cells(subject, filled);
        try {
            Entry saved = changes.edit(actor.scope(), subject, id, version, cells, filled.get("reason"));
            return done(subject, saved.id());
        } catch (ChangedMeanwhileException conflict) {
            Entry theirs = conflict.current();
            return new EntryForm(subject, id, theirs.version(), cells)
                    .against(theirs)
                    .answer(words, HttpStatus.CONFLICT, filled.get("reason"));
        } catch (RefusedException refused) {
            return new EntryForm(subject, id, version, cells)
                    .with(refused.problems())
                    .answer(words, HttpStatus.UNPROCESSABLE_CONTENT, filled.get("reason"));
        }
    }

    @PostMapping("/ledger/{word:places|keypoints|instruments}/add")
    @Needs(Capability.LEDGER_EDIT)
    ModelAndView add(@PathVariable String word, Filled filled, Actor actor) {
        Subject subject = LedgerList.subject(word);
        Map<String, String> cells = cells(subject, filled);
        try {
            return done(
                    subject,
                    changes.add(actor.scope(), subject, cells, filled.get("reason"))
                            .id());
        } catch (RefusedException refused) {
            return new EntryForm(subject, "", 0, cells)
                    .with(refused.problems())
                    .answer(words, HttpStatus.UNPROCESSABLE_CONTENT, filled.get("reason"));
        }
    }

    private static Map<String, String> cells(Subject subject, Filled filled) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String column : subject.columns()) {
            if (filled.ticked(column)) {
                cells.put(column, filled.get(column));
            }
        }
        return cells;
    }

    private static ModelAndView done(Subject subject, String id) {
        return new ModelAndView("redirect:" + LedgerList.address(subject, id));
    }

    @PostMapping("/ledger/{word:places|keypoints|lines|instruments}/remove")
    @Needs(Capability.LEDGER_EDIT)
    String remove(
            @PathVariable String word, @RequestParam String id, @RequestParam int version, Filled filled, Actor actor) {
        Subject subject = LedgerList.subject(word);
        return Done.orSaid(
                () -> changes.remove(actor.scope(), subject, id, version, filled.get("reason")),
                LedgerList.address(subject, id));
    }

    @PostMapping("/ledger/{word:places|keypoints|lines|instruments}/undo")
    @Needs(Capability.LEDGER_EDIT)
    String undo(
            @PathVariable String word, @RequestParam String id, @RequestParam long seq, Filled filled, Actor actor) {
        Subject subject = LedgerList.subject(word);
        return Done.orSaid(
                () -> changes.undo(actor.scope(), seq, filled.get("reason")), LedgerList.address(subject, id));
    }

    @PostMapping("/ledger/{word:places|lines}/claim")
    @Needs(Capability.DONE_CLAIM)
    String claim(@PathVariable String word, @RequestParam String id, Filled filled, Actor actor) {
        Subject subject = LedgerList.subject(word);
        return Done.orSaid(
                () -> claims.state(
                        actor.scope(),
                        subject,
                        id,
                        filled.get("operator"),
                        day(filled.get("done_on")),
                        filled.get("note")),
                LedgerList.address(subject, id));
    }

    @PostMapping("/ledger/{word:places|lines}/claim/withdraw")
    @Needs(Capability.DONE_CLAIM)
    String withdraw(
            @PathVariable String word, @RequestParam String id, @RequestParam long claim, Filled filled, Actor actor) {
        return Done.orSaid(
                () -> claims.withdraw(actor.scope(), claim, filled.get("reason")),
                LedgerList.address(LedgerList.subject(word), id));
    }

    @PostMapping("/ledger/places/absent")
    @Needs(Capability.LEDGER_EDIT)
    String absent(@RequestParam String id, @RequestParam String kind, Filled filled, Actor actor) {
        Runnable work = filled.ticked("withdraw")
                ? () -> kinds.withdraw(actor.scope(), id, kind)
                : () -> kinds.declareAbsent(actor.scope(), id, kind, filled.get("reason"));
        return Done.orSaid(work, LedgerList.address(Subject.PLACE, id));
    }

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new RefusedException(new Problem(
                    "",
                    0,
                    "",
                    text,
                    "DATE_INVALID",
                    Text.of("日期看不懂（应为：2025-06-30）", "is no date (expected: 2025-06-30)")));
        }
    }
}
