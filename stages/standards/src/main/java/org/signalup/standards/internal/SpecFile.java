package org.signalup.standards.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.RatRow;
import org.signalup.domain.Text;
import org.signalup.standards.CrowdRule;
import org.signalup.standards.SpecAnswer;
import org.signalup.standards.SpecCase;
import org.signalup.standards.SpecCase.Expected;
import org.signalup.standards.SpecInput;
import org.signalup.standards.StrictYaml;
import org.signalup.standards.YamlMap;

/** Reads {@code *.spec.yml}: a list of cases, each with a name, one input and what is expected. */
public final class SpecFile {
    private static final List<String> KINDS = List.of("point", "bin", "place", "line", "all", "stars", "rate", "crowd");

    private SpecFile() {}

    /**
     * Reads every case.
     *
     * @throws org.signalup.domain.RefusedException with every problem
     */
    public static List<SpecCase> read(Path file) {
        StrictYaml yaml = StrictYaml.read(file);
        yaml.root().text("standard");
        List<SpecCase> cases = new ArrayList<>();
        for (YamlMap map : yaml.root().maps("cases")) {
            specCase(yaml, map).ifPresent(cases::add);
        }
        if (cases.isEmpty()) {
            yaml.root()
                    .refuse(
                            "cases",
                            "",
                            "SPEC_EMPTY",
                            Text.of("没有算例（应至少一个）", "no worked example (expected: at least one)"));
        }
        yaml.refuseProblems();
        return List.copyOf(cases);
    }

    private static Optional<SpecCase> specCase(StrictYaml yaml, YamlMap map) {
        Text name = map.bilingual("name");
        List<String> given = KINDS.stream().filter(map::has).toList();
        if (given.size() != 1) {
            map.has("expect");
            String list = String.join(" ", KINDS);
            map.refuse(
                    "name",
                    String.join(" ", given),
                    "SPEC_KIND",
                    Text.of("每个算例应恰有一项：" + list, "not one input (expected: exactly one of " + list + ")"));
            return Optional.empty();
        }
        SpecInput input = SpecInputs.read(given.get(0), map.map(given.get(0)));
        List<Expected> expected = expected(input, map.map("expect"));
        return Optional.of(new SpecCase(name, yaml.file(), map.line(), input, expected));
    }

    private static List<Expected> expected(SpecInput input, YamlMap expect) {
        List<Expected> cells = new ArrayList<>();
        if (input instanceof SpecInput.Point || input instanceof SpecInput.Bin) {
            for (RatRow row : RatRow.values()) {
                bySubject(row.code(), expect, SpecAnswer.Judged.class, cells);
            }
        } else if (input instanceof SpecInput.Line line) {
            bySubject("line", expect, SpecAnswer.Stretch.class, cells);
            line.sections().forEach(s -> bySubject(s.id(), expect, SpecAnswer.Stretch.class, cells));
        } else if (input instanceof SpecInput.Crowd) {
            for (CrowdRule rule : CrowdRule.values()) {
                bySubject(rule.code(), expect, SpecAnswer.Crowd.class, cells);
            }
        } else if (input instanceof SpecInput.Rate) {
            new LinkedHashSet<>(expect.keys()).forEach(key -> bySubject(key, expect, SpecAnswer.Rate.class, cells));
        } else {
            Class<?> answer = input instanceof SpecInput.Place
                    ? SpecAnswer.Place.class
                    : input instanceof SpecInput.All ? SpecAnswer.All.class : SpecAnswer.Stars.class;
            read("", expect, SpecCells.keys(answer), cells);
        }
        return cells;
    }

    private static void bySubject(String subject, YamlMap expect, Class<?> answer, List<Expected> into) {
        expect.optionalMap(subject).ifPresent(map -> read(subject, map, SpecCells.keys(answer), into));
    }

    private static void read(String subject, YamlMap map, Set<String> keys, List<Expected> into) {
        for (String key : keys) {
            Optional<String> value = map.optionalText(key);
            if (map.keys().contains(key)) {
                into.add(new Expected(subject, key, value.orElse(""), map.line(key)));
            }
        }
    }
}
