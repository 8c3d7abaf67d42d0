package org.signalup.job;

import java.util.List;
import java.util.Optional;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.engine.EngineProvider;
import org.signalup.job.internal.JobRows;
import org.signalup.people.Actor;
import org.signalup.standards.Standards;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ordering evaluations, looking at them, cancelling them. */
public final class Jobs {
    private final Store store;
    private final JobSettings settings;

    public Jobs(Store store, JobSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /** Ids of the standards that can be chosen. */
    public List<String> standards() {
        return Standards.ids(settings.programme());
    }

    /** Names of the engines that can be chosen. */
    public List<String> engines() {
        return List.of("duckdb", "spark").stream()
                .filter(name -> EngineProvider.find(name).isPresent())
                .toList();
    }

    /**
     * Puts an evaluation in the queue.
     *
     * @throws RefusedException if it cannot be carried out as ordered
     */
    public Job order(Actor actor, JobOrder order) {
        check(actor, order);
        try {
            return store.change(actor.scope(), client -> insert(client, actor, order));
        } catch (DuplicateKeyException e) {
            throw taken(order.name());
        }
    }

    /** The checks of an order alone: a schedule makes them before its first month. */
    void check(Actor actor, JobOrder order) {
        order.check();
        if (!standards().contains(order.standard())) {
            throw refused("standard", order.standard(), Text.of("没有这个评测标准", "there is no such standard"));
        }
        if (!engines().contains(order.engine())) {
            throw refused("engine", order.engine(), Text.of("本机没有这个引擎", "this engine is not here"));
        }
        if (!order.region().isEmpty() && !actor.reach().holdsDivision(order.region())) {
            throw refused("region", order.region(), Text.of("不在您的范围内", "is not within your reach"));
        }
        if (java.nio.file.Files.exists(settings.evaluations().resolve(order.name()))) {
            throw taken(order.name());
        }
        if (!order.previous().isEmpty()
                && !java.nio.file.Files.isRegularFile(
                        settings.evaluations().resolve(order.previous()).resolve("manifest.json"))) {
            throw refused("previous", order.previous(), Text.of("没有这个评测批次", "there is no such evaluation"));
        }
    }

    private static RefusedException refused(String field, String value, Text what) {
        return new RefusedException(JobOrder.wrong(field, value, what));
    }

    private static RefusedException taken(String name) {
        return new RefusedException(new Problem(
                "", 0, "name", name, "NAME_TAKEN", Text.of("已有这个名称的评测", "there is an evaluation of this name")));
    }

    static Job insert(JdbcClient client, Actor actor, JobOrder order) {
        long id = client.sql("""
                        insert into job (name, wanted, organisation_id, account_id, account_name)
                        values (:name, :wanted::jsonb, :organisation, :account, :accountName) returning job_id
                        """)
                .param("name", order.name())
                .param("wanted", JobRows.json(order))
                .param("organisation", actor.organisation().id())
                .param("account", actor.account())
                .param("accountName", actor.name())
                .query(Long.class)
                .single();
        return find(client, id).orElseThrow();
    }

    public Optional<Job> find(Scope scope, long id) {
        return store.read(scope, client -> find(client, id));
    }

    static Optional<Job> find(JdbcClient client, long id) {
        return client.sql(JobRows.SELECT + " where j.job_id = :id")
                .param("id", id)
                .query(JobRows::of)
                .optional();
    }

    /** Those ordered before another (0: the latest), newest first. */
    public List<Job> list(Scope scope, long before, int limit) {
        return store.read(
                scope,
                client -> client.sql(JobRows.SELECT
                                + " where :before = 0 or j.job_id < :before order by j.job_id desc limit :limit")
                        .param("before", before)
                        .param("limit", limit)
                        .query(JobRows::of)
                        .list());
    }

    /** Asks a job to stop; one that waits never begins. Of one that has ended nothing changes. */
    public boolean cancel(Scope scope, long id) {
        return store.change(scope, client -> client.sql("""
                        update job set cancel_asked = true, version = version + 1,
                            state = case state when 'QUEUED' then 'CANCELLED' else state end,
                            ended_at = case state when 'QUEUED' then now() end
                        where job_id = :id and state in ('QUEUED', 'RUNNING') and not cancel_asked
                        """).param("id", id).update()) == 1;
    }
}
