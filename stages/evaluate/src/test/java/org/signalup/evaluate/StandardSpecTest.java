package org.signalup.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.signalup.standards.SpecCase;
import org.signalup.standards.SpecOutcome;
import org.signalup.standards.SpecRunner;
import org.signalup.standards.Standard;
import org.signalup.standards.Standards;

/** Every worked example comes out as written: beside a shipped standard, and those of rules that none of them chooses. */
class StandardSpecTest {
    private static final List<Path> PROGRAMME = List.of(programme(), Path.of("src/test/resources"));
    private static final int LEAST_EXAMPLES = 60;

    @TestFactory
    Stream<DynamicContainer> workedExamplesComeOutAsWritten() {
        return Standards.ids(PROGRAMME).stream()
                .map(id -> Standards.locate(id, PROGRAMME))
                .filter(file -> Standards.specOf(file).isPresent())
                .map(file -> {
                    Standard standard = Standards.find(file.toString(), PROGRAMME);
                    return DynamicContainer.dynamicContainer(
                            standard.id(),
                            SpecRunner.load(Standards.specOf(file).orElseThrow()).stream()
                                    .map(example -> test(example, standard)));
                });
    }

    @Test
    void thereAreEnoughWorkedExamples() {
        long examples = Standards.ids(PROGRAMME).stream()
                .map(id -> Standards.locate(id, PROGRAMME))
                .flatMap(file -> Standards.specOf(file).stream())
                .mapToLong(file -> SpecRunner.load(file).size())
                .sum();
        assertThat(examples).isGreaterThanOrEqualTo(LEAST_EXAMPLES);
    }

    private static DynamicTest test(SpecCase example, Standard standard) {
        return DynamicTest.dynamicTest(example.name().en(), () -> {
            SpecOutcome outcome = SpecRunner.run(example, standard, new SpecCases());
            assertThat(outcome.differences()).isEmpty();
        });
    }

    private static Path programme() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("programme").resolve("standards"))) {
            folder = folder.getParent();
        }
        return folder.resolve("programme");
    }
}
