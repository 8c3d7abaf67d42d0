package org.signalup.intake.internal.profile;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A heading as a profile writes it; {@code *} stands for any text, {@code |} separates alternatives. */
record HeadingPattern(String text, Pattern regex) {
    static HeadingPattern of(String text) {
        String regex = Arrays.stream(Heading.key(text).split("\\|"))
                .map(HeadingPattern::glob)
                .collect(Collectors.joining("|"));
        return new HeadingPattern(text, Pattern.compile(regex));
    }

    private static String glob(String alternative) {
        return Arrays.stream(alternative.strip().split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
    }

    boolean matches(Heading heading) {
        return regex.matcher(heading.key()).matches();
    }

    /** The first alternative, for messages. */
    String shown() {
        int end = text.indexOf('|');
        return end < 0 ? text : text.substring(0, end);
    }
}
