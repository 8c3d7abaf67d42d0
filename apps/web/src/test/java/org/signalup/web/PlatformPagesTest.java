package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.signalup.web.Crawl.Page;
import org.signalup.web.internal.site.Callers;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** What holds on every page of the platform, for somebody of each kind whose pages differ. */
class PlatformPagesTest extends InABrowser {
    private static final int[] WIDTHS = {390, 1366};

    /** No link leads there: whoever comes has a code, or is sent there. */
    private static final Set<String> COME_TO_OTHERWISE = Set.of(
            "/first",
            "/join",
            "/sign-in",
            "/error",
            "/jobs/{id}/events",
            "/ledger",
            "/map/backdrop.geojson",
            "/instruments",
            "/instruments/compare/report");

    private static Crawl chinese;
    private static Crawl english;
    private static Crawl operator;

    @BeforeAll
    static synchronized void walk() {
        if (chinese != null) {
            return;
        }
        LivedIn.settle();
        Visitor manager = Town.signedIn(Town.MANAGER);
        manager.fillIn(
                "/jobs/new", "/jobs", Map.of("name", "走查", "standard", "signal-upgrade-2025", "engine", "duckdb"));
        chinese = Crawl.platform(manager, "zh");
        english = Crawl.platform(Town.signedIn(Town.MANAGER), "en");
        operator = Crawl.platform(Town.signedIn("li-cmcc"), "en");
    }

    @Test
    void everyLinkLeadsSomewhere() {
        for (Crawl crawl : List.of(chinese, english, operator)) {
            assertThat(crawl.visited())
                    .hasSizeGreaterThan(20)
                    .allSatisfy(visited -> assertThat(visited.status())
                            .as("%s, linked from %s", visited.path(), visited.from())
                            .isEqualTo(200));
        }
    }

    /** A page nobody is led to is a page nobody finds, and none of the tests here looks at it. */
    @Test
    void everyPageIsReachedByLinks() {
        Set<String> reached = new TreeSet<>();
        Stream.of(chinese, operator)
                .flatMap(crawl -> crawl.visited().stream())
                .map(visited -> visited.path().replaceFirst("\\?.*", ""))
                .forEach(reached::add);
        List<String> never = pagePatterns().stream()
                .filter(pattern -> reached.stream()
                        .noneMatch(path -> PathPatternParser.defaultInstance
                                .parse(pattern)
                                .matches(PathContainer.parsePath(path))))
                .toList();
        assertThat(never).isEmpty();
    }

    private static List<String> pagePatterns() {
        return Town.server()
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(pattern -> !pattern.startsWith("/api/") && !pattern.startsWith("/e/"))
                .filter(pattern -> !COME_TO_OTHERWISE.contains(pattern)
                        && !pattern.startsWith(Callers.RMBT + "/")
                        && !pattern.startsWith("/v3/")
                        && !pattern.endsWith(".css"))
                .distinct()
                .toList();
    }

    @Test
    void anEnglishPageHasNoChineseButNames() {
        List<Page> pages = new ArrayList<>(english.pages());
        pages.addAll(operator.pages());
        assertThat(pages).hasSizeGreaterThan(30);
        assertThat(Untranslated.of(pages)).isEmpty();
    }

    @Test
    void everyPageHasOneHeadingAndATitleOfItsOwn() {
        for (Page page : chinese.pages()) {
            Document document = page.document();
            assertThat(document.select("h1")).as(page.path()).hasSize(1);
            assertThat(document.title()).as(page.path()).isNotBlank().doesNotStartWith(" ·");
        }
    }

    /** Whoever sees a list can take it away. */
    @Test
    void everyListIsOfferedAsAFile() {
        List<String> kept = chinese.pages().stream()
                .filter(page -> !page.document()
                        .select("main .scroll > table, main ul.notices, main ul.cards")
                        .isEmpty())
                .filter(page -> page.document().select("main a[href*='.csv']").isEmpty())
                .map(Page::path)
                .filter(
                        path -> !path.matches(
                                "/(search|ledger/[a-z]+/entry|jobs/[0-9]+|probes/[0-9]+|batches/[0-9a-f]+|erasures/[0-9]+)?(\\?.*)?"))
                .toList();
        assertThat(kept).isEmpty();
    }

    static Stream<String> pages() {
        walk();
        return chinese.kinds().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nobodyIsShutOutAndNoWidthMakesAPageScrollSideways(String path) {
        if (!browser.driver().getCurrentUrl().startsWith(Town.server().url())) {
            browser.signIn(Town.server().url(), Town.MANAGER);
        }
        List<String> faults = new ArrayList<>();
        browser.driver().get(Town.server().url() + path + (path.contains("?") ? "&" : "?") + "lang=zh");
        browser.until("document.readyState === 'complete'");
        faults.addAll(Faults.serious(browser));
        for (int width : WIDTHS) {
            browser.size(width, 900);
            Object fits = browser.driver().executeScript("return document.documentElement.scrollWidth <= innerWidth");
            if (!Boolean.TRUE.equals(fits)) {
                faults.add("scrolls sideways at " + width);
            }
            browser.picture("platform" + path.replaceAll("[^A-Za-z0-9]+", "-") + "-" + width);
        }
        browser.console().forEach(entry -> faults.add(entry.getMessage()));
        assertThat(faults).as(path).isEmpty();
    }
}
