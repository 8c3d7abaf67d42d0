package org.signalup.ledger.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.signalup.ledger.internal.table.Cells;
import org.signalup.standards.Operator;
import org.signalup.standards.PointKind;
import org.signalup.standards.Programme;
import org.signalup.standards.Scenario;

/** Scenarios, kinds, categories and operators as the programme knows them. */
public final class Vocabulary {
    private final Programme programme;

    public Vocabulary(Programme programme) {
        this.programme = programme;
    }

    public Optional<Scenario> scenario(Cells row) {
        Optional<Scenario> scenario = row.text("scenario").flatMap(programme::findScenario);
        if (scenario.isEmpty()) {
            String codes = programme.scenarios().stream().map(Scenario::code).collect(Collectors.joining(" "));
            row.error(
                    "scenario",
                    "SCENARIO_UNKNOWN",
                    "场景不认识（应为：" + codes + "）",
                    "unknown scenario (expected: " + codes + ")");
        }
        return scenario;
    }

    /** The code of a category, or the ledger's own word when the programme does not name it. */
    public String category(Cells row, Scenario scenario) {
        Optional<String> text = row.text("category");
        if (text.isEmpty()) {
            return "";
        }
        for (Scenario.Category category : scenario.categories()) {
            boolean same = category.code().equalsIgnoreCase(text.get())
                    || category.name().zh().equals(text.get())
                    || category.name().en().equalsIgnoreCase(text.get());
            if (same) {
                return category.code();
            }
        }
        String codes =
                scenario.categories().stream().map(Scenario.Category::code).collect(Collectors.joining(" "));
        row.warn(
                "category",
                "CATEGORY_UNKNOWN",
                "类别不在 " + scenario.code() + " 的名单里，按原文保留（名单：" + codes + "）",
                "is not a category of " + scenario.code() + ", kept as it is (listed: " + codes + ")");
        return text.get();
    }

    /** The kind of a key point; empty when not given or unknown, the latter is reported. */
    public Optional<PointKind> kind(Cells row) {
        Optional<String> text = row.text("kind");
        Optional<PointKind> kind = text.flatMap(programme::findPointKind);
        if (kind.isEmpty()) {
            String codes = programme.pointKinds().stream().map(PointKind::code).collect(Collectors.joining(" "));
            row.error(
                    "kind",
                    "KIND_UNKNOWN",
                    "点位类型不认识（应为：" + codes + "）",
                    "unknown key-point kind (expected: " + codes + ")");
        }
        return kind;
    }

    public List<String> operators(Cells row) {
        List<String> codes = new ArrayList<>();
        for (String name : row.list("operators")) {
            Optional<Operator> operator = programme.findOperator(name);
            if (operator.isEmpty()) {
                row.error("operators", "OPERATOR_UNKNOWN", operatorZh(name), operatorEn(name));
            } else if (!codes.contains(operator.get().code())) {
                codes.add(operator.get().code());
            }
        }
        return codes;
    }

    public Optional<Operator> operator(String name) {
        return programme.findOperator(name);
    }

    public String operatorZh(String name) {
        return "运营商“" + name + "”不认识（应为：" + operatorCodes() + "，多个用 ; 隔开）";
    }

    public String operatorEn(String name) {
        return "unknown operator \"" + name + "\" (expected: " + operatorCodes() + ", several joined by ;)";
    }

    private String operatorCodes() {
        return programme.operators().stream().map(Operator::code).collect(Collectors.joining(" "));
    }
}
