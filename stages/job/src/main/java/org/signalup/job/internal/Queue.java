package org.signalup.job.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.signalup.domain.Problem;
import org.signalup.domain.Text;
import org.signalup.job.Job;
import org.signalup.job.JobState;
import org.signalup.store.Scope;
import org.signalup.store.Store;

/** The queue as the one who works on it sees it. Of all processes over one database one works at a time. */
public final class Queue {
    /** One that was not heard of for so long is dead. */
    private static final int SILENT_S = 15;

    private static final long LOCK = 4811202630L;

    private final Store store;

    public Queue(Store store) {
        this.store = store;
    }

    /** Takes the job that waited longest, if none is at work. */
    public Optional<Job> take() {
        return store.change(Scope.PLATFORM, client -> {
            client.sql("select pg_advisory_xact_lock(:lock)::text")
                    .param("lock", LOCK)
                    .query(String.class)
                    .optional();
            Optional<Long> id = client.sql("""
                            update job set state = 'RUNNING', attempt = attempt + 1, started_at = now(), version = version + 1
                            where job_id = (select job_id from job where state = 'QUEUED' and not exists
                                    (select from job r where r.state = 'RUNNING')
                                order by job_id for update skip locked limit 1)
                            returning job_id
                            """).query(Long.class).optional();
            id.ifPresent(job -> client.sql("""
                            insert into job_progress (job_id) values (:id)
                            on conflict (job_id) do update set phase_zh = '', phase_en = '', done = 0, total = 0, beat_at = now()
                            """).param("id", job).update());
            return id.map(job -> client.sql(JobRows.SELECT + " where j.job_id = :id")
                    .param("id", job)
                    .query(JobRows::of)
                    .single());
        });
    }

    /** Jobs whose worker is no more. */
    public List<Job> abandoned() {
        return store.read(
                Scope.PLATFORM,
                client -> client.sql(JobRows.SELECT
                                + " where j.state = 'RUNNING' and (p.beat_at is null or p.beat_at < now() - " + SILENT_S
                                + " * interval '1 second')")
                        .query(JobRows::of)
                        .list());
    }

    /** Says that the worker lives; whether somebody wants the job to stop. */
    public boolean beat(Job job, Text phase, long done, long total) {
        return store.change(Scope.PLATFORM, client -> {
            client.sql("""
                            update job_progress set phase_zh = :zh, phase_en = :en, done = :done, total = :total, beat_at = now()
                            where job_id = :id
                            """)
                    .param("zh", phase.zh())
                    .param("en", phase.en())
                    .param("done", done)
                    .param("total", total)
                    .param("id", job.id())
                    .update();
            return client.sql(
                            "select cancel_asked or attempt <> :attempt or state <> 'RUNNING' from job where job_id = :id")
                    .param("id", job.id())
                    .param("attempt", job.attempt())
                    .query(Boolean.class)
                    .single();
        });
    }

    /** Ends an attempt, or puts the job back into the queue. */
    public void end(Job job, JobState state, List<Problem> problems, OptionalLong ledgerVersion) {
        store.run(
                Scope.PLATFORM,
                client -> client.sql("""
                        update job set state = :state, problems = :problems::jsonb, version = version + 1,
                            ledger_version = coalesce(:ledger::bigint, ledger_version),
                            ended_at = case when :ended then now() end
                        where job_id = :id and state = 'RUNNING' and attempt = :attempt
                        """)
                        .param("state", state.name())
                        .param("problems", JobRows.json(problems))
                        .param(
                                "ledger",
                                ledgerVersion.isPresent() ? ledgerVersion.getAsLong() : null,
                                java.sql.Types.BIGINT)
                        .param("ended", state.ended())
                        .param("id", job.id())
                        .param("attempt", job.attempt())
                        .update());
    }
}
