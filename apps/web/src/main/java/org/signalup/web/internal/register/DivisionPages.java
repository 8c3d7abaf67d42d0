package org.signalup.web.internal.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Language;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.publish.TableFile;
import org.signalup.register.Division;
import org.signalup.register.Divisions;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.Filled;
import org.signalup.web.internal.site.ListFile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 行政区划: codes with the days they are valid, taken in as a table, replaced one by one. */
@Platform
@Controller
@Needs(Capability.LEDGER_READ)
final class DivisionPages {
    private static final String PATH = "/ledger/divisions";
    private static final int ROWS = 200;
    private static final int MOST_IN_A_FILE = 1_000_000;
    private static final List<TableFile.Column> COLUMNS = List.of(
            ListFile.column("code", "行政区划代码", "code"),
            ListFile.column("name", "名称", "name"),
            ListFile.column("parent", "上级代码", "parent"),
            ListFile.column("valid_from", "生效日期", "valid_from"),
            ListFile.column("valid_to", "失效日期", "valid_to"));

    private final Divisions divisions;

    DivisionPages(Divisions divisions) {
        this.divisions = divisions;
    }

    @GetMapping(PATH)
    ModelAndView list(
            @RequestParam(defaultValue = "") String prefix,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String after,
            Actor actor) {
        return page(actor, prefix, on, after, List.of());
    }

    private ModelAndView page(Actor actor, String prefix, String on, String after, List<Problem> problems) {
        List<Division> found = divisions.list(actor.scope(), prefix.strip(), day(on), after, ROWS + 1);
        List<Division> shown = found.subList(0, Math.min(ROWS, found.size()));
        ModelAndView page = new ModelAndView("register/divisions");
        page.addObject("divisions", shown);
        page.addObject("next", found.size() > ROWS ? Divisions.key(shown.get(ROWS - 1)) : "");
        page.addObject("prefix", prefix);
        page.addObject("on", on);
        page.addObject("problems", problems);
        page.addObject("here", "divisions");
        return page;
    }

    static Optional<LocalDate> day(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(EntryPages.day(text));
    }

    @GetMapping(PATH + "/list.{extension}")
    ResponseEntity<byte[]> file(
            @PathVariable String extension,
            @RequestParam(defaultValue = "") String prefix,
            @RequestParam(defaultValue = "") String on,
            Actor actor,
            Language language) {
        List<List<Object>> rows = divisions.list(actor.scope(), prefix.strip(), day(on), "", MOST_IN_A_FILE).stream()
                .map(division -> List.<Object>of(
                        division.code(),
                        division.name(),
                        division.parent(),
                        division.from().map(LocalDate::toString).orElse(""),
                        division.to().map(LocalDate::toString).orElse("")))
                .toList();
        return ListFile.of(extension, "divisions", Text.of("行政区划", "Divisions"), COLUMNS, rows, language);
    }

    @PostMapping(PATH)
    @Needs(Capability.LEDGER_FREEZE)
    ModelAndView put(@RequestParam MultipartFile file, Filled filled, Actor actor, RedirectAttributes once)
            throws IOException {
        try {
            once.addFlashAttribute("applied", taken(divisions, file, filled.get("reason"), actor));
            return new ModelAndView("redirect:" + PATH);
        } catch (RefusedException refused) {
            ModelAndView page = page(actor, "", "", "", refused.problems());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    static Divisions.Applied taken(Divisions divisions, MultipartFile file, String reason, Actor actor)
            throws IOException {
        Path dir = Files.createTempDirectory("divisions");
        try {
            return divisions.put(actor.scope(), Uploads.table(file, dir, "divisions"), reason);
        } finally {
            Uploads.delete(dir);
        }
    }

    @PostMapping(PATH + "/replace")
    @Needs(Capability.LEDGER_FREEZE)
    String replace(Filled filled, Actor actor, RedirectAttributes once) {
        Done.said(() -> once.addFlashAttribute(
                "followed",
                divisions.replace(
                        actor.scope(),
                        filled.get("old"),
                        new Division(
                                filled.get("code"),
                                filled.get("name"),
                                filled.get("parent"),
                                day(filled.get("valid_from")),
                                Optional.empty(),
                                0),
                        filled.get("reason"))));
        return "redirect:" + PATH;
    }
}
