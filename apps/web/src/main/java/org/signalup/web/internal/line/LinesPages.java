package org.signalup.web.internal.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.LineKind;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.evaluate.ResultTables;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.result.Operators;
import org.signalup.web.internal.site.Filter;
import org.signalup.web.internal.site.Paging;
import org.signalup.web.internal.site.SqlWhere;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 线路清单. */
@Controller
@Needs(Capability.RESULT_READ)
final class LinesPages {
    private static final String FROM = " FROM lines AS v JOIN ledger_line AS l ON v.line_id = l.line_id";
    private static final String WORST =
            " ORDER BY CASE v.verdict WHEN 'FAIL' THEN 0 WHEN 'RETEST' THEN 1 WHEN 'UNDECIDED' THEN 2 WHEN 'NOT_MEASURED'"
                    + " THEN 3 ELSE 4 END, COALESCE(v.ratio, 2), v.line_id LIMIT ? OFFSET ?";

    /** A line in the list with the rows of every operator. */
    record Listed(String id, String name, String kind, String grade, List<String> operators, List<LineRow> verdicts) {
        public LineRow of(String operator) {
            return verdicts.stream()
                    .filter(row -> row.operator().equals(operator))
                    .findFirst()
                    .orElseThrow();
        }

        public long passing() {
            return verdicts.stream()
                    .filter(row -> operators.contains(row.operator()) && row.verdict() == Verdict.PASS)
                    .count();
        }

        public List<LineRow> each() {
            return verdicts.stream()
                    .filter(row -> !row.operator().equals(ResultRows.ALL))
                    .toList();
        }
    }

    private record Key(LineChoice choice, int page) {}

    private record Found(Paging paging, List<Listed> lines) {}

    @GetMapping("/e/{evaluation}/lines")
    String list(
            OpenEvaluation evaluation,
            Filter filter,
            @RequestParam Map<String, String> query,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        LineChoice choice = LineChoice.of(filter, query);
        Found found = evaluation.keep(new Key(choice, page), () -> find(evaluation, choice, page));
        model.addAttribute("nav", "lines");
        model.addAttribute("filter", filter);
        model.addAttribute("choice", choice);
        model.addAttribute("kinds", LineKind.values());
        model.addAttribute("target", choice.find(evaluation).orElse(null));
        model.addAttribute("paging", found.paging());
        model.addAttribute("lines", found.lines());
        return "line/list";
    }

    private static Found find(OpenEvaluation evaluation, LineChoice choice, int page) {
        SqlWhere where = choice.where(evaluation);
        ResultTables tables = evaluation.tables();
        Paging paging = Paging.of(page, tables.number("SELECT COUNT(*)" + FROM + where.sql(), where.values()));
        List<Listed> lines = tables.list(
                "SELECT l.line_id, l.name, l.kind, l.grade, l.operators" + FROM + where.sql() + WORST,
                row -> new Listed(
                        row.text(0),
                        row.findText(1).filter(name -> !name.isEmpty()).orElse(row.text(0)),
                        row.text(2),
                        row.findText(3).orElse(""),
                        Operators.of(row.text(4), evaluation.reach()),
                        new ArrayList<>()),
                where.values(paging.size(), paging.offset()));
        addVerdicts(evaluation, lines, choice.filter());
        return new Found(paging, lines);
    }

    private static void addVerdicts(OpenEvaluation evaluation, List<Listed> lines, Filter filter) {
        Map<String, Listed> byId = new HashMap<>();
        lines.forEach(line -> byId.put(line.id(), line));
        Stretches.ofLines(evaluation, byId.keySet(), filter.rat())
                .forEach(row -> byId.get(row.lineId()).verdicts().add(row));
        List<String> order = evaluation.names().operators();
        lines.forEach(line -> line.verdicts().sort(Comparator.comparing(row -> order.indexOf(row.operator()))));
    }
}
