package org.signalup.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Evidence;
import org.signalup.domain.Verdict;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;

class MapCodeTest {
    private static final List<Optional<Evidence>> GRADES = Stream.concat(
                    Stream.of(Optional.<Evidence>empty()),
                    Arrays.stream(Evidence.values()).map(Optional::of))
            .toList();

    @Test
    void aCodeStandsAtItsNumberAndFitsIntoItsBits() {
        assertThat(MapCode.all())
                .hasSizeLessThanOrEqualTo(1 << MapCode.BITS)
                .extracting(MapCode::number)
                .isEqualTo(IntStream.range(0, MapCode.all().size()).boxed().toList());
        assertThat(MapCode.MOST_OPERATORS * MapCode.BITS).isLessThan(Long.SIZE - 1);
    }

    @Test
    void everyVerdictHasACode() {
        assertThat(MapCode.all()).extracting(MapCode::verdict).contains(Verdict.values());
    }

    @Test
    void theVerdictsOfAllOperatorsComeOutAsTheyWentIn() {
        SplittableRandom random = new SplittableRandom(15);
        for (int round = 0; round < 200; round++) {
            int[] numbers = IntStream.range(0, MapCode.MOST_OPERATORS)
                    .map(slot -> random.nextInt(MapCode.all().size()))
                    .toArray();
            long packed = 0;
            for (int slot = 0; slot < numbers.length; slot++) {
                packed += (long) numbers[slot] << (slot * MapCode.BITS);
            }
            assertThat(packed).as(Arrays.toString(numbers)).isNotNegative();
            for (int slot = 0; slot < numbers.length; slot++) {
                assertThat(MapCode.unpack(packed, slot * MapCode.BITS).number())
                        .as(Arrays.toString(numbers))
                        .isEqualTo(numbers[slot]);
            }
        }
    }

    @Test
    void sqlGivesTheSameNumbers(@TempDir Path folder) {
        String rows = MapCode.all().stream()
                .skip(1)
                .map(code -> "(" + code.number() + ", '" + code.verdict().code() + "', "
                        + code.evidence().map(grade -> "'" + grade.code() + "'").orElse("NULL") + ")")
                .collect(Collectors.joining(", "));
        try (Engine engine = DuckDbEngine.open(1, "200MB", folder)) {
            List<Integer> numbers = engine.list(
                    "SELECT " + MapCode.sql() + " FROM (VALUES " + rows
                            + ") AS v(number, verdict, evidence) ORDER BY number",
                    row -> row.getInt(0));
            assertThat(numbers)
                    .isEqualTo(IntStream.range(1, MapCode.all().size()).boxed().toList());
        }
    }

    @Test
    void aVerdictWithItsEvidenceHasTheNumberOfItsCode() {
        for (Verdict verdict : Verdict.values()) {
            for (Optional<Evidence> evidence : GRADES) {
                int expected = MapCode.all().stream()
                        .skip(1)
                        .filter(code ->
                                code.verdict() == verdict && code.evidence().equals(evidence))
                        .mapToInt(MapCode::number)
                        .findFirst()
                        .orElse(0);
                assertThat(MapCode.number(verdict, evidence))
                        .as(verdict + " " + evidence)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void aVerdictNobodyKnowsIsNoRow(@TempDir Path folder) {
        try (Engine engine = DuckDbEngine.open(1, "200MB", folder)) {
            assertThat(engine.list(
                            "SELECT " + MapCode.sql()
                                    + " FROM (VALUES ('GOOD', 'A'), (NULL, NULL)) AS v(verdict, evidence)",
                            row -> row.getInt(0)))
                    .containsExactly(0, 0);
        }
    }
}
