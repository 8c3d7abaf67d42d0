package org.signalup.intake.internal.profile;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A heading of a file, made comparable: full-width forms, case and spaces do not matter. */
record Heading(String raw, String key) {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern AROUND_BRACKETS = Pattern.compile(" ?([()\\[\\]]) ?");
    private static final Pattern GROUP = Pattern.compile("[(\\[]([^()\\[\\]]*)[)\\]]");

    static Heading of(String raw) {
        return new Heading(raw.strip(), key(raw));
    }

    static String key(String raw) {
        return isKey(raw) ? raw : made(raw);
    }

    /** Words in small letters, digits and underscores are what they would become. */
    private static boolean isKey(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_')) {
                return false;
            }
        }
        return true;
    }

    private static String made(String raw) {
        String plain = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return AROUND_BRACKETS.matcher(SPACES.matcher(plain).replaceAll(" ")).replaceAll("$1");
    }

    /** What stands in brackets, in its own case, the last first. */
    List<String> units() {
        List<String> units = new ArrayList<>();
        // NFKC turns the full-width brackets of Chinese headings into plain ones, and leaves the case of units alone.
        Matcher matcher = GROUP.matcher(Normalizer.normalize(raw, Normalizer.Form.NFKC));
        while (matcher.find()) {
            units.add(0, matcher.group(1).strip());
        }
        return units;
    }
}
