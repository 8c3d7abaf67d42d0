package org.signalup.web.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalup.web.internal.site.PageFailure;

class ListingTest {
    private static Listing<String> piece(List<String> read, int limit) {
        return Listing.of(read, new Piece(limit, Optional.empty()), row -> Cursor.of("CMCC", row));
    }

    @Test
    void aPieceGoesOnAfterItsLastRowOnlyWhenThereIsOneMore() {
        assertThat(piece(List.of("a", "b"), 2)).isEqualTo(new Listing<>(List.of("a", "b"), null));
        Listing<String> more = piece(List.of("a", "b", "c"), 2);
        assertThat(more.items()).containsExactly("a", "b");
        assertThat(Cursor.parse(more.next())).isEqualTo(Cursor.of("CMCC", "b"));
        assertThat(piece(List.of(), 2)).isEqualTo(new Listing<>(List.of(), null));
    }

    @Test
    void aCursorKeepsKeysOfAnyText() {
        Cursor cursor = Cursor.of("", "场所 1,\"x\"\n", "");
        assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
        assertThat(cursor.text()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "a b", "=", "中文"})
    void aCursorThatIsNoneOfOursIsRefusedInWords(String text) {
        assertThatThrownBy(() -> Cursor.parse(text))
                .isInstanceOf(PageFailure.class)
                .hasMessageContaining("parameter after");
        assertThatThrownBy(() -> Cursor.of("a").ofSize(2)).hasMessageContaining("another list");
    }
}
