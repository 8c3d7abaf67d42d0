package org.signalup.job;

import static org.assertj.core.api.Assertions.assertThat;

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

    /** Works until it is killed: with the argument {@code order} it orders the job first. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) throws Exception {
            Yard yard = Yard.open(Path.of(arguments[0]));
            if (arguments[1].equals("order")) {
                yard.order("killed");
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
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        folder.toString(),
                        first)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
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
}
