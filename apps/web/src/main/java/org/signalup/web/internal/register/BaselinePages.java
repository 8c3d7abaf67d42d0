package org.signalup.web.internal.register;

import java.util.Optional;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.register.BaseFigure;
import org.signalup.register.BaseFigures;
import org.signalup.register.Baselines;
import org.signalup.register.PendingChange.Action;
import org.signalup.register.PendingChanges;
import org.signalup.register.Subject;
import org.signalup.standards.Programme;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.Filled;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 台账基线, what waits for a second person, and 底数. */
@Platform
@Controller
@Needs(Capability.LEDGER_READ)
final class BaselinePages {
    private static final int SHOWN = 500;

    private final Baselines baselines;
    private final PendingChanges pending;
    private final BaseFigures figures;
    private final LedgerWords words;
    private final Programme programme;

    BaselinePages(
            Baselines baselines, PendingChanges pending, BaseFigures figures, LedgerWords words, Programme programme) {
        this.baselines = baselines;
        this.pending = pending;
        this.figures = figures;
        this.words = words;
        this.programme = programme;
    }

    @GetMapping("/ledger/baselines")
    String list(Actor actor, Model model) {
        model.addAttribute("baselines", baselines.list(actor.scope()));
        model.addAttribute("pending", pending.list(actor.scope(), Optional.empty(), Long.MAX_VALUE, SHOWN));
        model.addAttribute("cap", programme.exemptions().orElse(null));
        model.addAttribute("words", words);
        model.addAttribute("here", "baselines");
        return "register/baselines";
    }

    @PostMapping("/ledger/baselines")
    @Needs(Capability.LEDGER_FREEZE)
    String freeze(Filled filled, Actor actor) {
        return Done.orSaid(
                () -> baselines.freeze(
                        actor.scope(),
                        filled.get("name"),
                        filled.get("division"),
                        filled.get("scenario"),
                        EntryPages.day(filled.get("frozen_on"))),
                "/ledger/baselines");
    }

    @PostMapping("/ledger/{word:places|keypoints}/ask")
    @Needs(Capability.LEDGER_EDIT)
    String ask(
            @PathVariable String word,
            @RequestParam String id,
            @RequestParam Action action,
            Filled filled,
            Actor actor) {
        Subject subject = LedgerList.subject(word);
        return Done.orSaid(
                () -> pending.ask(
                        actor.scope(), subject, id, action, filled.get("exempt_reason"), filled.get("reason")),
                "/ledger/baselines");
    }

    @PostMapping("/ledger/pending/confirm")
    @Needs(Capability.LEDGER_FREEZE)
    String confirm(@RequestParam long id, Filled filled, Actor actor) {
        return Done.orSaid(() -> pending.confirm(actor.scope(), id, filled.get("note")), "/ledger/baselines");
    }

    @PostMapping("/ledger/pending/reject")
    @Needs(Capability.LEDGER_FREEZE)
    String reject(@RequestParam long id, Filled filled, Actor actor) {
        return Done.orSaid(() -> pending.reject(actor.scope(), id, filled.get("note")), "/ledger/baselines");
    }

    @PostMapping("/ledger/pending/withdraw")
    @Needs(Capability.LEDGER_EDIT)
    String withdraw(@RequestParam long id, Actor actor) {
        return Done.orSaid(() -> pending.withdraw(actor.scope(), id), "/ledger/baselines");
    }

    @GetMapping("/ledger/figures")
    String figures(Actor actor, Model model) {
        model.addAttribute("figures", figures.list(actor.scope()));
        model.addAttribute("words", words);
        model.addAttribute("here", "figures");
        return "register/figures";
    }

    @PostMapping("/ledger/figures")
    @Needs(Capability.BASE_FIGURE_EDIT)
    String state(@RequestParam double number, @RequestParam int version, Filled filled, Actor actor) {
        return Done.orSaid(
                () -> figures.put(
                        actor.scope(),
                        new BaseFigure(
                                0,
                                filled.get("division_code"),
                                filled.get("scenario"),
                                filled.get("target"),
                                number,
                                filled.get("source"),
                                EntryPages.day(filled.get("stated_on")),
                                "",
                                version)),
                "/ledger/figures");
    }
}
