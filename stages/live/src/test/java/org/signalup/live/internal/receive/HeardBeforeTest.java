package org.signalup.live.internal.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeardBeforeTest {
    @TempDir
    Path folder;

    private HeardBefore open(boolean kept) {
        return new HeardBefore(folder.resolve("before"), digest -> kept || !digest.equals("last"));
    }

    private static byte[] message(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aMessageThatWasKeptIsKnownInOtherCompanyAndAfterARestart() {
        HeardBefore before = open(true);
        before.about("first", List.of(message("a"), message("b")));
        before.about("last", List.of(message("c")));
        HeardBefore later = open(true);
        assertThat(later.knows(message("a"))).isTrue();
        assertThat(later.knows(message("c"))).isTrue();
        assertThat(later.knows(message("d"))).isFalse();
    }

    @Test
    void aGroupThatWasWrittenDownButNotKeptComesAgain() {
        open(true).about("last", List.of(message("c")));
        assertThat(open(false).knows(message("c"))).isFalse();
    }

    @Test
    void onlyTheLastGroupsAreRemembered() {
        HeardBefore before = open(true);
        for (int group = 0; group < 30; group++) {
            before.about("g" + group, List.of(message("m" + group)));
        }
        assertThat(before.knows(message("m0"))).isFalse();
        assertThat(open(true).knows(message("m29"))).isTrue();
        assertThat(open(true).knows(message("m12"))).isTrue();
    }
}
