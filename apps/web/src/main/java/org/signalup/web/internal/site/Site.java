package org.signalup.web.internal.site;

import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.springframework.web.util.UriUtils;

/**
 * What templates know as {@code site}: the language and how to say things in it.
 *
 * @param path of the request, with its query but without the language, for the switch
 */
public record Site(Language language, String path) {
    /** A text of a template, Chinese beside English. Not named t: the template engine takes {@code t(} for a type. */
    public String say(String zh, String en) {
        return Text.of(zh, en).in(language);
    }

    public String of(Text text) {
        return text.in(language);
    }

    public boolean zh() {
        return language == Language.ZH;
    }

    /** For {@code <html lang>}. */
    public String tag() {
        return zh() ? "zh-CN" : "en";
    }

    /** This page with one parameter set anew, and back on its first list page; an empty value takes the parameter away. */
    public String with(String name, String value) {
        int mark = path.indexOf('?');
        String address = mark < 0 ? path : path.substring(0, mark);
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        if (mark >= 0) {
            Stream.of(path.substring(mark + 1).split("&"))
                    .filter(pair -> !pair.startsWith(name + "=") && !pair.startsWith(Paging.PARAMETER + "="))
                    .forEach(query::add);
        }
        if (!value.isEmpty()) {
            query.add(name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8));
        }
        return address + query;
    }

    /** This page in the other language. */
    public String otherLanguage() {
        return path + (path.indexOf('?') < 0 ? "?" : "&") + "lang=" + (zh() ? "en" : "zh");
    }
}
