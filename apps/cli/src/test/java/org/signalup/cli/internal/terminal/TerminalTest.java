package org.signalup.cli.internal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTest {
    @Test
    void aTerminalWithoutASizeIsAsWideAsUsual() {
        assertThat(new Terminal(System.out, System.err, true, true, true, 0).columns())
                .isEqualTo(80);
        assertThat(new Terminal(System.out, System.err, true, true, true, 132).columns())
                .isEqualTo(132);
    }
}
