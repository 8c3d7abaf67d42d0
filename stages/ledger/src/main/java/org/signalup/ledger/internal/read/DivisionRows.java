package org.signalup.ledger.internal.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.signalup.domain.TextOrder;
import org.signalup.ledger.Ledger.Division;
import org.signalup.ledger.LedgerDivisions.Valid;
import org.signalup.ledger.internal.Findings;
import org.signalup.ledger.internal.table.Cells;
import org.signalup.ledger.internal.table.Headings;
import org.signalup.ledger.internal.table.Table;
import org.signalup.ledger.internal.table.TableView;

/** Reads divisions. A code may stand several times with different validity; the latest one names it. */
public final class DivisionRows {
    private DivisionRows() {}

    /** Every row, in the order of the table. */
    public static List<Valid> all(Table table, Findings findings) {
        TableView view = TableView.of(table, Headings.DIVISIONS, List.of("code", "name"), findings);
        Map<String, List<Valid>> byCode = new HashMap<>();
        List<Valid> all = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            Cells cells = view.cells(row, findings);
            cells.requiredId("code").ifPresent(code -> all.add(add(byCode, cells, code)));
        }
        return all;
    }

    public static List<Division> read(Table table, Findings findings) {
        Map<String, List<Valid>> byCode = new TreeMap<>(TextOrder.CODE_POINTS);
        all(table, findings)
                .forEach(valid -> byCode.computeIfAbsent(valid.division().code(), none -> new ArrayList<>())
                        .add(valid));
        List<Division> divisions = new ArrayList<>();
        byCode.values().forEach(list -> divisions.add(latest(list)));
        for (Division division : divisions) {
            division.parent()
                    .filter(parent -> !byCode.containsKey(parent))
                    .ifPresent(parent -> findings.warn(
                            new Findings.Spot(table.file(), 0, "parent", parent),
                            "DIVISION_UNKNOWN",
                            division.code() + " 的上级不在表里",
                            "parent of " + division.code() + " is not in the table"));
        }
        return divisions;
    }

    private static Valid add(Map<String, List<Valid>> byCode, Cells row, String code) {
        LocalDate from = row.date("valid_from").orElse(LocalDate.MIN);
        LocalDate to = row.date("valid_to").orElse(LocalDate.MAX);
        Division division = new Division(code, row.text("name").orElse(code), row.text("parent"));
        List<Valid> others = byCode.computeIfAbsent(code, none -> new ArrayList<>());
        Optional<Valid> overlapping = others.stream()
                .filter(other -> !other.from().isAfter(to) && !from.isAfter(other.to()))
                .findFirst();
        if (overlapping.isPresent()) {
            row.error(
                    "code",
                    "ID_TWICE",
                    "同一代码的有效期重叠（应为：每个代码同一时间只有一行）",
                    "two rows of this code are valid at the same time (expected: one)");
        }
        if (to.isBefore(from)) {
            row.error(
                    "valid_to",
                    "DATE_ORDER",
                    "失效日期早于生效日期（应为：不早于 " + from + "）",
                    "the last day is before the first (expected: not before " + from + ")");
        }
        Valid valid = new Valid(division, from, to);
        others.add(valid);
        return valid;
    }

    private static Division latest(List<Valid> list) {
        Valid latest = list.get(0);
        for (Valid other : list) {
            latest = other.from().isAfter(latest.from()) ? other : latest;
        }
        return latest.division();
    }
}
