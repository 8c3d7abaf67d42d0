package org.signalup.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.signalup.web.Crawl.Page;

/** Chinese on English pages, names aside. */
final class Untranslated {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final List<String> SPOKEN = List.of("aria-label", "title", "placeholder", "alt", "data-label");

    private Untranslated() {}

    /** Each such text with its page. */
    static List<String> of(List<Page> pages) {
        List<String> untranslated = new ArrayList<>();
        for (Page page : pages) {
            spoken(page.document()).stream()
                    .filter(text -> CHINESE.matcher(text).find())
                    .map(text -> page.path() + ": " + text)
                    .forEach(untranslated::add);
        }
        return untranslated;
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
}
