package org.signalup.web.internal.register;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.signalup.domain.Language;
import org.signalup.ledger.LedgerTemplates;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.register.EntryQuery;
import org.signalup.register.Register;
import org.signalup.register.SavedViews;
import org.signalup.register.Subject;
import org.signalup.standards.Programme;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.Filled;
import org.signalup.web.internal.site.SavedAs;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists of the ledger, as pages and files. */
@Platform
@Controller
@Needs(Capability.LEDGER_READ)
final class LedgerPages {
    private final Register register;
    private final SavedViews views;
    private final LedgerWords words;
    private final Programme programme;
    private final LedgerFolder ledger;

    LedgerPages(Register register, SavedViews views, LedgerWords words, Programme programme, LedgerFolder ledger) {
        this.register = register;
        this.ledger = ledger;
        this.views = views;
        this.words = words;
        this.programme = programme;
    }

    @GetMapping("/ledger")
    String start() {
        return "forward:/ledger/places";
    }

    @GetMapping("/ledger/{subject:places|keypoints|lines|instruments}")
    String list(@PathVariable String subject, Actor actor, HttpServletRequest request, Model model) {
        EntryQuery query = LedgerList.query(LedgerList.subject(subject), request);
        model.addAttribute("list", LedgerList.of(register, actor.scope(), query));
        model.addAttribute("query", query);
        model.addAttribute("here", subject);
        model.addAttribute("words", words);
        model.addAttribute("views", views.list(actor.scope()));
        return "register/list";
    }

    @PostMapping("/ledger/views")
    String save(Filled filled, Actor actor) {
        String query = LedgerList.savable(filled.get("query"));
        views.save(actor.scope(), filled.get("name"), query);
        return "redirect:" + query;
    }

    @PostMapping("/ledger/views/remove")
    String removeView(@RequestParam long id, Actor actor) {
        views.remove(actor.scope(), id);
        return "redirect:/ledger/places";
    }

    /** The list as a file, with the version of each row, so that it can be worked on and brought back. */
    @GetMapping("/ledger/{subject:places|keypoints|lines|instruments}/export.{format:csv|xlsx}")
    void export(
            @PathVariable String subject,
            @PathVariable String format,
            Actor actor,
            Language language,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Subject what = LedgerList.subject(subject);
        EntryQuery query = LedgerList.query(what, request);
        response.setContentType(
                format.equals("csv")
                        ? "text/csv;charset=UTF-8"
                        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, SavedAs.named(subject + "." + format));
        try (EntryFile file = EntryFile.open(format, what, language, words, response.getOutputStream())) {
            register.forEach(actor.scope(), query, file::write);
        }
    }

    /** The ledger as an evaluation reads it, as far as one sees it; its version is in the name. */
    @GetMapping("/ledger/export.zip")
    void folder(Actor actor, HttpServletResponse response) throws IOException {
        ledger.write(actor, response);
    }

    /** An empty table to fill in. */
    @GetMapping("/ledger/template/{name:places|keypoints|instruments}.xlsx")
    void template(@PathVariable String name, Language language, HttpServletResponse response) throws IOException {
        Path dir = Files.createTempDirectory("template");
        try {
            LedgerTemplates.write(dir, programme, LedgerTemplates.Kind.LEDGER, language);
            response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, SavedAs.named(name + ".xlsx"));
            try (OutputStream out = response.getOutputStream()) {
                Files.copy(dir.resolve(name + ".xlsx"), out);
            }
        } finally {
            Uploads.delete(dir);
        }
    }
}
