package org.signalup.intake.internal.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.signalup.domain.Rat;
import org.signalup.domain.Text;
import org.signalup.intake.Confidence;
import org.signalup.intake.ProfileDraft.Column;
import org.signalup.intake.SampleColumn;
import org.signalup.intake.internal.profile.Identifiers;
import org.signalup.intake.internal.row.CellFactory;
import org.signalup.intake.internal.row.Masking;
import org.signalup.standards.Programme;

/** What one column may be: its heading says, its values confirm or contradict. */
final class ColumnGuess {
    private static final double MOST = 0.9;
    private static final int EXAMPLES = 3;
    private static final int REPEATED = 2;

    private static final int LONGEST_MARK = 12;
    private static final int MOST_MARKS = 5;

    private final String heading;
    private final List<String> values;
    private final SampleColumn target;
    private final Programme programme;

    private ColumnGuess(String heading, List<String> values, SampleColumn target, Programme programme) {
        this.heading = heading;
        this.values = values;
        this.target = target;
        this.programme = programme;
    }

    static Column of(String heading, List<String> values, Programme programme) {
        if (Identifiers.named(heading)) {
            Text reason = Text.of("标识人或终端，读取时删去", "identifies a person or a phone, removed when read");
            return unused(heading, List.of(), Confidence.HIGH, reason);
        }
        return HeadingWords.canonical(heading)
                .or(() -> HeadingWords.meaning(heading))
                .map(target -> new ColumnGuess(heading, values, target, programme).column())
                .orElseGet(() -> unused(
                        heading, examples(values), Confidence.LOW, Text.of("表头没有见过", "a heading not seen before")));
    }

    private static Column unused(String heading, List<String> examples, Confidence confidence, Text reason) {
        return new Column(
                heading, examples, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), confidence, reason);
    }

    private static List<String> examples(List<String> values) {
        return values.stream().distinct().limit(EXAMPLES).map(Masking::mask).toList();
    }

    private Column column() {
        Optional<UnitGuess> unit = UnitGuess.of(target, heading, values);
        List<String> strange = values.stream()
                .filter(value -> !understood(value, unit.map(UnitGuess::unit)))
                .toList();
        List<String> missing = repeated(strange);
        long odd = strange.stream().filter(value -> !missing.contains(value)).count();
        Confidence confidence = confidence(odd);
        return new Column(
                heading,
                examples(values),
                Optional.of(target),
                rat(),
                unit.map(UnitGuess::unit),
                missing,
                unit.filter(one -> one.confidence().compareTo(confidence) > 0)
                        .map(UnitGuess::confidence)
                        .orElse(confidence),
                reason(odd, unit, missing));
    }

    private boolean understood(String value, Optional<String> unit) {
        return target == SampleColumn.OPERATOR
                ? programme.findOperator(value).isPresent()
                : CellFactory.plausible(target, unit, value);
    }

    /** Values that cannot be and come again are marks of a missing value, not errors. */
    private List<String> repeated(List<String> strange) {
        SampleColumn.Kind kind = target.kind();
        if (kind != SampleColumn.Kind.NUMBER && kind != SampleColumn.Kind.COORDINATE) {
            return List.of();
        }
        Map<String, Integer> counts = new TreeMap<>();
        strange.forEach(value -> counts.merge(value, 1, Integer::sum));
        List<String> repeated = new ArrayList<>();
        counts.forEach((value, count) -> {
            if (count >= REPEATED && value.length() <= LONGEST_MARK) {
                repeated.add(value);
            }
        });
        return repeated.size() <= MOST_MARKS ? repeated : List.of();
    }

    private Optional<Rat> rat() {
        return switch (target) {
            case RSRP_DBM, SINR_DB, RSRQ_DB, PCI -> HeadingWords.rat(heading);
            default -> Optional.empty();
        };
    }

    private Confidence confidence(long odd) {
        if (values.isEmpty()) {
            return Confidence.MEDIUM;
        }
        double share = 1 - odd / (double) values.size();
        boolean told = target.kind() != SampleColumn.Kind.ID && target.kind() != SampleColumn.Kind.TEXT;
        return share < MOST ? Confidence.LOW : told ? Confidence.HIGH : Confidence.MEDIUM;
    }

    private Text reason(long odd, Optional<UnitGuess> unit, List<String> missing) {
        StringBuilder zh = new StringBuilder("表头像 " + target.code());
        StringBuilder en = new StringBuilder("the heading means " + target.code());
        if (!values.isEmpty()) {
            zh.append("，" + values.size() + " 个值中 " + (values.size() - odd) + " 个合理");
            en.append(", " + (values.size() - odd) + " of " + values.size() + " values fit");
        }
        unit.ifPresent(one -> {
            zh.append("；" + one.reason().zh());
            en.append("; " + one.reason().en());
        });
        if (!missing.isEmpty()) {
            zh.append("；反复出现、当作缺失：" + String.join(" ", missing));
            en.append("; taken for missing, as they come again: " + String.join(" ", missing));
        }
        return Text.of(zh.toString(), en.toString());
    }
}
