package org.signalup.web.internal.job;

import java.util.List;
import org.signalup.domain.Language;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.job.Jobs;
import org.signalup.job.Schedules;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.publish.TableFile;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.Filled;
import org.signalup.web.internal.site.ListFile;
import org.springframework.http.ResponseEntity;
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

    private static final List<TableFile.Column> COLUMNS = List.of(
            ListFile.column("name", "名称", "Name"),
            ListFile.column("standard", "标准", "Standard"),
            ListFile.column("region", "地区", "Region"),
            ListFile.column("day", "每月几日", "Day of the month"),
            ListFile.column("hour", "几点", "Hour"),
            ListFile.column("next_month", "下一个月份", "Next month"),
            ListFile.column("active", "启用", "Active"));

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

    @GetMapping(PATH + "/list.{extension}")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable String extension, Language language) {
        List<List<Object>> rows = schedules.list(actor.scope()).stream()
                .map(schedule -> List.<Object>of(
                        schedule.name(),
                        schedule.order().standard(),
                        schedule.order().region(),
                        Integer.toString(schedule.day()),
                        Integer.toString(schedule.hour()),
                        schedule.nextMonth().toString().substring(0, 7),
                        Boolean.toString(schedule.active())))
                .toList();
        return ListFile.of(extension, "schedules", Text.of("月度评测", "Every month"), COLUMNS, rows, language);
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
