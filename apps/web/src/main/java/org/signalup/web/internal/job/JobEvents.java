package org.signalup.web.internal.job;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.signalup.domain.Language;
import org.signalup.job.Job;
import org.signalup.job.Jobs;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.store.Scope;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * How far a job is, as it goes (server-sent events): its present state first, then every change until it has ended. Asked of
 * the database, so that it does not matter which process does the work.
 */
@Platform
@RestController
final class JobEvents implements DisposableBean {
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final long EVERY_MS = 1_000;

    /** What a page shows of a job; {@code percent} is −1 when nobody knows. */
    record Event(String state, String stateText, String phase, int percent, boolean ended) {
        static Event of(Job job, Language language) {
            return new Event(
                    job.state().name(),
                    job.state().text().in(language),
                    job.phase().in(language),
                    job.percent(),
                    job.state().ended());
        }
    }

    private final Jobs jobs;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stopped = new CountDownLatch(1);

    JobEvents(Jobs jobs) {
        this.jobs = jobs;
        Thread thread = new Thread(this::watch, "job-events");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            while (!stopped.await(EVERY_MS, TimeUnit.MILLISECONDS)) {
                watches.forEach(Watch::look);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @GetMapping(path = JobPages.PATH + "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Needs(Capability.EVALUATION_RUN)
    SseEmitter events(Actor actor, @PathVariable long id, Language language) {
        Job job = JobPages.find(jobs, actor, id);
        Watch watch = new Watch(actor.scope(), id, language, new SseEmitter(LONGEST.toMillis()));
        watch.emitter.onCompletion(() -> watches.remove(watch));
        watch.emitter.onTimeout(watch.emitter::complete);
        watch.emitter.onError(failure -> watches.remove(watch));
        watches.add(watch);
        watch.tell(Event.of(job, language));
        return watch.emitter;
    }

    /** Somebody who looks at a job. */
    private final class Watch {
        private final Scope scope;
        private final long id;
        private final Language language;
        private final SseEmitter emitter;
        private Event last;

        Watch(Scope scope, long id, Language language, SseEmitter emitter) {
            this.scope = scope;
            this.id = id;
            this.language = language;
            this.emitter = emitter;
        }

        void look() {
            try {
                jobs.find(scope, id).ifPresentOrElse(job -> tell(Event.of(job, language)), emitter::complete);
            } catch (DataAccessException e) {
                // The database is away: what it says next is told.
            } catch (RuntimeException e) {
                watches.remove(this);
            }
        }

        synchronized void tell(Event event) {
            try {
                if (event.equals(last)) {
                    emitter.send(SseEmitter.event().comment(""));
                    return;
                }
                last = event;
                emitter.send(SseEmitter.event().name("job").data(event, MediaType.APPLICATION_JSON));
                if (event.ended()) {
                    emitter.complete();
                }
            } catch (IOException | IllegalStateException e) {
                watches.remove(this);
            }
        }
    }

    @Override
    public void destroy() {
        stopped.countDown();
        watches.forEach(watch -> watch.emitter.complete());
    }
}
