package org.signalup.web.internal.site;

import org.signalup.domain.Language;
import org.signalup.domain.Text;

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

    /** This page in the other language. */
    public String otherLanguage() {
        return path + (path.indexOf('?') < 0 ? "?" : "&") + "lang=" + (zh() ? "en" : "zh");
    }
}
