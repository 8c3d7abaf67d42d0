package org.signalup.web.internal.job;

import java.net.URI;
import java.time.LocalDate;
import org.signalup.domain.Text;
import org.signalup.job.JobOrder;
import org.signalup.job.Schedule;
import org.signalup.job.Schedules;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.api.IfMatch;
import org.signalup.web.internal.api.Listing;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 月度评测 for programs. */
@Platform
@RestController
@Needs(Capability.EVALUATION_RUN)
final class ScheduleApi {
    private static final String AT = "/api/v1/schedules";

    private final Schedules schedules;

    ScheduleApi(Schedules schedules) {
        this.schedules = schedules;
    }

    /** What is to be ordered every month, from when. */
    record Sent(JobsApi.Sent order, int day, int hour) {}

    /** A schedule as it is told. */
    record Told(
            long scheduleId,
            String name,
            JobOrder order,
            int day,
            int hour,
            LocalDate nextMonth,
            boolean active,
            int version) {
        static Told of(Schedule schedule) {
            return new Told(
                    schedule.id(),
                    schedule.name(),
                    schedule.order(),
                    schedule.day(),
                    schedule.hour(),
                    schedule.nextMonth(),
                    schedule.active(),
                    schedule.version());
        }
    }

    @GetMapping(AT)
    Listing<Told> list(Actor actor) {
        return new Listing<>(
                schedules.list(actor.scope()).stream().map(Told::of).toList(), null);
    }

    @PostMapping(AT)
    ResponseEntity<Told> add(Actor actor, @RequestBody Sent sent) {
        JobsApi.Sent order = sent.order() == null ? JobsApi.Sent.NOTHING : sent.order();
        long id = schedules.add(actor, order.order(actor.language()), new Schedules.When(sent.day(), sent.hour()));
        return ResponseEntity.created(URI.create(AT + "/" + id))
                .body(get(actor, id).getBody());
    }

    @GetMapping(AT + "/{id}")
    ResponseEntity<Told> get(Actor actor, @PathVariable long id) {
        Schedule found = schedules.list(actor.scope()).stream()
                .filter(schedule -> schedule.id() == id)
                .findFirst()
                .orElseThrow(() -> PageFailure.notFound(Text.of("没有这项月度评测", "no such schedule")));
        return ResponseEntity.ok().eTag(IfMatch.eTag(found.version())).body(Told.of(found));
    }

    /** Needs no version: at rest is at rest. */
    @PostMapping(AT + "/{id}/rest")
    ResponseEntity<Told> rest(Actor actor, @PathVariable long id) {
        get(actor, id);
        schedules.activate(actor.scope(), id, false);
        return get(actor, id);
    }

    @PostMapping(AT + "/{id}/wake")
    ResponseEntity<Told> wake(Actor actor, @PathVariable long id) {
        get(actor, id);
        schedules.activate(actor.scope(), id, true);
        return get(actor, id);
    }
}
