package org.signalup.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Period;
import org.signalup.engine.Engine;
import org.signalup.testkit.WorldFiles.Shape;
import org.signalup.testkit.internal.StarJudge.Previous;
import org.signalup.testkit.internal.Trial;

/**
 * What every engine must do: give the rows of the reference on random worlds and on the shipped real drives, and the
 * same bytes for the same input in any shape, on any number of threads; and the bytes of another engine.
 *
 * <p>More worlds: {@code -Dtestkit.seeds=200}; a single one: {@code -Dtestkit.seed=17}.
 */
public abstract class ContractSuite {
    private static final int WORLDS = 12;
    private static final int SHAPED_WORLDS = 3;
    private static final int FIRST_SHAPED = 101;
    /** One world in so many is evaluated twice, so that stars meet those of an earlier evaluation. */
    private static final int EVERY = 4;

    @TempDir
    Path folder;

    /** A fresh engine. */
    protected abstract Engine newEngine(int threads, Path spillFolder);

    /** How many worlds are given in every shape; an engine that plans long for small tables tries fewer. */
    protected int shapedWorlds() {
        return SHAPED_WORLDS;
    }

    /** An engine whose files this one's must equal to the byte, if there is such. */
    protected Optional<BiFunction<Integer, Path, Engine>> yardstick() {
        return Optional.empty();
    }

    private void equalsYardstick(String name, Path actual, Function<Trial, Path> evaluation) {
        yardstick().ifPresent(engines -> {
            Path expected = evaluation.apply(new Trial(engines, folder.resolve(name + "-yardstick")));
            Comparison.assertSameBytes(actual, expected, name);
        });
    }

    private Trial trial(String name) {
        return new Trial(this::newEngine, folder.resolve(name));
    }

    @TestFactory
    Stream<DynamicTest> random_worlds_give_the_rows_of_the_reference() {
        return seeds().mapToObj(seed -> DynamicTest.dynamicTest("world " + seed, () -> {
            RandomWorld world = RandomWorld.of(seed);
            Optional<Path> programme = Example.programmeFolder().filter(folder -> seed % EVERY == 0);
            ReferenceEvaluator reference = reference(world);
            Previous before = programme.isPresent()
                    ? reference.evaluate(world.earlier().samples()).stars()
                    : Previous.NONE;
            Function<Trial, Path> evaluation = trial -> programme.isPresent()
                    ? trial.evaluateTwice(world, programme.get())
                    : trial.evaluate(world, Shape.ONE, 2);
            String name = "world-" + seed;
            Path out = evaluation.apply(trial(name));
            assertThat(Comparison.differences(reference.evaluate(world.samples(), before), out))
                    .as(name)
                    .isEmpty();
            equalsYardstick(name, out, evaluation);
        }));
    }

    private static ReferenceEvaluator reference(RandomWorld world) {
        return new ReferenceEvaluator(world.programme(), world.standard(), world.ledger(), Period.ALL);
    }

    @TestFactory
    Stream<DynamicTest> the_same_rows_in_any_shape_on_any_threads_give_the_same_bytes() {
        return LongStream.range(FIRST_SHAPED, FIRST_SHAPED + shapedWorlds())
                .mapToObj(seed -> DynamicTest.dynamicTest("world " + seed, () -> {
                    RandomWorld world = RandomWorld.of(seed);
                    Trial trial = trial("shapes-" + seed);
                    Path expected = trial.evaluate(world, Shape.ONE, 1);
                    for (Shape shape : Shape.values()) {
                        Comparison.assertSameBytes(trial.evaluate(world, shape, 2), expected, shape.name());
                    }
                    equalsYardstick("shapes-" + seed, expected, other -> other.evaluate(world, Shape.ONE, 1));
                }));
    }

    @TestFactory
    Stream<DynamicTest> the_shipped_examples_give_the_rows_of_the_reference() {
        return Stream.of("dakar", "jiading", "town")
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Example example = Example.find(name).orElse(null);
                    if (example == null) {
                        System.out.println("skipped: examples/" + name + " is not in a parent folder");
                        return;
                    }
                    Trial trial = trial(name);
                    List<RefSample> samples = trial.read(example);
                    ReferenceResult expected = new ReferenceEvaluator(
                                    example.programme(), example.standard(), example.ledger(), Period.ALL)
                            .evaluate(samples);
                    Path out = trial.evaluate(example, 2);
                    assertThat(Comparison.differences(expected, out)).as(name).isEmpty();
                    equalsYardstick(name, out, other -> other.evaluate(example, 2));
                }));
    }

    private static LongStream seeds() {
        String one = System.getProperty("testkit.seed");
        return one != null
                ? LongStream.of(Long.parseLong(one))
                : LongStream.rangeClosed(1, Integer.getInteger("testkit.seeds", WORLDS));
    }
}
