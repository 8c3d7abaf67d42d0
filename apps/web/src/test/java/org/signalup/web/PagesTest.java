package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalup.web.Served.Answer;

/** What the server answers, without a browser. */
class PagesTest {
    @Test
    void theStartListsTheEvaluations() {
        Answer start = Served.get("/");
        assertThat(start.status()).isEqualTo(200);
        assertThat(start.body()).contains("/e/town-2024").contains("/e/town\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/e/town", "/e/town?lang=en", "/e/town?operator=CMCC&scenario=GOV"})
    void pagesAnswer(String path) {
        assertThat(Served.get(path).status()).as(path).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/e/nowhere",
                "/e/..%2f..%2fetc",
                "/nothing",
                "/error",
                "/e/town/nothing",
            })
    void whatIsNotThereIsSaidInWords(String path) {
        Answer answer = Served.get(path);
        assertThat(answer.status()).as(path).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("at org.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/e/town?verdict=GOOD", "/e/town?rat=6G", "/e/town?evidence=%27%3B--", "/e/town?q=%00"})
    void aFilterNobodyKnowsIsABadRequest(String path) {
        Answer answer = Served.get(path);
        assertThat(answer.status()).as(path).isEqualTo(400);
        assertThat(answer.body()).contains("应为");
    }
}
