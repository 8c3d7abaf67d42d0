package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalup.web.Crawl.Page;

/** What holds on every page a reader can reach. */
class EveryPageTest {
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyLinkLeadsSomewhere(String language) {
        assertThat(Crawl.in(language).visited())
                .hasSizeGreaterThan(40)
                .allSatisfy(visited -> assertThat(visited.status())
                        .as("%s, linked from %s", visited.path(), visited.from())
                        .isEqualTo(200));
    }

    @Test
    void theMainPagesAreReached() {
        assertThat(Crawl.in("zh").pages())
                .extracting(page -> page.path().replaceFirst("\\?.*", ""))
                .contains(
                        "/",
                        "/e/town",
                        "/e/town/map",
                        "/e/town/places",
                        "/e/town/place",
                        "/e/town/place/samples",
                        "/e/town/lines",
                        "/e/town/line",
                        "/e/town/replay",
                        "/e/town/compare",
                        "/e/town/whatif",
                        "/e/town/plan",
                        "/e/town/standard",
                        "/e/town/quality",
                        "/e/town/downloads",
                        "/e/town/wall");
    }

    @Test
    void anEnglishPageHasNoChineseButNames() {
        assertThat(Untranslated.of(Crawl.in("en").pages())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyPageHasOneHeadingATitleOfItsOwnAndSaysThatDataAreSimulated(String language) {
        for (Page page : Crawl.in(language).pages()) {
            Document document = page.document();
            assertThat(document.select("h1")).as(page.path()).hasSize(1);
            assertThat(document.title()).as(page.path()).isNotBlank().doesNotStartWith(" ·");
            if (page.path().startsWith("/e/")) {
                assertThat(document.text()).as(page.path()).contains(language.equals("zh") ? "模拟数据" : "Simulated data");
            }
        }
    }
}
