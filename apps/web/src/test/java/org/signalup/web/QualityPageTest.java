package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** 数据质量 and 标准. */
class QualityPageTest {
    private static final Pattern ROW = Pattern.compile("(?s)<tr>\\s*<th scope=\"row\"><span translate=\"no\">.*?</tr>");
    private static final Pattern NUMBER = Pattern.compile("<td class=\"n\">(?:<b>)?([0-9,]+)");

    @Test
    void everyRowOfAFileWentSomewhere() {
        List<String> rows = ROW.matcher(Served.get("/e/town/quality").body())
                .results()
                .map(row -> row.group())
                .toList();
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            List<Long> numbers = NUMBER.matcher(row)
                    .results()
                    .map(cell -> Long.parseLong(cell.group(1).replace(",", "")))
                    .toList();
            assertThat(numbers).hasSize(5);
            assertThat(numbers.get(1) + numbers.get(2) + numbers.get(3)).isEqualTo(numbers.get(0));
            assertThat(numbers.subList(1, 4)).allMatch(number -> number >= 0);
        });
    }

    @Test
    void everyReasonOfRefusalIsSaidInWordsWithExamples() {
        assertThat(Served.get("/e/town/quality?lang=en").body())
                .contains("CHECKIN_FAR")
                .contains("too far")
                .contains("All refused rows");
    }

    @Test
    void theStandardIsToldInChaptersWithSources() {
        String page = Served.get("/e/town/standard").body();
        assertThat(page).contains("证据等级").contains("id=\"c9\"").contains("〔").contains("目标占比");
        assertThat(Served.get("/e/town/standard?lang=en").body())
                .contains("id=\"c9\"")
                .contains(", O]");
    }
}
