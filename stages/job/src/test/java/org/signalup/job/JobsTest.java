package org.signalup.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Reach;
import org.signalup.domain.RefusedException;
import org.signalup.evaluate.Evaluation;
import org.signalup.people.Actor;
import org.signalup.store.Scope;

/** Evaluations in the background, over a real database. */
@SuppressWarnings("try") // a worker works while it is open
class JobsTest {
    @TempDir
    static Path folder;

    private static Yard yard;

    @BeforeAll
    static void open() {
        yard = Yard.open(folder);
    }

    @AfterAll
    static void close() {
        yard.close();
    }

    @Test
    void anEvaluationIsCarriedOutWithTheLedgerItPins() throws Exception {
        Job job = yard.order("九月评测");
        assertThat(job.state()).isEqualTo(JobState.QUEUED);
        try (JobWorker worker = yard.worker(Yard::town)) {
            Job done = yard.ended(job.id());
            assertThat(done.problems()).isEmpty();
            assertThat(done.state()).isEqualTo(JobState.DONE);
            assertThat(done.ledgerVersion()).hasValue(42);
        }
        Path out = yard.settings().evaluations().resolve("九月评测");
        assertThat(Evaluation.open(out).summary().places()).isEqualTo(15);
        assertThat(out.resolve("input/ledger/VERSION.txt")).hasContent("42");
        assertThat(Files.readString(out.resolve("manifest.json"))).contains("input/ledger/VERSION.txt");
        assertThat(yard.evaluations()).allSatisfy(name -> assertThat(name).doesNotStartWith("."));
    }

    @Test
    void whatIsWrongWithAnOrderIsSaidAtOnce() {
        JobOrder wanted = Yard.wanted("../x");
        assertThatThrownBy(() -> yard.jobs().order(yard.actor(), wanted))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(problem -> problem.column())
                                .containsExactly("name"));
        yard.order("taken");
        assertThatThrownBy(() -> yard.order("taken")).hasMessageContaining("there is an evaluation of this name");
    }

    @Test
    void aRegionOutOfReachIsRefusedAndTheLedgerIsTakenWithinTheRegionChosen() throws Exception {
        Actor actor = yard.actor();
        Actor part = new Actor(
                actor.account(),
                actor.login(),
                actor.name(),
                actor.language(),
                actor.organisation(),
                actor.role(),
                actor.may(),
                new Reach(Optional.of(Set.of("37")), Optional.empty(), Optional.empty(), Optional.empty()),
                actor.organisations());
        JobOrder region = new JobOrder(
                "region",
                "signal-upgrade-2025",
                "",
                "",
                "",
                "9901",
                "duckdb",
                "",
                List.of("DUPLICATE"),
                Yard.wanted("").language());
        assertThatThrownBy(() -> yard.jobs().order(part, region)).hasMessageContaining("not within your reach");
        Job job = yard.jobs().order(actor, region);
        Scope[] asked = new Scope[1];
        try (JobWorker worker = yard.worker((scope, ledger) -> {
            asked[0] = scope;
            return Yard.town(scope, ledger);
        })) {
            yard.ended(job.id());
        }
        assertThat(asked[0].reach().divisions()).hasValue(Set.of("9901"));
        assertThat(asked[0].platform()).isFalse();
    }

    @Test
    void aRefusedInputEndsTheJobWithItsProblems() throws Exception {
        Job job = yard.order("empty");
        try (JobWorker worker = yard.worker((scope, ledger) -> 7)) {
            Job failed = yard.ended(job.id());
            assertThat(failed.state()).isEqualTo(JobState.FAILED);
            assertThat(failed.problems())
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.message().zh()).isNotBlank());
        }
        assertThat(yard.evaluations()).doesNotContain("empty");
    }

    @Test
    void aCancelledJobStopsAndLeavesNothing() throws Exception {
        Job waiting = yard.order("never-begun");
        assertThat(yard.jobs().cancel(yard.actor().scope(), waiting.id())).isTrue();
        assertThat(yard.ended(waiting.id()).state()).isEqualTo(JobState.CANCELLED);
        Job job = yard.order("stopped");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        try (JobWorker worker = yard.worker((scope, ledger) -> {
            begun.countDown();
            awaitQuietly(asked);
            return Yard.town(scope, ledger);
        })) {
            begun.await(Yard.PATIENCE_S, TimeUnit.SECONDS);
            assertThat(yard.jobs().cancel(yard.actor().scope(), job.id())).isTrue();
            assertThat(yard.jobs().cancel(yard.actor().scope(), job.id())).isFalse();
            TimeUnit.SECONDS.sleep(2);
            asked.countDown();
            assertThat(yard.ended(job.id()).state()).isEqualTo(JobState.CANCELLED);
        }
        assertThat(yard.evaluations()).noneMatch(name -> name.contains("stopped"));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(Yard.PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aDatabaseThatGoesAwayMeanwhileLearnsWhatBecameOfTheJob() throws Exception {
        Job job = yard.order("through-an-outage");
        try (JobWorker worker = yard.worker((scope, ledger) -> {
            ProcessHandle.current()
                    .descendants()
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                    .forEach(ProcessHandle::destroyForcibly);
            return Yard.town(scope, ledger);
        })) {
            TimeUnit.SECONDS.sleep(3);
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(Yard.PATIENCE_S);
            while (!yard.store().answers() && System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(300);
            }
            assertThat(yard.ended(job.id()).state()).isEqualTo(JobState.DONE);
        }
    }

    @Test
    void othersDoNotSeeTheJobsOfAnOrganisation() {
        Job job = yard.order("ours");
        Scope other = new Scope(
                Optional.of(99L),
                "李四",
                Optional.of(99L),
                Set.of(99L),
                Reach.EVERYTHING,
                Set.of("EVALUATION_RUN"),
                false);
        assertThat(yard.jobs().find(other, job.id())).isEmpty();
        assertThat(yard.jobs().list(other, 0, 10)).isEmpty();
        assertThat(yard.jobs().cancel(other, job.id())).isFalse();
        yard.jobs().cancel(yard.actor().scope(), job.id());
    }

    private Schedules at(String time) {
        return new Schedules(yard.store(), yard.settings(), Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
    }

    @Test
    void everyMonthIsOrderedOnceInTheProgrammesTimeZoneAndMissedOnesAreCaughtUp() {
        long id = at("2025-08-10T00:00:00Z").add(yard.actor(), Yard.wanted("月度"), new Schedules.When(3, 2));
        // The third of September, two o'clock in Shanghai, is the second in UTC.
        assertThat(at("2025-09-02T17:59:59Z").orderDue()).isEmpty();
        List<Job> august = at("2025-09-02T18:00:00Z").orderDue();
        assertThat(august).extracting(job -> job.order().name()).containsExactly("月度-2025-08");
        assertThat(august.get(0).order().from()).isEqualTo("2025-08-01");
        assertThat(august.get(0).order().to()).isEqualTo("2025-08-31");
        assertThat(at("2025-09-02T18:00:01Z").orderDue()).isEmpty();
        List<Job> missed = at("2025-12-20T00:00:00Z").orderDue();
        assertThat(missed)
                .extracting(job -> job.order().name())
                .containsExactly("月度-2025-09", "月度-2025-10", "月度-2025-11");
        assertThat(at("2025-12-21T00:00:00Z").activate(yard.actor().scope(), id, false))
                .isTrue();
        assertThat(at("2026-03-20T00:00:00Z").orderDue()).isEmpty();
        assertThat(at("2026-03-20T00:00:00Z").activate(yard.actor().scope(), id, true))
                .isTrue();
        assertThat(at("2026-03-21T00:00:00Z").orderDue()).isEmpty();
        assertThat(at("2026-03-21T00:00:00Z").list(yard.actor().scope()))
                .filteredOn(schedule -> schedule.id() == id)
                .extracting(Schedule::nextMonth)
                .containsExactly(LocalDate.of(2026, 3, 1));
        at("2026-03-21T00:00:00Z").activate(yard.actor().scope(), id, false);
        august.forEach(job -> yard.jobs().cancel(yard.actor().scope(), job.id()));
        missed.forEach(job -> yard.jobs().cancel(yard.actor().scope(), job.id()));
    }

    @Test
    void twoWhoLookAtOnceOrderAMonthOnce() throws Exception {
        long id = at("2025-08-10T00:00:00Z").add(yard.actor(), Yard.wanted("twice"), new Schedules.When(1, 0));
        List<Thread> looking = java.util.stream.IntStream.range(0, 4)
                .mapToObj(number -> new Thread(() -> at("2025-09-05T00:00:00Z").orderDue()))
                .toList();
        looking.forEach(Thread::start);
        for (Thread thread : looking) {
            thread.join();
        }
        at("2025-09-05T00:00:00Z").activate(yard.actor().scope(), id, false);
        assertThat(yard.jobs().list(yard.actor().scope(), 0, 100))
                .filteredOn(job -> job.order().name().equals("twice-2025-08"))
                .hasSize(1)
                .allSatisfy(job -> yard.jobs().cancel(yard.actor().scope(), job.id()));
    }
}
