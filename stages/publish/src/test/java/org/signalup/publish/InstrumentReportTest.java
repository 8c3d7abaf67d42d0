package org.signalup.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Language;
import org.signalup.instrument.Comparison;
import org.signalup.instrument.Comparison.Circumstances;
import org.signalup.instrument.Comparison.Names;
import org.signalup.instrument.Quantity;
import org.signalup.instrument.Series.Pair;
import org.signalup.instrument.Slot;
import org.signalup.standards.InstrumentPolicy;

class InstrumentReportTest {
    private static final InstrumentPolicy POLICY = InstrumentPolicy.read(List.of(Path.of("../../programme")));
    private static final Circumstances USUAL =
            new Circumstances(ZoneId.of("Asia/Shanghai"), Optional.empty(), Optional.empty());

    @TempDir
    Path folder;

    @Test
    void every_pair_is_a_dot_and_a_row_and_a_name_stays_a_name() throws IOException {
        String page = page(60, "<script>evil</script>");
        assertThat(page.split("<circle", -1)).hasSize(61);
        assertThat(page).doesNotContain("<script>evil").contains("&lt;script&gt;evil");
        assertThat(page).contains("Content-Security-Policy", "不可比", "does not agree", "−80.00");
    }

    @Test
    void many_pairs_are_thinned_in_the_drawing_and_it_says_so() throws IOException {
        String page = page(5_000, "B");
        assertThat(page.split("<circle", -1).length - 1).isBetween(1_500, 2_000);
        assertThat(page).contains("2000 dots are drawn", "5,000 rows, the first 200 are listed");
    }

    @Test
    void every_text_stands_in_both_languages() throws IOException {
        List<Markup.Words> words = Markup.of(page(60, "B")).words;
        long chinese =
                words.stream().filter(word -> last(word).endsWith("lang=zh")).count();
        long english =
                words.stream().filter(word -> last(word).endsWith("lang=en")).count();
        assertThat(chinese).isEqualTo(english).isGreaterThan(20);
    }

    @Test
    void without_pairs_it_says_so() throws IOException {
        assertThat(page(0, "B"))
                .contains("too few pairs", "0 pairs, expected at least 30")
                .doesNotContain("<svg");
    }

    private String page(int count, String other) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double reference = -80 - i % 20;
            pairs.add(new Pair(new Slot(60_000L * i, "point P1", "CMCC 5G FREE"), reference, reference + 3 + i % 2));
        }
        Comparison comparison = Comparison.of(new Names(Quantity.RSRP, "A", other), pairs, POLICY, USUAL);
        new InstrumentReport(Language.ZH).write(List.of(comparison), POLICY, folder);
        return Files.readString(folder.resolve(Report.FILE));
    }

    private static String last(Markup.Words words) {
        return words.within().get(words.within().size() - 1);
    }
}
