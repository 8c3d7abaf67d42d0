package org.signalup.cli.internal.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.signalup.cli.internal.terminal.Table.Cell;
import org.signalup.domain.Evidence;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows;

/** How many passed, failed and are open, one row for each operator, with the evidence behind. */
record VerdictTable(Terminal terminal, Names names) {
    record Judged(Verdict verdict, Optional<Evidence> evidence) {}

    <T> void print(List<T> rows, Function<T, String> operatorOf, Function<T, Judged> judgedOf) {
        Table table = Table.of(
                1,
                names.say("运营商", "operator"),
                names.say("达标", "pass"),
                "A/B/C",
                names.say("不达标", "fail"),
                "A/B/C",
                names.say("待复测", "re-test"),
                names.say("待判定", "open"),
                names.say("未测试", "unmeasured"),
                names.say("合计", "total"));
        Map<String, List<Judged>> byOperator = new LinkedHashMap<>();
        operators().forEach(operator -> byOperator.put(operator, new ArrayList<>()));
        rows.forEach(row -> byOperator
                .computeIfAbsent(operatorOf.apply(row), any -> new ArrayList<>())
                .add(judgedOf.apply(row)));
        byOperator.forEach((operator, judged) -> {
            if (!judged.isEmpty()) {
                table.row(verdictCells(operator, judged));
            }
        });
        table.print(terminal);
    }

    /** The programme's order, ALL first. */
    private List<String> operators() {
        List<String> codes = new ArrayList<>(List.of(ResultRows.ALL));
        names.programme().operators().forEach(operator -> codes.add(operator.code()));
        return codes;
    }

    private List<Cell> verdictCells(String operator, List<Judged> judged) {
        long passed = count(judged, Verdict.PASS);
        long failed = count(judged, Verdict.FAIL);
        long retest = count(judged, Verdict.RETEST);
        return List.of(
                Cell.of(names.operator(operator)),
                new Cell(String.valueOf(passed), passed > 0 ? Style.GOOD : Style.PLAIN),
                Cell.of(grades(judged, Verdict.PASS)),
                new Cell(String.valueOf(failed), failed > 0 ? Style.BAD : Style.PLAIN),
                Cell.of(grades(judged, Verdict.FAIL)),
                new Cell(String.valueOf(retest), retest > 0 ? Style.DOUBT : Style.PLAIN),
                Cell.of(count(judged, Verdict.UNDECIDED) + count(judged, Verdict.TOO_FEW)),
                Cell.of(count(judged, Verdict.NOT_MEASURED)),
                Cell.of(judged.size()));
    }

    private static long count(List<Judged> judged, Verdict verdict) {
        return judged.stream().filter(one -> one.verdict() == verdict).count();
    }

    private static String grades(List<Judged> judged, Verdict verdict) {
        List<String> counts = new ArrayList<>();
        for (Evidence grade : Evidence.values()) {
            counts.add(String.valueOf(judged.stream()
                    .filter(one -> one.verdict() == verdict
                            && one.evidence().filter(grade::equals).isPresent())
                    .count()));
        }
        return String.join("/", counts);
    }
}
