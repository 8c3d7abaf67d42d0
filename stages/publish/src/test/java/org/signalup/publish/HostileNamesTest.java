package org.signalup.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileNamesTest {
    private static final List<String> NAMES = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)",
            "</style></svg><b>",
            "\u202Eevil\u202C\u2066x\u2069",
            "\u05D0\u05D1\u05D2 rtl",
            "null\u0000\u001B[31m",
            "lone \uD800 surrogate",
            "&amp;&lt;");

    @TempDir
    Path folder;

    private String page(World world) throws IOException {
        new Report().write(world, folder);
        return Files.readString(folder.resolve(Report.FILE));
    }

    @Test
    void no_name_becomes_markup() throws IOException {
        Set<String> known = new TreeSet<>(Markup.of(page(Town.of("Site ", 20, 2, 20))).tags);
        int attributes = Markup.of(page(Town.of("Site ", 20, 2, 20))).attributes.size();
        for (String name : NAMES) {
            Markup markup = Markup.of(page(Town.of(name, 20, 2, 20)));
            assertThat(new TreeSet<>(markup.tags)).as(name).isEqualTo(known);
            assertThat(markup.attributes).as(name).hasSize(attributes).noneMatch(a -> a.matches("(?s).*\\son\\w+=.*"));
        }
    }

    @Test
    void what_would_turn_or_hide_text_is_shown_as_a_box() throws IOException {
        for (String name : NAMES) {
            assertThat(page(Town.of(name, 20, 2, 20)))
                    .as(name)
                    .doesNotContain("\u202E", "\u202C", "\u2066", "\u2069", "\u0000", "\u001B", "\uD800");
        }
    }

    @Test
    void a_hostile_standard_name_stays_a_name() throws IOException {
        World world = Town.of("Site ", 5, 1, 10);
        world.standardName = "<script>alert(1)</script>";
        assertThat(page(world))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void the_page_asks_for_nothing_and_runs_only_its_own_script() throws IOException {
        String page = page(Town.of("http://example.org/ Site ", 20, 2, 20));
        assertThat(Markup.of(page).tags).doesNotContain("link", "img", "iframe", "object", "form", "base");
        assertThat(Markup.of(page).attributes)
                .noneMatch(attributes -> attributes.matches(".*\\s(src|href)=\"(?!#).*"))
                .noneMatch(attributes -> attributes.contains("style="));
        assertThat(page)
                .contains("default-src &#39;none&#39;")
                .contains("style-src &#39;sha256-" + digest(between(page, "<style>", "</style>")))
                .contains("script-src &#39;sha256-" + digest(between(page, "<script>", "</script>")))
                .doesNotContain("@import", "url(");
    }

    private static String between(String page, String from, String to) {
        int start = page.indexOf(from) + from.length();
        return page.substring(start, page.indexOf(to, start));
    }

    private static String digest(String content) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(bytes);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
