package org.signalup.intake.internal.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A heading as a profile writes it; {@code *} stands for any text, {@code |} separates alternatives.
 *
 * @param plain alternatives without {@code *}: nearly all, and compared for every heading of every file
 * @param globs the others
 */
record HeadingPattern(String text, Set<String> plain, List<Pattern> globs) {
    static HeadingPattern of(String text) {
        List<String> alternatives =
                Arrays.stream(Heading.key(text).split("\\|")).map(String::strip).toList();
        return new HeadingPattern(
                text,
                alternatives.stream().filter(one -> one.indexOf('*') < 0).collect(Collectors.toUnmodifiableSet()),
                alternatives.stream()
                        .filter(one -> one.indexOf('*') >= 0)
                        .map(HeadingPattern::glob)
                        .toList());
    }

    private static Pattern glob(String alternative) {
        return Pattern.compile(
                Arrays.stream(alternative.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    boolean matches(Heading heading) {
        if (plain.contains(heading.key())) {
            return true;
        }
        for (Pattern glob : globs) { // no stream: most have none, and every message asks thousands of times
            if (glob.matcher(heading.key()).matches()) {
                return true;
            }
        }
        return false;
    }

    /** The first alternative, for messages. */
    String shown() {
        int end = text.indexOf('|');
        return end < 0 ? text : text.substring(0, end);
    }
}
