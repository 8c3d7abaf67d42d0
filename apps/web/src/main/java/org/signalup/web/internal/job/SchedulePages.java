package org.signalup.web.internal.job;

import org.signalup.domain.Language;
import org.signalup.domain.RefusedException;
import org.signalup.job.Jobs;
import org.signalup.job.Schedules;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.Filled;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** 月度评测: what is evaluated every month. */
@Platform
@Controller
@Needs(Capability.EVALUATION_RUN)
final class SchedulePages {
    private static final String PATH = "/schedules";

    private final Schedules schedules;
    private final Jobs jobs;

    SchedulePages(Schedules schedules, Jobs jobs) {
        this.schedules = schedules;
        this.jobs = jobs;
    }

    @GetMapping(PATH)
    String list(Actor actor, Model model) {
        return page(actor, Filled.NOTHING, model);
    }

    private String page(Actor actor, Filled filled, Model model) {
        model.addAttribute("filled", filled);
        model.addAttribute("schedules", schedules.list(actor.scope()));
        model.addAttribute("standards", jobs.standards());
        model.addAttribute("engines", jobs.engines());
        return "job/schedules";
    }

    @PostMapping(PATH)
    String add(Actor actor, Filled filled, Language language, Model model) {
        try {
            schedules.add(
                    actor,
                    JobForm.order(filled, language),
                    new Schedules.When(number(filled.get("day")), number(filled.get("hour"))));
            return "redirect:" + PATH;
        } catch (RefusedException e) {
            return page(actor, filled.with(e.problems()), model);
        }
    }

    /** −1 for what is no number: refused in words where it is checked. */
    private static int number(String text) {
        return text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : -1;
    }

    @PostMapping(PATH + "/{id}/rest")
    String rest(Actor actor, @PathVariable long id) {
        schedules.activate(actor.scope(), id, false);
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/{id}/wake")
    String wake(Actor actor, @PathVariable long id) {
        schedules.activate(actor.scope(), id, true);
        return "redirect:" + PATH;
    }
}
