package org.signalup.intake.internal.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A heading as a profile writes it; {@code *} stands for any text, {@code |} separates alternatives, {@code !}
 * before one says what it must not be.
 *
 * @param plain alternatives without {@code *}: nearly all, and compared for every heading of every file
 * @param globs the others, as what stands between their {@code *}
 * @param never what no heading that these hold for may be, in the same form
 */
record HeadingPattern(String text, Set<String> plain, List<List<String>> globs, List<List<String>> never) {
    private static final String NOT = "!";

    static HeadingPattern of(String text) {
        List<String> alternatives =
                Arrays.stream(Heading.key(text).split("\\|")).map(String::strip).toList();
        List<String> wanted =
                alternatives.stream().filter(one -> !one.startsWith(NOT)).toList();
        return new HeadingPattern(
                text,
                wanted.stream().filter(one -> one.indexOf('*') < 0).collect(Collectors.toUnmodifiableSet()),
                globs(wanted.stream().filter(one -> one.indexOf('*') >= 0)),
                globs(alternatives.stream()
                        .filter(one -> one.startsWith(NOT))
                        .map(one -> one.substring(NOT.length()).strip())));
    }

    private static List<List<String>> globs(Stream<String> alternatives) {
        return alternatives.map(one -> List.of(one.split("\\*", -1))).toList();
    }

    boolean matches(Heading heading) {
        return (plain.contains(heading.key()) || matchesAny(globs, heading.key())) && !matchesAny(never, heading.key());
    }

    private static boolean matchesAny(List<List<String>> globs, String key) {
        for (List<String> glob : globs) { // no stream: most have none, and every message asks thousands of times
            if (matches(glob, key)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text begins with the first part, ends with the last and has those between in their order. */
    private static boolean matches(List<String> parts, String key) {
        if (parts.size() == 1) {
            return key.equals(parts.get(0));
        }
        int last = parts.size() - 1;
        int end = key.length() - parts.get(last).length();
        int at = parts.get(0).length();
        if (at > end || !key.startsWith(parts.get(0)) || !key.endsWith(parts.get(last))) {
            return false;
        }
        for (String part : parts.subList(1, last)) {
            int found = key.indexOf(part, at);
            if (found < 0 || found + part.length() > end) {
                return false;
            }
            at = found + part.length();
        }
        return true;
    }

    /** The first alternative, for messages. */
    String shown() {
        int end = text.indexOf('|');
        return end < 0 ? text : text.substring(0, end);
    }
}
