package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalup.web.Crawl.Page;

/** What holds on every page a reader can reach. */
class EveryPageTest {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final List<String> SPOKEN = List.of("aria-label", "title", "placeholder", "alt", "data-label");

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
        List<String> untranslated = new ArrayList<>();
        for (Page page : Crawl.in("en").pages()) {
            spoken(page.document()).stream()
                    .filter(text -> CHINESE.matcher(text).find())
                    .map(text -> page.path() + ": " + text)
                    .forEach(untranslated::add);
        }
        assertThat(untranslated).isEmpty();
    }

    /** Every text of a page that is to be translated, attributes too. */
    private static List<String> spoken(Document page) {
        Document document = page.clone();
        document.select("script, style, [translate=no]").remove();
        List<String> texts = new ArrayList<>();
        document.select("*").forEach(element -> {
            element.textNodes().stream().map(TextNode::text).forEach(texts::add);
            SPOKEN.stream().map(element::attr).forEach(texts::add);
        });
        return texts;
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
