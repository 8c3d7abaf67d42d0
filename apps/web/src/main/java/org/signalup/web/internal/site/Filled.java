package org.signalup.web.internal.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;

/**
 * A form as somebody filled it in, and what is wrong with it. Controllers take it as an argument; a form that is refused is
 * shown again with what was filled in, but for secrets.
 */
public record Filled(Map<String, List<String>> values, List<Problem> problems) {
    public static final Filled NOTHING = new Filled(Map.of(), List.of());
    private static final int LONGEST = 20_000;

    /** One value; empty when the field was not sent. */
    public String get(String field) {
        return secret(field).strip();
    }

    /** One value as it was typed, blanks too. */
    public String secret(String field) {
        List<String> all = values.getOrDefault(field, List.of());
        String value = all.isEmpty() ? "" : all.get(0);
        if (value.length() > LONGEST || value.indexOf('\0') >= 0) {
            throw PageFailure.badRequest(
                    Text.of("填写的内容无法识别：" + field, "What was filled in is not understood: " + field));
        }
        return value;
    }

    /** The values of a field that may have several. */
    public List<String> list(String field) {
        return values.getOrDefault(field, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** Whether a box was ticked. */
    public boolean ticked(String field) {
        return values.containsKey(field);
    }

    public Filled with(List<Problem> found) {
        return new Filled(values, List.copyOf(found));
    }

    /** What is wrong with a field. */
    public Optional<Text> wrong(String field) {
        return problems.stream()
                .filter(problem -> problem.column().equals(field))
                .map(Problem::message)
                .findFirst();
    }

    /** Two fields that are asked for twice to be sure. */
    public void refuseUnlessSame(String field, String again) {
        if (!secret(field).equals(secret(again))) {
            throw new RefusedException(
                    new Problem("", 0, again, "", "NOT_THE_SAME", Text.of("两次填写的不一样", "the two are not the same")));
        }
    }
}
