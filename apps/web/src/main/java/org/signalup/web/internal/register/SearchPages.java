package org.signalup.web.internal.register;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.Map;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.register.Entry;
import org.signalup.register.EntryQuery;
import org.signalup.register.Page;
import org.signalup.register.Register;
import org.signalup.register.Subject;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** One box for all of the ledger. */
@Platform
@Controller
@Needs(Capability.LEDGER_READ)
final class SearchPages {
    private static final int SHOWN = 20;

    private final Register register;
    private final LedgerWords words;

    SearchPages(Register register, LedgerWords words) {
        this.register = register;
        this.words = words;
    }

    @GetMapping("/search")
    String search(Actor actor, HttpServletRequest request, Model model) {
        String said = LedgerList.query(Subject.PLACE, request).words();
        Map<Subject, Page<Entry>> found = new EnumMap<>(Subject.class);
        if (!said.isEmpty()) {
            for (Subject subject : Subject.values()) {
                EntryQuery query = EntryQuery.all(subject).words(said).after("", SHOWN);
                found.put(subject, register.list(actor.scope(), query));
            }
        }
        model.addAttribute("found", found);
        model.addAttribute("said", said);
        model.addAttribute("words", words);
        return "register/search";
    }
}
