package org.signalup.web.internal.job;

import java.util.List;
import org.signalup.domain.Language;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.job.Job;
import org.signalup.job.JobSettings;
import org.signalup.job.Jobs;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.privacy.PurgeRuns;
import org.signalup.publish.TableFile;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.Filled;
import org.signalup.web.internal.site.ListFile;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 评测任务: those ordered, a form for another, and one with how far it is. */
@Platform
@Controller
@Needs(Capability.EVALUATION_RUN)
final class JobPages {
    static final String PATH = "/jobs";
    private static final int SHOWN = 50;
    private static final int SHOWN_PURGES = 3;
    private static final int MOST_IN_A_FILE = 100_000;
    private static final List<TableFile.Column> COLUMNS = List.of(
            ListFile.column("job", "任务", "Job"),
            ListFile.column("name", "名称", "Name"),
            ListFile.column("state", "状态", "State"),
            ListFile.column("standard", "标准", "Standard"),
            ListFile.column("from", "起", "From"),
            ListFile.column("to", "止", "To"),
            ListFile.column("region", "地区", "Region"),
            ListFile.column("ledger_version", "台账版本", "Ledger version"),
            ListFile.column("ordered_by", "下单人", "Ordered by"),
            ListFile.column("ordered_at", "下单时间", "Ordered"),
            ListFile.column("ended_at", "结束时间", "Ended"));

    private final Jobs jobs;
    private final PurgeRuns purges;
    private final JobTimes times;

    JobPages(Jobs jobs, PurgeRuns purges, JobSettings settings) {
        this.jobs = jobs;
        this.purges = purges;
        this.times = new JobTimes(settings.zone());
    }

    @GetMapping(PATH)
    String list(Actor actor, @RequestParam(defaultValue = "0") long before, Model model) {
        List<Job> found = jobs.list(actor.scope(), Math.max(0, before), SHOWN + 1);
        boolean more = found.size() > SHOWN;
        List<Job> shown = more ? found.subList(0, SHOWN) : found;
        model.addAttribute("jobs", shown);
        model.addAttribute("older", more ? shown.get(SHOWN - 1).id() : 0L);
        model.addAttribute("runs", purges.list(actor.scope(), 0, SHOWN_PURGES));
        model.addAttribute("times", times);
        return "job/list";
    }

    @GetMapping(PATH + "/list.{extension}")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable String extension, Language language) {
        List<List<Object>> rows = jobs.list(actor.scope(), 0, MOST_IN_A_FILE).stream()
                .map(job -> row(job, language))
                .toList();
        return ListFile.of(extension, "jobs", Text.of("评测任务", "Jobs"), COLUMNS, rows, language);
    }

    private List<Object> row(Job job, Language language) {
        return List.of(
                Long.toString(job.id()),
                job.order().name(),
                job.state().text().in(language),
                job.order().standard(),
                job.order().from(),
                job.order().to(),
                job.order().region(),
                job.ledgerVersion().isPresent()
                        ? Long.toString(job.ledgerVersion().getAsLong())
                        : "",
                job.accountName(),
                times.of(job.created()),
                times.of(job.ended()));
    }

    @GetMapping(PATH + "/new")
    String form(Model model) {
        return form(Filled.NOTHING, model);
    }

    private String form(Filled filled, Model model) {
        model.addAttribute("filled", filled);
        model.addAttribute("standards", jobs.standards());
        model.addAttribute("engines", jobs.engines());
        return "job/form";
    }

    @PostMapping(PATH)
    String order(Actor actor, Filled filled, Language language, Model model) {
        try {
            return "redirect:" + PATH + "/"
                    + jobs.order(actor, JobForm.order(filled, language)).id();
        } catch (RefusedException e) {
            return form(filled.with(e.problems()), model);
        }
    }

    @GetMapping(PATH + "/{id}")
    String job(Actor actor, @PathVariable long id, Model model) {
        model.addAttribute("job", find(jobs, actor, id));
        model.addAttribute("times", times);
        return "job/job";
    }

    @PostMapping(PATH + "/{id}/cancel")
    String cancel(Actor actor, @PathVariable long id) {
        find(jobs, actor, id);
        jobs.cancel(actor.scope(), id);
        return "redirect:" + PATH + "/" + id;
    }

    /** @throws PageFailure 404 if whoever asks sees no such job */
    static Job find(Jobs jobs, Actor actor, long id) {
        return jobs.find(actor.scope(), id)
                .orElseThrow(() -> PageFailure.notFound(Text.of("没有这个任务", "There is no such job")));
    }
}
