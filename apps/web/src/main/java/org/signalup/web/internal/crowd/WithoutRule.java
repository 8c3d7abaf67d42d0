package org.signalup.web.internal.crowd;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Language;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.evaluate.Summary;
import org.signalup.job.JobOrder;
import org.signalup.job.Jobs;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Orders the same evaluation without one rule more, as a job; its result says so and is compared on this evaluation's page. */
@Platform
@Controller
@Needs(Capability.EVALUATION_RUN)
final class WithoutRule {
    private static final int LONGEST_NAME = 80;

    private final Jobs jobs;

    WithoutRule(Jobs jobs) {
        this.jobs = jobs;
    }

    @PostMapping(CrowdPages.PATH + "/without")
    String order(OpenEvaluation evaluation, Actor actor, @RequestParam String rule, Language language) {
        Summary summary = evaluation.summary();
        List<String> off = new ArrayList<>(summary.withoutFilters());
        off.add(rule);
        JobOrder order = new JobOrder(
                name(evaluation.id(), rule),
                summary.standard(),
                day(summary.from()),
                day(summary.to()),
                day(summary.asOf()),
                "",
                "duckdb",
                "",
                off,
                language);
        try {
            return "redirect:/jobs/" + jobs.order(actor, order).id();
        } catch (RefusedException e) {
            Text why = e.problems().get(0).message();
            throw PageFailure.badRequest(Text.of("不能这样评测：" + why.zh(), "This cannot be evaluated: " + why.en()));
        }
    }

    private static String name(String evaluation, String rule) {
        String end = "-" + rule;
        return evaluation.substring(0, Math.min(evaluation.length(), LONGEST_NAME - end.length())) + end;
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }
}
