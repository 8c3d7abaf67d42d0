package org.signalup.intake.internal.draft;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.signalup.intake.ProfileDraft;
import org.signalup.intake.ProfileDraft.Column;
import org.signalup.intake.SampleColumn;

/** A draft as the text of a profile. What is guessed stands beside it as a comment. */
public final class DraftYaml {
    private static final int MOST_HEADER_ROWS = 20;

    private DraftYaml() {}

    public static String of(ProfileDraft draft) {
        StringBuilder yaml = new StringBuilder();
        line(yaml, "id: " + quoted(draft.id()), "");
        line(yaml, "version: " + draft.version(), "");
        line(
                yaml,
                "name: {zh: " + quoted(draft.name().zh()) + ", en: "
                        + quoted(draft.name().en()) + "}",
                "");
        line(yaml, "delimiter: " + draft.delimiter(), "");
        line(yaml, "header_rows: " + Math.min(Math.max(draft.headerRow(), 1) + 2, MOST_HEADER_ROWS), "");
        line(yaml, "detect:", "");
        line(yaml, "  required: " + list(required(draft)), "");
        String zone = draft.zone().value().isEmpty()
                ? ""
                : ", zone: " + quoted(draft.zone().value());
        line(
                yaml,
                "time: {format: " + quoted(draft.timeFormat().value()) + zone + "}",
                draft.timeFormat().reason().en() + "; " + draft.zone().reason().en());
        if (!draft.crs().value().isEmpty()) {
            line(yaml, "crs: " + draft.crs().value(), draft.crs().reason().en());
        }
        line(yaml, "columns:", "");
        draft.columns().stream()
                .filter(column -> column.target().isPresent())
                .forEach(column ->
                        line(yaml, "  - " + mapping(column), column.reason().en()));
        if (!draft.constants().isEmpty()) {
            line(yaml, "constants: " + constants(draft.constants()), "");
        }
        return yaml.toString();
    }

    private static List<String> required(ProfileDraft draft) {
        return draft.columns().stream()
                .filter(column -> column.target().isPresent())
                .map(column -> pattern(column.heading()))
                .toList();
    }

    private static String mapping(Column column) {
        StringBuilder mapping =
                new StringBuilder("{to: " + column.target().orElseThrow().code());
        mapping.append(", from: ").append(list(List.of(pattern(column.heading()))));
        column.unit().ifPresent(unit -> mapping.append(", unit: ").append(quoted(unit)));
        if (!column.missing().isEmpty()) {
            mapping.append(", missing: ").append(list(column.missing()));
        }
        column.rat().ifPresent(rat -> mapping.append(", rat: ").append(rat.code()));
        return mapping.append('}').toString();
    }

    /** The heading itself; what has a meaning in patterns stands for any text. */
    private static String pattern(String heading) {
        return heading.replace('|', '*').replace(" + ", "*");
    }

    private static String constants(Map<SampleColumn, String> constants) {
        Map<String, String> sorted = new TreeMap<>();
        constants.forEach((column, value) -> sorted.put(column.code(), value));
        return sorted.entrySet().stream()
                .map(one -> one.getKey() + ": " + quoted(one.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String list(List<String> texts) {
        return texts.stream().map(DraftYaml::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Safe in any place of a YAML text. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c < ' ' || c == 0x7F || (c >= 0x80 && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }

    private static void line(StringBuilder yaml, String text, String comment) {
        yaml.append(text);
        if (!comment.isEmpty()) {
            yaml.append("  # ").append(comment.replaceAll("\\p{Cntrl}|[\u2028\u2029]", " "));
        }
        yaml.append('\n');
    }
}
