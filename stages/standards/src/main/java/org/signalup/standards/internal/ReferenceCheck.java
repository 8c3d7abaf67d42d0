package org.signalup.standards.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.signalup.domain.LineKind;
import org.signalup.domain.Problem;
import org.signalup.domain.Text;
import org.signalup.standards.CrowdFilters;
import org.signalup.standards.Operator;
import org.signalup.standards.PointKind;
import org.signalup.standards.Programme;
import org.signalup.standards.Scenario;
import org.signalup.standards.Standard;

/** Names in a standard that its programme does not know. */
public final class ReferenceCheck {
    private final Standard standard;
    private final Programme programme;
    private final String file;
    private final ToIntFunction<String> lineOf;
    private final List<Problem> problems = new ArrayList<>();

    /** A check; {@code lineOf} gives the line of a key path in the file. */
    public ReferenceCheck(Standard standard, Programme programme, String file, ToIntFunction<String> lineOf) {
        this.standard = standard;
        this.programme = programme;
        this.file = file;
        this.lineOf = lineOf;
    }

    /** Every unknown name. */
    public List<Problem> problems() {
        problems.clear();
        Set<String> scenarios =
                programme.scenarios().stream().map(Scenario::code).collect(Collectors.toSet());
        Set<String> kinds = programme.pointKinds().stream().map(PointKind::code).collect(Collectors.toSet());
        Set<String> operators =
                programme.operators().stream().map(Operator::code).collect(Collectors.toSet());
        for (int i = 0; i < standard.pointRules().size(); i++) {
            String path = "point_rules[" + i + "]";
            check(path + ".scenarios", standard.pointRules().get(i).scenarios(), scenarios);
            check(path + ".kinds", standard.pointRules().get(i).kinds(), kinds);
        }
        Set<String> weighted = scenarios.stream().collect(Collectors.toSet());
        weighted.add("*");
        for (LineKind kind : LineKind.values()) {
            weighted.add(kind.code());
        }
        check("stars.weights", standard.stars().weights().keySet(), weighted);
        CrowdFilters.Bands bands = standard.crowdFilters().bands();
        if (programme.operators().stream()
                .anyMatch(operator -> bands.byOperator().containsKey(operator.code()))) {
            check("crowd_filters.BANDS.operators", bands.byOperator().keySet(), operators);
            bands.shared().forEach(group -> check("crowd_filters.BANDS.shared", group, operators));
        }
        if (programme.obligedOperators().isEmpty()) {
            check("obliged_operators", standard.obligedOperators(), operators);
        }
        return List.copyOf(problems);
    }

    private void check(String path, Collection<String> names, Set<String> known) {
        for (String name : names.stream().sorted().toList()) {
            if (!known.contains(name)) {
                String hint =
                        Nearest.of(name, known).orElse(known.stream().sorted().collect(Collectors.joining(" ")));
                Text message = Text.of("方案中未定义（可用：" + hint + "）", "not in the programme (expected: " + hint + ")");
                problems.add(new Problem(file, lineOf.applyAsInt(path), path, name, "STANDARD_UNKNOWN_NAME", message));
            }
        }
    }
}
