package org.signalup.job;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.signalup.domain.Problem;
import org.signalup.domain.ProgressListener;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.job.internal.EvaluationJob;
import org.signalup.job.internal.Queue;
import org.signalup.people.Actor;
import org.signalup.people.Actors;
import org.signalup.people.Capability;
import org.signalup.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Carries out jobs one after the other. A job whose worker was killed is begun once more, unless its result is there already;
 * after the second time it is told as interrupted. While the database is away a job goes on, and what became of it is written
 * down when the database is back.
 */
public final class JobWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
    private static final long LOOK_EVERY_MS = 1_000;
    private static final int ATTEMPTS = 2;

    private final Queue queue;
    private final Actors actors;
    private final JobSettings settings;
    private final LedgerSource ledgers;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile EvaluationJob running;

    /** Begins to work. */
    public JobWorker(Store store, JobSettings settings, LedgerSource ledgers) {
        this.queue = new Queue(store);
        this.actors = new Actors(store);
        this.settings = settings;
        this.ledgers = ledgers;
        this.thread = new Thread(this::work, "jobs");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    private void work() {
        while (!closed(LOOK_EVERY_MS)) {
            try {
                for (Job job : queue.abandoned()) {
                    recover(job);
                }
                Optional<Job> next = queue.take();
                if (next.isPresent()) {
                    attempt(next.get());
                }
            } catch (DataAccessException e) {
                LOG.debug("the database does not answer", e);
            } catch (IOException | RuntimeException e) {
                LOG.error("jobs", e);
            }
        }
    }

    /** Waits; whether the worker is to end. */
    private boolean closed(long waitMs) {
        try {
            return closing.await(waitMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private void recover(Job job) throws IOException {
        EvaluationJob evaluation =
                new EvaluationJob(settings, ledgers, job.order().name());
        evaluation.clear();
        if (evaluation.finished()) {
            queue.end(job, JobState.DONE, List.of(), OptionalLong.empty());
        } else if (job.cancelAsked()) {
            queue.end(job, JobState.CANCELLED, List.of(), OptionalLong.empty());
        } else if (job.attempt() < ATTEMPTS) {
            queue.end(job, JobState.QUEUED, List.of(), OptionalLong.empty());
        } else {
            queue.end(
                    job,
                    JobState.INTERRUPTED,
                    List.of(
                            problem(
                                    "INTERRUPTED",
                                    Text.of(
                                            "程序两次在运行中被中断；没有留下半个结果，可重新评测",
                                            "the program was broken off twice while it ran; nothing half-done is left, order it again"))),
                    OptionalLong.empty());
        }
    }

    private void attempt(Job job) throws IOException {
        try (EvaluationJob evaluation =
                new EvaluationJob(settings, ledgers, job.order().name())) {
            running = evaluation;
            Beats beats = new Beats(job, evaluation);
            Outcome outcome = outcome(job, evaluation, beats);
            beats.stop();
            evaluation.clear();
            settle(job, outcome, evaluation.ledgerVersion());
        } finally {
            running = null;
        }
    }

    private record Outcome(JobState state, List<Problem> problems) {}

    private Outcome outcome(Job job, EvaluationJob evaluation, ProgressListener progress) {
        try {
            Actor actor = actors.find(job.account())
                    .filter(found -> found.may(Capability.EVALUATION_RUN))
                    .orElseThrow(() -> new RefusedException(problem(
                            "NOT_GRANTED",
                            Text.of(
                                    "下单的账号已停用或不能再运行评测",
                                    "the account that ordered it is closed or may not run evaluations any more"))));
            evaluation.run(actor, job.order(), progress);
            return new Outcome(JobState.DONE, List.of());
        } catch (RefusedException e) {
            return new Outcome(JobState.FAILED, e.problems());
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            if (evaluation.stopped()) {
                // The process ends: the next one begins the job anew.
                return new Outcome(closing.getCount() == 0 ? JobState.QUEUED : JobState.CANCELLED, List.of());
            }
            LOG.error("job {}", job.id(), e);
            return new Outcome(
                    JobState.FAILED,
                    List.of(problem("FAILED", Text.of("运行出错：" + e.getMessage(), "it failed: " + e.getMessage()))));
        }
    }

    private static Problem problem(String code, Text text) {
        return Problem.ofFile("", code, text);
    }

    /** Writes down what became of it, when the database is there. */
    private void settle(Job job, Outcome outcome, OptionalLong ledgerVersion) {
        boolean written = false;
        while (!written) {
            try {
                queue.end(job, outcome.state(), outcome.problems(), ledgerVersion);
                written = true;
            } catch (DataAccessException e) {
                written = closed(LOOK_EVERY_MS);
            }
        }
    }

    /** Tells the database every second that the job lives and how far it is, and hears that it is to stop. */
    private final class Beats implements ProgressListener {
        private final Job job;
        private final EvaluationJob evaluation;
        private final CountDownLatch ended = new CountDownLatch(1);
        private final Thread beating;
        private volatile Text phase = Text.same("");
        private volatile long done;
        private volatile long total;

        Beats(Job job, EvaluationJob evaluation) {
            this.job = job;
            this.evaluation = evaluation;
            this.beating = new Thread(this::beat, "job-" + job.id());
            this.beating.setDaemon(true);
            this.beating.start();
        }

        @Override
        public void progress(Text now, long doneNow, long totalNow) {
            phase = now;
            done = doneNow;
            total = totalNow;
        }

        private void beat() {
            try {
                do {
                    say();
                } while (!ended.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void say() {
            try {
                if (queue.beat(job, phase, done, total)) {
                    evaluation.stop();
                }
            } catch (DataAccessException e) {
                LOG.debug("the database does not answer", e);
            }
        }

        void stop() {
            ended.countDown();
            try {
                beating.join(TimeUnit.SECONDS.toMillis(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Stops what runs; it is begun anew by the next worker. */
    @Override
    public void close() {
        closing.countDown();
        EvaluationJob evaluation = running;
        if (evaluation != null) {
            evaluation.stop();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
