package org.signalup.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Language;

class LanguagesTest {
    /** Signs, numbers and units that read the same in both languages. */
    private static final Pattern FIGURE =
            Pattern.compile("(?:[0-9\\s.,:/+−–≥%·=★☆\\[\\]()#…-]|K(?=\\d)|km|m\\b|dBm|dB|Mbit/s|\\bn\\b|\\b[ABC]\\b)*");

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @TempDir
    Path folder;

    private Markup page(World world) throws IOException {
        new Report().write(world, folder);
        return Markup.of(Files.readString(folder.resolve(Report.FILE)));
    }

    @Test
    void every_text_stands_in_both_languages() throws IOException {
        for (World world : List.of(new World(), Town.of("Site ", 30, 3, 50))) {
            List<Markup.Words> words = page(world).words;
            for (int i = 0; i < words.size(); i++) {
                String inner = last(words.get(i));
                if (inner.endsWith("lang=zh")) {
                    assertThat(last(words.get(i + 1))).as(words.get(i).text()).endsWith("lang=en");
                } else if (inner.endsWith("lang=en")) {
                    assertThat(last(words.get(i - 1))).as(words.get(i).text()).endsWith("lang=zh");
                }
            }
        }
    }

    @Test
    void nothing_but_figures_names_and_codes_stands_outside_the_two_languages() throws IOException {
        for (Markup.Words words : page(Town.of("Site ", 30, 3, 50)).words) {
            String inner = last(words);
            boolean excused = (inner.contains("lang=") && !inner.startsWith("html")) || inner.startsWith("bdi");
            if (!excused && !inner.equals("title")) {
                assertThat(words.text()).as("inside " + words.within()).matches(FIGURE);
            }
        }
    }

    @Test
    void the_english_page_has_no_chinese_but_names() throws IOException {
        for (Markup.Words words : page(Town.of("Site ", 30, 3, 50)).words) {
            if (last(words).endsWith("lang=en") && !words.inside("div class=\"plain\"")) {
                assertThat(CHINESE.matcher(words.text()).find())
                        .as(words.text())
                        .isFalse();
            }
        }
    }

    @Test
    void no_attribute_speaks() throws IOException {
        for (String attributes : page(Town.of("Site ", 10, 1, 10)).attributes) {
            assertThat(CHINESE.matcher(attributes).find()).as(attributes).isFalse();
            assertThat(attributes).doesNotContain("title=", "alt=", "aria-label=");
        }
    }

    @Test
    void the_first_language_is_a_choice() throws IOException {
        new Report(Language.EN).write(new World(), folder);
        assertThat(folder.resolve(Report.FILE))
                .content()
                .contains("<html lang=\"en\">")
                .containsPattern("id=\"language-en\"[^>]* checked=");
    }

    private static String last(Markup.Words words) {
        return words.within().get(words.within().size() - 1);
    }
}
