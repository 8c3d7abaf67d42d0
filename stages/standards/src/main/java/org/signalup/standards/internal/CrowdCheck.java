package org.signalup.standards.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.signalup.domain.Problem;
import org.signalup.domain.Text;
import org.signalup.standards.ChannelNumbers;
import org.signalup.standards.CrowdFilters;
import org.signalup.standards.CrowdFilters.Spectrum;
import org.signalup.standards.CrowdRule;

/** What must hold among the rules for crowd samples beyond the type of each value. */
final class CrowdCheck {
    private static final String ROOT = "crowd_filters.";
    private static final int MAX_GAP_FACTOR = 3;

    private final CrowdFilters filters;
    private final String file;
    private final ToIntFunction<String> lineOf;
    private final List<Problem> problems = new ArrayList<>();

    CrowdCheck(CrowdFilters filters, String file, ToIntFunction<String> lineOf) {
        this.filters = filters;
        this.file = file;
        this.lineOf = lineOf;
    }

    List<Problem> problems() {
        expect(
                filters.on().isEmpty() || !filters.sources().isEmpty(),
                ROOT + "sources",
                "",
                "至少一种数据来源",
                "at least one source");
        filters.bands()
                .byOperator()
                .forEach((operator, list) -> list.forEach(spectrum -> spectrum(operator, spectrum)));
        if (filters.on().contains(CrowdRule.RATE_LIMITED)) {
            caps();
        }
        return problems;
    }

    private void spectrum(String operator, Spectrum spectrum) {
        String path =
                ROOT + "BANDS.operators." + operator + "." + spectrum.rat().code();
        boolean whole = spectrum.fromMhz() < spectrum.toMhz()
                && ChannelNumbers.of(spectrum).isPresent();
        expect(
                whole,
                path,
                spectrum.band() + " " + spectrum.fromMhz() + "-" + spectrum.toMhz(),
                "已知频段，起点小于终点",
                "a known band, its lower end below its upper");
    }

    /** Neighbouring caps must lie so far apart that what lies beside one is not at the other. */
    private void caps() {
        CrowdFilters.RateLimited rule = filters.rateLimited();
        double reach = MAX_GAP_FACTOR * rule.tolerance();
        boolean apart =
                reach < 1 && !rule.capsMbps().isEmpty() && rule.capsMbps().get(0) > 0;
        for (int i = 1; i < rule.capsMbps().size(); i++) {
            apart &= rule.capsMbps().get(i) * (1 - reach) > rule.capsMbps().get(i - 1) * (1 + reach);
        }
        expect(
                apart,
                ROOT + "RATE_LIMITED.caps_mbps",
                rule.capsMbps(),
                "递增，彼此相隔三倍容差以上",
                "ascending, each three tolerances from the next");
    }

    private void expect(boolean holds, String path, Object value, String zh, String en) {
        if (!holds) {
            Text message = Text.of("不合理（应为：" + zh + "）", "makes no sense (expected: " + en + ")");
            problems.add(
                    new Problem(file, lineOf.applyAsInt(path), path, String.valueOf(value), "STANDARD_SENSE", message));
        }
    }
}
