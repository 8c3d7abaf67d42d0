package org.signalup.web.internal.register;

import java.io.IOException;
import java.util.List;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.register.ImportBatch;
import org.signalup.register.ImportBatch.Status;
import org.signalup.register.ImportRow;
import org.signalup.register.Imports;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.Filled;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Bringing files to the ledger: choose, look, confirm. */
@Platform
@Controller
@Needs(Capability.LEDGER_EDIT)
final class ImportPages {
    private static final int ROWS_A_PAGE = 100;
    private static final int IMPORTS_SHOWN = 30;

    private final Imports imports;
    private final LedgerWords words;

    ImportPages(Imports imports, LedgerWords words) {
        this.imports = imports;
        this.words = words;
    }

    @GetMapping("/ledger/imports")
    ModelAndView list(Actor actor) {
        return choose(actor, List.of());
    }

    private ModelAndView choose(Actor actor, List<Problem> problems) {
        ModelAndView page = new ModelAndView("register/imports");
        page.addObject("imports", imports.list(actor.scope(), IMPORTS_SHOWN));
        page.addObject("statuses", List.of(Status.values()));
        page.addObject("problems", problems);
        page.addObject("words", words);
        page.addObject("here", "imports");
        return page;
    }

    @PostMapping("/ledger/imports")
    ModelAndView preview(
            @RequestParam(required = false) MultipartFile places,
            @RequestParam(required = false) MultipartFile keypoints,
            @RequestParam(required = false) MultipartFile lines,
            @RequestParam(required = false) MultipartFile instruments,
            Actor actor)
            throws IOException {
        try {
            return new ModelAndView("redirect:/ledger/import?id="
                    + Uploads.look(imports, actor, places, keypoints, lines, instruments)
                            .id());
        } catch (RefusedException refused) {
            ModelAndView page = choose(actor, refused.problems());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @GetMapping("/ledger/import")
    String show(
            @RequestParam long id,
            @RequestParam(required = false) Status status,
            @RequestParam(defaultValue = "0") int after,
            Actor actor,
            Model model) {
        ImportBatch batch = imports.find(actor.scope(), id)
                .orElseThrow(() -> PageFailure.notFound(Text.of("没有这次导入", "There is no such import")));
        Status shown = status == null ? mostTelling(batch) : status;
        List<ImportRow> rows = imports.rows(actor.scope(), id, shown, after, ROWS_A_PAGE + 1);
        boolean more = rows.size() > ROWS_A_PAGE;
        model.addAttribute("batch", batch);
        model.addAttribute("statuses", List.of(Status.values()));
        model.addAttribute("status", shown);
        model.addAttribute("rows", more ? rows.subList(0, ROWS_A_PAGE) : rows);
        model.addAttribute("next", more ? rows.get(ROWS_A_PAGE - 1).number() : 0);
        model.addAttribute("words", words);
        model.addAttribute("here", "imports");
        return "register/import";
    }

    /** What needs looking at first. */
    private static Status mostTelling(ImportBatch batch) {
        return List.of(Status.REFUSED, Status.CONFLICT, Status.CHANGED, Status.NEW).stream()
                .filter(status -> batch.count(status) > 0)
                .findFirst()
                .orElse(Status.UNCHANGED);
    }

    @PostMapping("/ledger/import/confirm")
    String confirm(
            @RequestParam long id, @RequestParam int added, @RequestParam int changed, Filled filled, Actor actor) {
        return Done.orSaid(
                () -> imports.confirm(actor.scope(), id, added, changed, filled.get("reason")),
                "/ledger/import?id=" + id);
    }

    @PostMapping("/ledger/import/discard")
    String discard(@RequestParam long id, Actor actor) {
        return Done.orSaid(() -> imports.discard(actor.scope(), id), "/ledger/imports");
    }

    @PostMapping("/ledger/import/undo")
    String undo(@RequestParam long id, Filled filled, Actor actor) {
        return Done.orSaid(() -> imports.undo(actor.scope(), id, filled.get("reason")), "/ledger/import?id=" + id);
    }
}
