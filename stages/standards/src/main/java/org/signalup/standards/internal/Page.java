package org.signalup.standards.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.standards.Citation;

/** A text that grows in one language: headings, lines, and the source behind each number. */
public final class Page {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final StringBuilder text = new StringBuilder();
    private final Language language;
    private final Map<String, Citation> citations;

    /** Begins a page; {@code citations} by key path. */
    public Page(Language language, Map<String, Citation> citations) {
        this.language = language;
        this.citations = citations;
    }

    public String text() {
        return text.toString();
    }

    Language language() {
        return language;
    }

    void title(String zh, String en) {
        text.append(say(zh, en)).append('\n');
    }

    void heading(String zh, String en) {
        text.append('\n').append(say(zh, en)).append('\n');
    }

    void line(String zh, String en) {
        text.append("  ").append(say(zh, en)).append('\n');
    }

    /** A line that gives numbers, with the sources of the paths they stand at. */
    void line(String zh, String en, String... paths) {
        text.append("  ").append(say(zh, en)).append(sources(paths)).append('\n');
    }

    void item(String zh, String en, String... paths) {
        text.append("  - ").append(say(zh, en)).append(sources(paths)).append('\n');
    }

    String say(String zh, String en) {
        return language == Language.ZH ? zh : en;
    }

    String say(Text both) {
        return both.in(language);
    }

    /** The source of one number, in brackets. */
    String source(Citation citation) {
        return say("〔" + citation.title().zh() + "，", " [" + citation.title().en() + ", ")
                + citation.mark()
                + say("〕", "]");
    }

    private String sources(String... paths) {
        StringBuilder all = new StringBuilder();
        for (String path : paths) {
            Optional.ofNullable(citations.get(path)).map(this::source).ifPresent(one -> {
                if (all.indexOf(one) < 0) {
                    all.append(one);
                }
            });
        }
        return all.toString();
    }

    /** A fraction as per cent: {@code 95 %}. */
    static String percent(double share) {
        return plain(BigDecimal.valueOf(share).multiply(HUNDRED)) + " %";
    }

    static String number(double number) {
        return plain(BigDecimal.valueOf(number));
    }

    private static String plain(BigDecimal number) {
        BigDecimal rounded = number.setScale(6, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
