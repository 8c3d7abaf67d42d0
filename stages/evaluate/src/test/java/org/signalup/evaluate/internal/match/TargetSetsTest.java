package org.signalup.evaluate.internal.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TargetSetsTest {
    private static final int THREADS = 4;
    private static final int ASKED = 200_000;

    @Test
    void aSetHasOneNumberWhoeverAsksAndIsFoundByIt() throws Exception {
        TargetSets sets = new TargetSets();
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Set<Integer>>> asked = IntStream.range(0, THREADS)
                    .mapToObj(seed -> pool.submit(() -> ask(sets, new Random(seed))))
                    .toList();
            Set<Integer> numbers = new HashSet<>();
            for (Future<Set<Integer>> future : asked) {
                numbers.addAll(future.get());
            }
            Set<List<Integer>> different = new HashSet<>();
            numbers.forEach(number ->
                    different.add(IntStream.of(sets.get(number)).boxed().toList()));
            assertThat(different).hasSameSizeAs(numbers);
            assertThat(numbers).allMatch(number -> number < different.size());
        } finally {
            pool.shutdown();
        }
    }

    /** The numbers that were told for random sets, each of which is found again by its number. */
    private static Set<Integer> ask(TargetSets sets, Random random) {
        Set<Integer> numbers = new HashSet<>();
        int[] targets = new int[4];
        for (int i = 0; i < ASKED; i++) {
            int size = 2 + random.nextInt(3);
            for (int place = 0; place < size; place++) {
                targets[place] = random.nextInt(12);
            }
            int number = sets.number(targets, size);
            assertThat(sets.get(number)).isEqualTo(Arrays.copyOf(targets, size));
            numbers.add(number);
        }
        return numbers;
    }
}
