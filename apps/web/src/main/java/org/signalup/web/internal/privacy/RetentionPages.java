package org.signalup.web.internal.privacy;

import java.util.List;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.job.JobSettings;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.privacy.Purge;
import org.signalup.privacy.PurgeRun;
import org.signalup.privacy.PurgeRuns;
import org.signalup.privacy.Purged;
import org.signalup.publish.TableFile;
import org.signalup.standards.LivePolicy;
import org.signalup.standards.RetentionPolicy;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.job.JobTimes;
import org.signalup.web.internal.site.ListFile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 保存与清理: what is kept how long, the day it goes, and what every purge took. */
@Platform
@Controller
@Needs(Capability.PLATFORM_MANAGE)
final class RetentionPages {
    static final String PATH = "/retention";
    private static final int SHOWN = 50;
    private static final int MOST_IN_A_FILE = 100_000;
    private static final List<TableFile.Column> COLUMNS = List.of(
            ListFile.column("purge", "清理", "Purge"),
            ListFile.column("at", "何时", "When"),
            ListFile.column("by", "谁", "By"),
            ListFile.column("what", "什么", "What"),
            ListFile.column("days", "保存天数", "Days kept"),
            ListFile.column("before", "此前的已清理", "Older than"),
            ListFile.column("removed", "清理了", "Removed"),
            ListFile.column("problem", "问题", "Problem"));

    private final Purge purge;
    private final PurgeRuns runs;
    private final RetentionPolicy policy;
    private final LivePolicy live;
    private final JobTimes times;

    RetentionPages(Purge purge, PurgeRuns runs, RetentionPolicy policy, LivePolicy live, JobSettings settings) {
        this.purge = purge;
        this.runs = runs;
        this.policy = policy;
        this.live = live;
        this.times = new JobTimes(settings.zone());
    }

    @GetMapping(PATH)
    String show(Actor actor, @RequestParam(defaultValue = "0") long before, Model model) {
        List<PurgeRun> found = runs.list(actor.scope(), Math.max(0, before), SHOWN + 1);
        boolean more = found.size() > SHOWN;
        model.addAttribute("runs", more ? found.subList(0, SHOWN) : found);
        model.addAttribute("older", more ? found.get(SHOWN - 1).id() : 0L);
        model.addAttribute("outlook", purge.outlook());
        model.addAttribute("policy", policy);
        model.addAttribute("messagesDays", live.batchesKept().toDays());
        model.addAttribute("hour", runs.hour());
        model.addAttribute("times", times);
        return "privacy/retention";
    }

    /** Purges now; whoever asked finds what went at the top of the list. */
    @PostMapping(PATH + "/purge")
    String purge(Actor actor) {
        runs.order(actor);
        return "redirect:" + PATH;
    }

    @GetMapping(PATH + "/list.{extension}")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable String extension, Language language) {
        List<List<Object>> rows = runs.list(actor.scope(), 0, MOST_IN_A_FILE).stream()
                .flatMap(run -> rows(run, language).stream())
                .toList();
        return ListFile.of(extension, "purges", Text.of("清理记录", "Purges"), COLUMNS, rows, language);
    }

    private List<List<Object>> rows(PurgeRun run, Language language) {
        if (run.failed()) {
            return List.of(List.of(
                    Long.toString(run.id()),
                    times.of(run.ended()),
                    run.orderedBy(),
                    "",
                    "",
                    "",
                    "",
                    run.problem().in(language)));
        }
        return run.removed().stream().map(one -> row(run, one, language)).toList();
    }

    private List<Object> row(PurgeRun run, Purged one, Language language) {
        return List.of(
                Long.toString(run.id()),
                times.of(run.ended()),
                run.orderedBy(),
                one.what().text().in(language),
                Integer.toString(one.days()),
                one.before().toString(),
                one.removed() + " " + one.what().unit().in(language),
                "");
    }
}
