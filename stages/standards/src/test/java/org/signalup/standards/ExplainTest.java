package org.signalup.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.signalup.domain.Language;

class ExplainTest {
    private static final Pattern ENGLISH = Pattern.compile("[a-z]{4,}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final Standard standard = Shipped.standard(2025);
    private final Programme programme = Shipped.programme();

    @Test
    void chineseHoldsNoEnglishWords() {
        String text = StandardExplainer.explain(standard, Optional.of(programme), Language.ZH)
                .replace(standard.id(), "")
                .replace(programme.id(), "")
                .replace(standard.digest(), "")
                .replace("Asia/Shanghai", "")
                .replace("Mbit/s", "");

        assertThat(ENGLISH.matcher(text).results().map(r -> r.group())).isEmpty();
    }

    @Test
    void englishHoldsChineseOnlyInQuotes() {
        String text = StandardExplainer.explain(standard, Optional.of(programme), Language.EN)
                .replaceAll("\"[^\"]*\"", "");

        assertThat(HAN.matcher(text).results().map(r -> r.group())).isEmpty();
    }

    @Test
    void itSaysItIsAProposal() {
        assertThat(StandardExplainer.explain(standard, Optional.empty(), Language.ZH))
                .contains("平台试评，不是官方标准");
        assertThat(StandardExplainer.explain(standard, Optional.empty(), Language.EN))
                .contains("not an official standard");
    }

    @Test
    void limitsTargetsAndSourcesAreThere() {
        String text = StandardExplainer.explain(standard, Optional.of(programme), Language.EN);

        assertThat(text)
                .contains("a 5G sample is covered at RSRP ≥ -105 dBm and SINR ≥ -3 dB"
                        + " [practice of published test and report software, C]")
                .contains("residential compounds: basement, lift, underground parking:")
                .contains("target share 90 %; at least 60 samples and 3 clusters")
                .contains("road: bins of 100 m; matched by position within 50 m")
                .contains("railway: bins of 200 m; only samples that name the line")
                .contains("target share of the length 95 % [MIIT and ten departments, notice no. 257 of 2023, A]")
                .contains("★★★★★ from 90")
                .contains("China 2024: 200 Mbit/s; China 2025: 220 Mbit/s");
    }

    @Test
    void everyCitedSourceOfTheStandardIsPrinted() {
        String text = StandardExplainer.explain(standard, Optional.empty(), Language.ZH);

        assertThat(standard.citations().values())
                .allSatisfy(c -> assertThat(text).contains("〔" + c.title().zh() + "，" + c.mark() + "〕"));
    }

    @Test
    void anOverlaysOperatorsReplaceTheStandards() {
        String text = StandardExplainer.explain(standard, Optional.of(Shipped.programme(Shipped.DAKAR)), Language.EN);

        assertThat(text).contains("names no operator: Orange Senegal, Yas Senegal, Expresso Senegal.");
    }
}
