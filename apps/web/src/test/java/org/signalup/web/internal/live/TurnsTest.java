package org.signalup.web.internal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.signalup.live.InboxFull;
import org.signalup.live.LiveSettings;
import org.signalup.web.internal.live.Turns.Turn;

class TurnsTest {
    private static final Map<String, String> SET = Map.of(
            "signalup.live.at-work-per-core",
            "2",
            "signalup.live.turn-within-ms",
            "20",
            "signalup.live.retry-after-seconds",
            "4");

    private final Turns turns = new Turns(LiveSettings.of(name -> Optional.ofNullable(SET.get(name))), 2);

    private List<Turn> all() {
        List<Turn> all = new ArrayList<>();
        for (Optional<Turn> turn = turns.take(); turn.isPresent(); turn = turns.take()) {
            all.add(turn.get());
        }
        return all;
    }

    @Test
    void asManyHaveATurnAsTheCoresBear() {
        List<Turn> all = all();
        assertThat(all).hasSize(4);
        all.get(2).close();
        all.get(2).close();
        assertThat(all()).hasSize(1);
    }

    @Test
    void whileABodyComesOffTheLineOthersHaveTheTurn() throws IOException {
        List<Turn> all = all();
        int others = all.get(0).aside(() -> {
            List<Turn> meanwhile = all();
            meanwhile.forEach(Turn::close);
            return meanwhile.size();
        });
        assertThat(others).isEqualTo(1);
        assertThat(turns.take()).isEmpty();
    }

    @Test
    void whoDoesNotGetTheTurnAgainIsToldToComeBackNotAllAtOnce() {
        List<Turn> all = all();
        assertThatThrownBy(() -> all.get(0).aside(this::all)).isInstanceOfSatisfying(InboxFull.class, full -> {
            assertThat(full.retryAfterS()).isBetween(1, 4);
        });
        List<Integer> told = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            told.add(turns.busy().retryAfterS());
        }
        assertThat(told).contains(1, 2, 3, 4).allMatch(seconds -> seconds >= 1 && seconds <= 4);
    }

    @Test
    void aTurnThatWasGivenUpIsFreeOnce() {
        List<Turn> all = all();
        assertThatThrownBy(() -> all.get(0).aside(() -> {
                    throw new IOException("broke off");
                }))
                .isInstanceOf(IOException.class);
        all.get(0).close();
        assertThat(all()).hasSize(1);
    }
}
