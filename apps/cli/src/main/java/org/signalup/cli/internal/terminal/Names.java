package org.signalup.cli.internal.terminal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.signalup.cli.internal.terminal.Table.Cell;
import org.signalup.domain.Evidence;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows;
import org.signalup.standards.Operator;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeTarget;

/** How the things of a result are called and look in a cell. */
record Names(Programme programme, Language language) {
    private static final double WHOLE_FROM_KM = 1000;

    String say(String zh, String en) {
        return Text.of(zh, en).in(language);
    }

    String operator(String code) {
        if (code.equals(ResultRows.ALL)) {
            return say("全部", "all");
        }
        return programme.operators().stream()
                .filter(operator -> operator.code().equals(code))
                .findFirst()
                .map(Operator::name)
                .map(name -> name.in(language))
                .orElse(code);
    }

    String region(String code) {
        return programme.regions().stream()
                .filter(region -> region.code().equals(code))
                .findFirst()
                .map(Programme.Region::name)
                .map(name -> name.in(language))
                .orElse(code);
    }

    String target(String id) {
        return programme.targets().stream()
                .filter(target -> target.id().equals(id))
                .findFirst()
                .map(ProgrammeTarget::name)
                .map(name -> name.in(language))
                .orElse(id);
    }

    /** The verdict in a word or two, with its evidence. */
    Cell verdict(Verdict verdict, Optional<Evidence> evidence) {
        String grade = evidence.map(one -> " " + one.code()).orElse("");
        return switch (verdict) {
            case PASS -> new Cell(say("达标", "pass") + grade, Style.GOOD);
            case FAIL -> new Cell(say("不达标", "fail") + grade, Style.BAD);
            case RETEST -> new Cell(say("待复测", "re-test") + grade, Style.DOUBT);
            default -> new Cell(verdict.text().in(language), Style.FAINT);
        };
    }

    /** The target's unit as it follows its name; counts and shares need none. */
    static String unit(String unit) {
        return switch (unit) {
            case "KM" -> " (km)";
            case "MBPS" -> " (Mbit/s)";
            default -> "";
        };
    }

    /**
     * A number in its unit: whole places and lines, kilometres with one decimal, shares in per cent. What stands beside a
     * verdict is cut, as in the report: 94.96 % must never read 95.0 % beside 不达标.
     */
    static String number(OptionalDouble value, String unit) {
        if (value.isEmpty()) {
            return "";
        }
        double number = value.getAsDouble();
        return switch (unit) {
            case "SHARE", "PLACE_SHARE" -> percent(number) + "%";
            case "PLACE", "LINE" -> String.format(Locale.ROOT, "%,.0f", number);
            case "KM" -> String.format(Locale.ROOT, number < WHOLE_FROM_KM ? "%,.1f" : "%,.0f", number);
            default -> String.format(Locale.ROOT, "%,.1f", cut(BigDecimal.valueOf(number)));
        };
    }

    /** A fraction as per cent with one decimal, cut. */
    static String percent(double fraction) {
        return cut(BigDecimal.valueOf(fraction).movePointRight(2)).toPlainString();
    }

    private static BigDecimal cut(BigDecimal value) {
        return value.setScale(1, RoundingMode.FLOOR);
    }
}
