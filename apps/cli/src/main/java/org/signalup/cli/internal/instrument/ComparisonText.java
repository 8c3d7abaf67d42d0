package org.signalup.cli.internal.instrument;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.signalup.cli.internal.Session;
import org.signalup.cli.internal.terminal.Table;
import org.signalup.cli.internal.terminal.Table.Cell;
import org.signalup.domain.Text;
import org.signalup.instrument.Agreement;
import org.signalup.instrument.Comparison;
import org.signalup.instrument.Estimate;

/** Comparisons on the terminal. */
final class ComparisonText {
    private static final String NONE = "–";

    private final Session session;

    ComparisonText(Session session) {
        this.session = session;
    }

    void say(List<Comparison> comparisons) {
        session.say(Text.of("参考：", "reference: "), comparisons.get(0).reference());
        Table table = Table.of(
                3,
                say("仪器", "instrument"),
                say("指标", "quantity"),
                say("结论", "verdict"),
                say("样本对", "pairs"),
                say("偏差 dB", "bias dB"),
                say("一致性界限 dB", "limits of agreement dB"),
                say("Deming 斜率", "Deming slope"),
                say("En 值", "En"),
                say("漂移 dB", "drift dB"));
        comparisons.forEach(of -> table.row(row(of)));
        table.print(session.terminal());
        comparisons.stream().filter(of -> !of.reasons().isEmpty()).forEach(this::reasons);
        comparisons.forEach(of -> of.proposedCorrection().ifPresent(correction -> correction(of, correction)));
    }

    private List<Cell> row(Comparison of) {
        Optional<Agreement> found = of.agreement();
        String verdict =
                of.verdict().text().in(session.language()) + (of.certain() ? "" : say("（不确定）", " (not certain)"));
        return List.of(
                Cell.of(of.other()),
                Cell.of(of.quantity().text().in(session.language())),
                Cell.of(verdict),
                Cell.of(of.pairs().size()),
                Cell.of(shown(found.map(Agreement::bias))),
                Cell.of(found.map(at ->
                                two(at.lower().value()) + " … " + two(at.upper().value()))
                        .orElse(NONE)),
                Cell.of(shown(found.flatMap(Agreement::deming).map(Agreement.Deming::slope))),
                Cell.of(of.en().isPresent() ? two(of.en().getAsDouble()) : NONE),
                Cell.of(shown(found.flatMap(Agreement::driftChange))));
    }

    private void reasons(Comparison of) {
        String reasons = of.reasons().stream()
                .map(reason -> reason.in(session.language()))
                .collect(Collectors.joining("; "));
        session.say(Text.same(of.other() + " " + of.quantity().column() + ": "), reasons);
    }

    private void correction(Comparison of, Estimate correction) {
        session.say(
                Text.of("建议修正（未应用） ", "proposed correction (applied nowhere) "),
                of.other() + " " + of.quantity().column() + " " + shown(Optional.of(correction)) + " dB");
    }

    private static String shown(Optional<Estimate> estimate) {
        return estimate.map(found -> two(found.value()) + " [" + two(found.low()) + ", " + two(found.high()) + "]")
                .orElse(NONE);
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private String say(String zh, String en) {
        return Text.of(zh, en).in(session.language());
    }
}
