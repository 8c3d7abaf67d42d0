package org.signalup.web.internal.upload;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.signalup.domain.RefusedException;
import org.signalup.intake.ProfileDraft;
import org.signalup.intake.RowPreview;
import org.signalup.intake.SampleColumn;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.upload.Mappings;
import org.signalup.upload.Upload;
import org.signalup.upload.Uploads;
import org.signalup.upload.Where;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.register.Done;
import org.signalup.web.internal.site.Filled;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 手工对应列: what the columns of a file mean, guessed, mended by hand, tried on its first rows, kept as a profile. */
@Platform
@Controller
@Needs(Capability.SAMPLE_SEND)
final class MappingPages {
    private static final String PATH = UploadPages.PATH + "/{id}/mapping";
    private static final int TRIED = 30;

    private final Uploads uploads;
    private final Mappings mappings;
    private final Where where;

    MappingPages(Uploads uploads, Mappings mappings, Where where) {
        this.uploads = uploads;
        this.mappings = mappings;
        this.where = where;
    }

    /** Of an archive of several tables, one is chosen first. */
    @GetMapping(PATH)
    ModelAndView guess(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int file,
            @RequestParam(defaultValue = "") String member) {
        Upload upload = UploadPages.find(uploads, actor, id);
        List<String> members = member.isEmpty() ? members(upload, file) : List.of();
        if (members.size() > 1) {
            ModelAndView page = new ModelAndView("upload/members");
            page.addObject("upload", upload);
            page.addObject("file", file);
            page.addObject("members", members);
            return page;
        }
        Mappings.Table table = new Mappings.Table(file, members.isEmpty() ? member : members.get(0));
        return page(upload, table, guessed(upload, table), Filled.NOTHING);
    }

    private List<String> members(Upload upload, int file) {
        List<String> members = new ArrayList<>();
        Done.said(() -> members.addAll(mappings.members(upload, file)));
        return members;
    }

    private ProfileDraft guessed(Upload upload, Mappings.Table table) {
        ProfileDraft[] draft = new ProfileDraft[1];
        Done.said(() -> draft[0] = mappings.guess(upload, table, "my-" + upload.id() + "-" + table.file()));
        return draft[0];
    }

    /** Shows how the first rows would be read. */
    @PostMapping(PATH)
    ModelAndView attempt(
            Actor actor, @PathVariable long id, @RequestParam(defaultValue = "0") int file, Filled filled) {
        Upload upload = UploadPages.find(uploads, actor, id);
        Mappings.Table table = new Mappings.Table(file, filled.get("member"));
        ProfileDraft draft = MappingForm.draft(guessed(upload, table), filled);
        try {
            List<RowPreview> rows = mappings.preview(upload, table, draft.yaml(), TRIED);
            ModelAndView page = page(upload, table, draft, filled);
            page.addObject("rows", rows);
            page.addObject("columns", columns(rows));
            return page;
        } catch (RefusedException refused) {
            return refused(upload, table, draft, filled.with(refused.problems()));
        }
    }

    private static Set<String> columns(List<RowPreview> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.values().keySet()));
        return columns;
    }

    /** Keeps it, and reads the upload again: the new profile is known now. */
    @PostMapping(PATH + "/save")
    ModelAndView save(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "0") int file, Filled filled) {
        Upload upload = UploadPages.find(uploads, actor, id);
        Mappings.Table table = new Mappings.Table(file, filled.get("member"));
        ProfileDraft draft = MappingForm.draft(guessed(upload, table), filled);
        try {
            mappings.preview(upload, table, draft.yaml(), 1);
            mappings.save(actor, draft.yaml());
            if (upload.state().open()) {
                uploads.say(actor, upload, upload.said());
            }
            return new ModelAndView("redirect:" + UploadPages.address(id));
        } catch (RefusedException refused) {
            return refused(upload, table, draft, filled.with(refused.problems()));
        }
    }

    private ModelAndView refused(Upload upload, Mappings.Table table, ProfileDraft draft, Filled filled) {
        ModelAndView page = page(upload, table, draft, filled);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Upload upload, Mappings.Table table, ProfileDraft draft, Filled filled) {
        ModelAndView page = new ModelAndView("upload/mapping");
        page.addObject("upload", upload);
        page.addObject("file", table.file());
        page.addObject("member", table.member());
        page.addObject("draft", draft);
        page.addObject("filled", filled);
        page.addObject("targets", List.of(SampleColumn.values()));
        page.addObject("operators", where.programme().operators());
        return page;
    }
}
