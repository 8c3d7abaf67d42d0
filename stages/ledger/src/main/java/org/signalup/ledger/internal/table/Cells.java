package org.signalup.ledger.internal.table;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.signalup.ledger.internal.Findings;
import org.signalup.ledger.internal.Findings.Spot;
import org.signalup.ledger.internal.cell.Chainage;
import org.signalup.ledger.internal.cell.Dates;
import org.signalup.ledger.internal.cell.Ids;
import org.signalup.ledger.internal.cell.Numbers;
import org.signalup.ledger.internal.cell.Words;

/** One row of a table. A cell that cannot be understood is reported and comes back empty. */
public final class Cells {
    /** What people write for nothing. */
    private static final Set<String> NOTHING =
            Set.of("", "-", "--", "—", "——", "–", "－", "…", "……", "...", "/", "无", "N/A", "n/a", "NULL", "null");

    private final TableView view;
    private final Table.Row row;
    private final Findings findings;

    Cells(TableView view, Table.Row row, Findings findings) {
        this.view = view;
        this.row = row;
        this.findings = findings;
    }

    public long line() {
        return row.line();
    }

    /** The text of a cell without blanks around it; dashes, ellipses and the like are nothing. */
    public Optional<String> text(String code) {
        String text = raw(code).strip();
        return NOTHING.contains(text) ? Optional.empty() : Optional.of(text);
    }

    /** The cell as it stands, empty when there is no such column. */
    public String raw(String code) {
        TableView.Column column = view.column(code);
        return column == null ? "" : row.cells().get(column.index());
    }

    /** An id, refused when it could be taken for a formula. */
    public Optional<String> id(String code) {
        Optional<String> text = text(code);
        if (text.isPresent() && !Ids.allowed(raw(code))) {
            error(code, "ID_REFUSED", Ids.REFUSED.zh(), Ids.REFUSED.en());
            return Optional.empty();
        }
        return text;
    }

    /** An id that must be there. */
    public Optional<String> requiredId(String code) {
        if (text(code).isEmpty()) {
            error(code, "ID_MISSING", "编号为空（应为：唯一编号）", "the id is empty (expected: a unique id)");
        }
        return id(code);
    }

    public OptionalDouble number(String code) {
        Optional<String> text = text(code);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        OptionalDouble number = Numbers.parse(text.get());
        if (number.isEmpty()) {
            error(code, "NUMBER_INVALID", "不是有效数字（应为：十进制数）", "is not a finite number (expected: a decimal number)");
        }
        return number;
    }

    /** A length in metres, in the unit of the heading. */
    public OptionalDouble metres(String code) {
        OptionalDouble number = number(code);
        return number.isEmpty() ? number : OptionalDouble.of(scaled(code, number.getAsDouble()));
    }

    /** A chainage in metres: a number in the unit of the heading, or K12+345. */
    public OptionalDouble chainage(String code) {
        Optional<String> text = text(code);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        OptionalDouble stake = Chainage.parseStake(text.get());
        if (stake.isPresent()) {
            return stake;
        }
        OptionalDouble number = Numbers.parse(text.get());
        if (number.isEmpty()) {
            error(code, "CHAINAGE_INVALID", "里程看不懂（应为：数字或 K12+345）", "is no chainage (expected: a number or K12+345)");
            return number;
        }
        return OptionalDouble.of(scaled(code, number.getAsDouble()));
    }

    /** To the millimetre, so that 0.05 km is 50 m and not a hair more. */
    private double scaled(String code, double number) {
        double factor = view.column(code).factor();
        return factor == 1 ? number : Math.round(number * factor * 1000) / 1000.0;
    }

    public Optional<LocalDate> date(String code) {
        Optional<String> text = text(code);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> date = Dates.parse(text.get(), view.table().spreadsheet());
        if (date.isEmpty()) {
            error(code, "DATE_INVALID", "日期看不懂（应为：2025-06-30）", "is no date (expected: 2025-06-30)");
        }
        return date;
    }

    public Optional<Boolean> yesNo(String code) {
        Optional<String> text = text(code);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Boolean> flag = Words.yesNo(text.get());
        if (flag.isEmpty()) {
            error(code, "FLAG_INVALID", "看不懂（应为：是 或 否）", "is neither yes nor no (expected: true or false)");
        }
        return flag;
    }

    /** Several values of one cell, joined by {@code ;} (also ； 、). */
    public List<String> list(String code) {
        return text(code).stream().flatMap(Cells::split).toList();
    }

    static Stream<String> split(String text) {
        return Words.split(text).stream();
    }

    public void error(String code, String problem, String zh, String en) {
        findings.error(spot(code), problem, zh, en);
    }

    public void warn(String code, String problem, String zh, String en) {
        findings.warn(spot(code), problem, zh, en);
    }

    /** This cell in the words of a problem; an empty code means the row. */
    public Spot spot(String code) {
        return new Spot(view.table().file(), row.line(), code, code.isEmpty() ? "" : raw(code));
    }
}
