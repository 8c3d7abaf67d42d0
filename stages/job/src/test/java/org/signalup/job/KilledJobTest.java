package org.signalup.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.evaluate.Evaluation;

/** A program killed in the middle of a job. */
@SuppressWarnings("try") // a worker works while it is open
class KilledJobTest {
    private static final long LONGEST_S = 120;

    @TempDir
    Path folder;

    /**
     * Works until it is killed: with {@code order} it orders a job first, whose ledger never comes; with {@code evaluate} one
     * that is really evaluated.
     */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) throws Exception {
            Yard yard = Yard.open(Path.of(arguments[0]));
            if (!arguments[1].equals("only work")) {
                yard.order("killed");
            }
            if (arguments[1].equals("evaluate")) {
                yard.worker(Yard::town);
                TimeUnit.SECONDS.sleep(LONGEST_S);
            }
            yard.worker((scope, ledger) -> {
                System.out.println("begun");
                try {
                    TimeUnit.SECONDS.sleep(LONGEST_S);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return 1;
            });
            TimeUnit.SECONDS.sleep(LONGEST_S);
        }
    }

    private void killedWhileItRuns(String first) throws Exception {
        Process program = program(first);
        try (var said = program.inputReader()) {
            String line = said.readLine();
            while (line != null && !line.equals("begun")) {
                line = said.readLine();
            }
            assertThat(line).isEqualTo("begun");
        } finally {
            program.destroyForcibly().waitFor();
        }
    }

    /** Killed as soon as the evaluation writes beside its place. */
    private void killedWhileItEvaluates() throws Exception {
        Process program = program("evaluate");
        try {
            File[] halves = {};
            while (program.isAlive() && halves.length == 0) {
                TimeUnit.MILLISECONDS.sleep(5);
                File[] found = folder.resolve("evaluations")
                        .toFile()
                        .listFiles((place, name) -> name.startsWith(".killed.partial-"));
                halves = found == null ? halves : found;
            }
            assertThat(halves).isNotEmpty();
        } finally {
            program.destroyForcibly().waitFor();
        }
    }

    private Process program(String first) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        folder.toString(),
                        first)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void aJobThatWasKilledIsBegunOnceMoreAndThenDone() throws Exception {
        killedWhileItRuns("order");
        try (Yard yard = Yard.open(folder);
                JobWorker worker = yard.worker(Yard::town)) {
            Job job = yard.ended(
                    yard.jobs().list(yard.actor().scope(), 0, 1).get(0).id());
            assertThat(job.state()).isEqualTo(JobState.DONE);
            assertThat(job.attempt()).isEqualTo(2);
            assertThat(yard.evaluations()).containsExactly("killed");
            assertThat(Evaluation.open(yard.settings().evaluations().resolve("killed"))
                            .summary()
                            .places())
                    .isEqualTo(15);
        }
    }

    @Test
    void aJobThatWasKilledTwiceIsToldAsInterruptedAndLeavesNothing() throws Exception {
        killedWhileItRuns("order");
        killedWhileItRuns("only work");
        try (Yard yard = Yard.open(folder);
                JobWorker worker = yard.worker(Yard::town)) {
            Job job = yard.ended(
                    yard.jobs().list(yard.actor().scope(), 0, 1).get(0).id());
            assertThat(job.state()).isEqualTo(JobState.INTERRUPTED);
            assertThat(job.problems().get(0).message().zh()).contains("两次");
            assertThat(yard.evaluations()).isEmpty();
        }
    }

    @Test
    void halfAnEvaluationIsClearedAwayAndMadeAnew() throws Exception {
        killedWhileItEvaluates();
        try (Yard yard = Yard.open(folder);
                JobWorker worker = yard.worker(Yard::town)) {
            Job job = yard.ended(
                    yard.jobs().list(yard.actor().scope(), 0, 1).get(0).id());
            assertThat(job.state()).isEqualTo(JobState.DONE);
            assertThat(job.attempt()).isEqualTo(2);
            assertThat(yard.evaluations()).containsExactly("killed");
        }
    }
}
