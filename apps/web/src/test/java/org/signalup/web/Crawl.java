package org.signalup.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.signalup.web.Served.Answer;

/**
 * The pages reached by following links from the start, as a reader would. Pages that differ in the values of their
 * parameters only are alike; a few of each kind are visited.
 */
final class Crawl {
    private static final int OF_A_KIND = 2;

    /** Pages with this many parameters are of more kinds than are worth a second look. */
    private static final int MANY_PARAMETERS = 2;

    private static final String NO_EVALUATION = "-";

    private static final Map<String, Crawl> KNOWN = new HashMap<>();

    /** A page that answered with HTML. */
    record Page(String path, Document document) {}

    /** An address and how it answered. */
    record Visited(String from, String path, int status, String body) {}

    private final Function<String, Answer> browser;
    private final String evaluation;
    private final String language;
    private final List<Page> pages = new ArrayList<>();
    private final List<Visited> visited = new ArrayList<>();
    private final Map<String, Integer> kinds = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Queue<Visited> waiting = new ArrayDeque<>();

    private Crawl(Function<String, Answer> browser, String evaluation, String language) {
        this.browser = browser;
        this.evaluation = evaluation;
        this.language = language;
    }

    /** All pages of the town in a language; walked once. */
    static synchronized Crawl in(String language) {
        return KNOWN.computeIfAbsent(
                language,
                code -> new Crawl(Served::get, "town", code).from("/e/town").from("/"));
    }

    /** All pages of an evaluation as somebody else sees it. */
    static Crawl of(String evaluation, Visitor visitor) {
        return new Crawl(visitor::answer, evaluation, "zh").from("/e/" + evaluation);
    }

    /** All pages of the platform somebody signed in can reach, without those of evaluations. */
    static Crawl platform(Visitor visitor, String language) {
        return new Crawl(visitor::answer, NO_EVALUATION, language).from("/").from("/search?q=LI-");
    }

    List<Page> pages() {
        return pages;
    }

    List<Visited> visited() {
        return visited;
    }

    /** The first page of every kind. */
    List<String> kinds() {
        Set<String> known = new HashSet<>();
        return pages.stream()
                .map(Page::path)
                .filter(path -> known.add(kind(path)))
                .toList();
    }

    private Crawl from(String start) {
        add("", start);
        while (!waiting.isEmpty()) {
            Visited next = waiting.remove();
            Answer answer = browser.apply(next.path() + (next.path().contains("?") ? "&" : "?") + "lang=" + language);
            visited.add(new Visited(next.from(), next.path(), answer.status(), answer.body()));
            if (answer.status() == 200 && answer.contentType().startsWith("text/html")) {
                Document document = Jsoup.parse(answer.body());
                pages.add(new Page(next.path(), document));
                document.select("a[href^=/], link[href^=/], script[src^=/], img[src^=/]").stream()
                        .map(link -> link.hasAttr("href") ? link.attr("href") : link.attr("src"))
                        .forEach(link -> add(next.path(), link));
            }
        }
        return this;
    }

    /** Other evaluations look alike, other languages are another crawl, and files of the evaluation are not pages. */
    private void add(String from, String link) {
        String path = link.replaceFirst("#.*", "");
        boolean other = path.startsWith("/e/") && !path.matches("/e/" + evaluation + "([/?].*)?");
        if (other || path.contains("lang=") || path.startsWith("/e/" + evaluation + "/file/") || !seen.add(path)) {
            return;
        }
        int few = path.split("[?&]").length > MANY_PARAMETERS ? 1 : OF_A_KIND;
        if (kinds.merge(kind(path), 1, Integer::sum) <= few) {
            waiting.add(new Visited(from, path, 0, ""));
        }
    }

    /** Ids in an address are values as those behind it are. */
    private static String kind(String path) {
        String alike = path.replaceAll("/([0-9]+|[0-9a-f]{32})(?=[/?]|$)", "/#");
        int mark = alike.indexOf('?');
        if (mark < 0) {
            return alike;
        }
        return alike.substring(0, mark + 1)
                + Arrays.stream(alike.substring(mark + 1).split("&"))
                        .map(pair -> pair.replaceFirst("=.*", ""))
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
