package org.signalup.standards.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Coded;
import org.signalup.domain.Text;
import org.signalup.standards.SpecAnswer;
import org.signalup.standards.SpecCase;
import org.signalup.standards.SpecCase.Expected;
import org.signalup.standards.SpecInput;
import org.signalup.standards.SpecJudge;
import org.signalup.standards.Standard;

/** One worked example against a judge. */
public final class SpecRun {
    private SpecRun() {}

    /** Every expected cell that came out otherwise. */
    public static List<Text> differences(SpecCase specCase, Standard standard, SpecJudge judge) {
        Map<String, Map<String, String>> answers = answers(specCase.input(), standard, judge);
        List<Text> differences = new ArrayList<>();
        for (Expected expected : specCase.expected()) {
            Optional<String> actual =
                    Optional.ofNullable(answers.get(expected.subject())).map(cells -> cells.get(expected.key()));
            if (actual.isEmpty() || !SpecCells.same(expected.value(), actual.get())) {
                differences.add(difference(specCase, expected, actual));
            }
        }
        return differences;
    }

    private static Text difference(SpecCase specCase, Expected expected, Optional<String> actual) {
        String cell = specCase.file() + ":" + expected.line() + ": "
                + (expected.subject().isEmpty() ? "" : expected.subject() + ".") + expected.key();
        return Text.of(
                cell + "：应为 " + shown(expected.value()) + "，得到 "
                        + actual.map(SpecRun::shown).orElse("无此行"),
                cell + ": expected " + shown(expected.value()) + ", got "
                        + actual.map(SpecRun::shown).orElse("no such row"));
    }

    private static String shown(String value) {
        return value.isEmpty() ? "—" : value;
    }

    private static Map<String, Map<String, String>> answers(SpecInput input, Standard standard, SpecJudge judge) {
        Map<String, Map<String, String>> answers = new LinkedHashMap<>();
        if (input instanceof SpecInput.Point point) {
            coded(judge.point(standard, point), answers);
        } else if (input instanceof SpecInput.Bin bin) {
            coded(judge.bin(standard, bin), answers);
        } else if (input instanceof SpecInput.Place place) {
            answers.put("", SpecCells.of(judge.place(standard, place)));
        } else if (input instanceof SpecInput.Line line) {
            SpecAnswer.Line answer = judge.line(standard, line);
            answers.put("line", SpecCells.of(answer.line()));
            answer.sections().forEach((id, section) -> answers.put(id, SpecCells.of(section)));
        } else if (input instanceof SpecInput.All all) {
            answers.put("", SpecCells.of(judge.all(standard, all)));
        } else if (input instanceof SpecInput.Stars stars) {
            answers.put("", SpecCells.of(judge.stars(standard, stars)));
        } else if (input instanceof SpecInput.Crowd crowd) {
            judge.crowd(standard, crowd).forEach((rule, row) -> answers.put(rule.code(), SpecCells.of(row)));
        } else if (input instanceof SpecInput.Rate rate) {
            judge.rate(standard, rate)
                    .forEach((key, row) -> answers.put(
                            key.rat().code() + "/" + key.direction().code() + "/" + key.method(), SpecCells.of(row)));
        }
        return answers;
    }

    private static <K extends Coded> void coded(Map<K, SpecAnswer.Judged> rows, Map<String, Map<String, String>> into) {
        rows.forEach((row, judged) -> into.put(row.code(), SpecCells.of(judged)));
    }
}
