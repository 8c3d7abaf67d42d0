package org.signalup.cli.internal.terminal;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.signalup.cli.internal.terminal.Table.Cell;
import org.signalup.domain.Evidence;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.domain.Verdict;
import org.signalup.standards.Operator;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeTarget;

/** How the things of a result are called and look in a cell. */
record Names(Programme programme, Language language) {
    /** The operator code of the row for all obliged operators. */
    static final String ALL = "ALL";

    String say(String zh, String en) {
        return Text.of(zh, en).in(language);
    }

    String operator(String code) {
        if (code.equals(ALL)) {
            return say("全部", "all");
        }
        return programme.operators().stream()
                .filter(operator -> operator.code().equals(code))
                .findFirst()
                .map(Operator::name)
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

    Cell verdict(Verdict verdict, Optional<Evidence> evidence) {
        Style style = switch (verdict) {
            case PASS -> Style.GOOD;
            case FAIL -> Style.BAD;
            case RETEST -> Style.DOUBT;
            default -> Style.FAINT;
        };
        String grade = evidence.map(one -> " " + one.code()).orElse("");
        return new Cell(verdict.text().in(language) + grade, style);
    }

    static String number(OptionalDouble value) {
        if (value.isEmpty()) {
            return "";
        }
        double number = value.getAsDouble();
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%,.0f", number)
                : String.format(Locale.ROOT, "%,.1f", number);
    }
}
