package org.signalup.web.internal.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.job.Job;
import org.signalup.job.JobOrder;
import org.signalup.job.Jobs;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.api.Cursor;
import org.signalup.web.internal.api.IfMatch;
import org.signalup.web.internal.api.Listing;
import org.signalup.web.internal.api.Piece;
import org.signalup.web.internal.api.ToldProblem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Evaluations in the background, for programs. */
@Platform
@RestController
@Needs(Capability.EVALUATION_RUN)
final class JobsApi {
    private static final String PATH = "/api/v1/jobs";

    private final Jobs jobs;

    JobsApi(Jobs jobs) {
        this.jobs = jobs;
    }

    /** An order as it is sent; what is left out is empty. */
    record Sent(
            String name,
            String standard,
            String from,
            String to,
            String asOf,
            String region,
            String engine,
            String previous,
            List<String> withoutFilters) {
        static final Sent NOTHING = new Sent("", "", "", "", "", "", "", "", List.of());

        JobOrder order(Language language) {
            return new JobOrder(
                    orEmpty(name),
                    orEmpty(standard),
                    orEmpty(from),
                    orEmpty(to),
                    orEmpty(asOf),
                    orEmpty(region),
                    orEmpty(engine).isEmpty() ? "duckdb" : engine,
                    orEmpty(previous),
                    withoutFilters,
                    language);
        }

        private static String orEmpty(String text) {
            return text == null ? "" : text.strip();
        }
    }

    /**
     * A job as it is told.
     *
     * @param evaluation id of the result; null until it is done
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Told(
            long jobId,
            String state,
            JobOrder order,
            String orderedBy,
            String evaluation,
            Long ledgerVersion,
            int attempt,
            Text phase,
            long done,
            long total,
            List<ToldProblem> problems,
            Instant createdAt,
            Instant startedAt,
            Instant endedAt) {
        static Told of(Job job) {
            return new Told(
                    job.id(),
                    job.state().name(),
                    job.order(),
                    job.accountName(),
                    job.state() == org.signalup.job.JobState.DONE ? job.order().name() : null,
                    job.ledgerVersion().isPresent() ? job.ledgerVersion().getAsLong() : null,
                    job.attempt(),
                    job.phase(),
                    job.done(),
                    job.total(),
                    ToldProblem.all(job.problems()),
                    job.created(),
                    job.started().orElse(null),
                    job.ended().orElse(null));
        }
    }

    @GetMapping(PATH)
    Listing<Told> list(Actor actor, Piece piece) {
        return Listing.of(
                        jobs.list(actor.scope(), piece.afterNumber(0), piece.limitAndOne()),
                        piece,
                        job -> Cursor.of(job.id()))
                .map(Told::of);
    }

    @PostMapping(PATH)
    ResponseEntity<Told> order(Actor actor, @RequestBody Sent sent) {
        Job job = jobs.order(actor, sent.order(actor.language()));
        return ResponseEntity.created(URI.create(PATH + "/" + job.id()))
                .eTag(IfMatch.eTag(job.version()))
                .body(Told.of(job));
    }

    @GetMapping(PATH + "/{id}")
    ResponseEntity<Told> job(Actor actor, @PathVariable long id) {
        Job job = JobPages.find(jobs, actor, id);
        return ResponseEntity.ok().eTag(IfMatch.eTag(job.version())).body(Told.of(job));
    }

    /** Needs no version: whoever cancels means the job, however far it has come. */
    @PostMapping(PATH + "/{id}/cancel")
    ResponseEntity<Told> cancel(Actor actor, @PathVariable long id) {
        JobPages.find(jobs, actor, id);
        jobs.cancel(actor.scope(), id);
        return job(actor, id);
    }
}
