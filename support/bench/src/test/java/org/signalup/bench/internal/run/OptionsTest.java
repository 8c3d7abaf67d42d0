package org.signalup.bench.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.signalup.bench.WorldSize;

class OptionsTest {
    @Test
    void withoutArgumentsAllCasesOfTheReadmeAreRun() {
        Options options = Options.of();
        assertThat(options.sizes()).containsExactly(WorldSize.PROVINCE, WorldSize.NATION);
        assertThat(options.samples()).isEqualTo(List.of(1_000_000L, 10_000_000L));
    }

    @Test
    void anUnknownOptionSaysWhichThereAre() {
        assertThatThrownBy(() -> Options.of("--size", "province"))
                .hasMessageContaining("--size")
                .hasMessageContaining("--sizes [province,nation]");
    }

    @Test
    void aProcessOfItsOwnReadsItsCaseBack() {
        Options options = Options.of("--threads", "1");
        Options child = Options.of(
                options.forCase("evaluate", Options.SPARK, WorldSize.NATION, 5).toArray(String[]::new));
        assertThat(child.engines()).containsExactly(Options.SPARK);
        assertThat(child.single()).isEqualTo("evaluate");
        assertThat(child.sizes()).containsExactly(WorldSize.NATION);
        assertThat(child.samples()).containsExactly(5L);
        assertThat(child.threads()).isEqualTo(1);
    }

    @Test
    void figuresGoThroughALineOfTextUnchanged() {
        Figures figures = new Figures().put("scan", 1.25).put("match", 0.1 + 0.2);
        assertThat(Figures.ofLine(figures.line()).json()).isEqualTo(figures.json());
        assertThat(Figures.ofLine(figures.line()).get("match")).isEqualTo(0.1 + 0.2);
    }
}
