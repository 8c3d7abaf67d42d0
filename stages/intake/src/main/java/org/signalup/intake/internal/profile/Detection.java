package org.signalup.intake.internal.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.signalup.domain.Text;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.internal.file.FileRefusal;

/** Tells a file's format by its first lines. */
public final class Detection {
    private static final int NEAREST = 3;
    /** Of a line that may be no header, so much is looked at. */
    private static final int LOOKED_AT = 200;

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    private final List<Profile> profiles;
    private final boolean asked;

    /** @param asked the user named the one profile there is */
    public Detection(List<Profile> profiles, boolean asked) {
        this.profiles = profiles;
        this.asked = asked;
    }

    /** The first lines of a file as a delimiter splits them; {@code line} is where each starts. */
    public interface FirstLines {
        List<Line> split(char delimiter);
    }

    /** One line, split. */
    public record Line(long line, List<String> cells) {}

    /**
     * The format, and the header that told it.
     *
     * @param others further profiles that fit, but say less of the header
     * @param asked the user named the profile
     */
    public record Found(Profile profile, Line header, List<String> others, boolean asked) {}

    /** Headings of lines, made once for all profiles that look at a line. */
    private static final class Headings {
        private final IdentityHashMap<Line, List<Heading>> known = new IdentityHashMap<>();

        List<Heading> of(Line line) {
            return known.computeIfAbsent(
                    line, one -> one.cells().stream().map(Heading::of).toList());
        }
    }

    private record Candidate(Profile profile, Line header, Set<Integer> matched) {
        boolean moreSpecificThan(Candidate other) {
            return profile.base().filter(other.profile.id()::equals).isPresent()
                    || (profile.delimiter() == other.profile.delimiter()
                            && matched.size() > other.matched.size()
                            && matched.containsAll(other.matched));
        }
    }

    /** @throws FileRefusal when no profile, or more than one, fits */
    public Found detect(FirstLines lines) {
        List<Candidate> candidates = new ArrayList<>();
        Headings headings = new Headings();
        for (Profile profile : profiles) {
            match(profile, lines.split(profile.delimiter()), headings).ifPresent(candidates::add);
        }
        if (candidates.isEmpty()) {
            throw unknown(lines);
        }
        return candidates.stream()
                .filter(one -> candidates.stream().allMatch(other -> one.equals(other) || one.moreSpecificThan(other)))
                .findFirst()
                .map(one -> found(one, candidates))
                .orElseThrow(() -> ambiguous(candidates));
    }

    private Found found(Candidate best, List<Candidate> candidates) {
        List<String> others = candidates.stream()
                .filter(one -> !one.equals(best))
                .map(one -> one.profile.id())
                .sorted()
                .toList();
        return new Found(best.profile, best.header, others, asked);
    }

    private static Optional<Candidate> match(Profile profile, List<Line> lines, Headings known) {
        Profile.Detect detect = profile.detect();
        for (int i = 0; i < Math.min(detect.headerRows(), lines.size()); i++) {
            Line line = header(detect, lines, i);
            Set<Integer> matched = new HashSet<>();
            if (detect.firstLine().isPresent()) {
                if (looksLike(detect, line)) {
                    return Optional.of(new Candidate(profile, line, everyCell(line)));
                }
                continue;
            }
            List<Heading> headings = known.of(line);
            if (hasAll(profile, headings, matched) && !matchesAny(detect.absent(), headings)) {
                return Optional.of(new Candidate(profile, line, matched));
            }
        }
        return Optional.empty();
    }

    private static boolean looksLike(Profile.Detect detect, Line line) {
        String text = String.join(String.valueOf(detect.delimiter()), line.cells());
        String beginning = text.substring(0, Math.min(text.length(), LOOKED_AT));
        return detect.firstLine().orElseThrow().matcher(beginning).find();
    }

    private static Set<Integer> everyCell(Line line) {
        Set<Integer> all = new HashSet<>();
        for (int i = 0; i < line.cells().size(); i++) {
            all.add(i);
        }
        return all;
    }

    /** The line as header; the names of groups above it become part of its headings, each up to where the next begins. */
    private static Line header(Profile.Detect detect, List<Line> lines, int index) {
        Line line = lines.get(index);
        if (!detect.groupRow() || index == 0) {
            return line;
        }
        List<String> groups = lines.get(index - 1).cells();
        List<String> headings = new ArrayList<>();
        String group = "";
        for (int i = 0; i < line.cells().size(); i++) {
            group = i < groups.size() && !groups.get(i).isEmpty() ? groups.get(i) : group;
            String own = line.cells().get(i);
            headings.add(own.isEmpty() || group.isEmpty() ? own : group + "/" + own);
        }
        return new Line(line.line(), headings);
    }

    /** Whether a line has every heading that is required, and which of its cells are they; ends at the first that is not there. */
    private static boolean hasAll(Profile profile, List<Heading> headings, Set<Integer> matched) {
        for (HeadingPattern pattern : profile.detect().required()) {
            boolean found = false;
            for (int i = 0; i < headings.size(); i++) {
                if (pattern.matches(headings.get(i))) {
                    matched.add(i);
                    found = true;
                }
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private static List<String> missing(Profile profile, List<Heading> headings) {
        return profile.detect().required().stream()
                .filter(pattern -> headings.stream().noneMatch(pattern::matches))
                .map(HeadingPattern::shown)
                .toList();
    }

    private static boolean matchesAny(List<HeadingPattern> patterns, List<Heading> headings) {
        return patterns.stream().anyMatch(pattern -> headings.stream().anyMatch(pattern::matches));
    }

    private FileRefusal unknown(FirstLines lines) {
        Headings headings = new Headings();
        for (char delimiter : DELIMITERS) {
            for (Profile profile : profiles) {
                if (profile.delimiter() != delimiter
                        && match(profile, lines.split(delimiter), headings).isPresent()) {
                    return wrongDelimiter(profile, delimiter);
                }
            }
        }
        List<Near> nearest = profiles.stream()
                .map(profile -> near(profile, lines, headings))
                .filter(near -> near.share > 0)
                .sorted(Comparator.comparingDouble((Near near) -> -near.share).thenComparing(near -> near.id))
                .limit(NEAREST)
                .toList();
        return new FileRefusal(RefusalCode.FORMAT_UNKNOWN, describe(nearest));
    }

    private record Near(String id, double share, List<String> missing) {}

    private static Near near(Profile profile, FirstLines lines, Headings known) {
        List<Line> all = lines.split(profile.delimiter());
        Near best = new Near(profile.id(), 0, List.of());
        int required = profile.detect().required().size();
        for (int i = 0; i < Math.min(profile.detect().headerRows(), all.size()) && required > 0; i++) {
            Line line = header(profile.detect(), all, i);
            List<String> missing = missing(profile, known.of(line));
            double share = 1 - missing.size() / (double) required;
            best = share > best.share ? new Near(profile.id(), share, missing) : best;
        }
        return best;
    }

    private Text describe(List<Near> nearest) {
        if (nearest.isEmpty()) {
            String known = profiles.stream().map(Profile::id).collect(Collectors.joining(", "));
            return Text.of("已知格式：" + known, "known formats: " + known);
        }
        String zh = nearest.stream()
                .map(near -> near.id + "（缺 " + String.join(", ", near.missing) + "）")
                .collect(Collectors.joining("；"));
        String en = nearest.stream()
                .map(near -> near.id + " (lacking " + String.join(", ", near.missing) + ")")
                .collect(Collectors.joining("; "));
        return Text.of("最接近：" + zh, "nearest: " + en);
    }

    private static FileRefusal wrongDelimiter(Profile profile, char found) {
        String was = name(found);
        String expected = name(profile.delimiter());
        return new FileRefusal(
                RefusalCode.WRONG_DELIMITER,
                Text.of(
                        profile.id() + " 应以 " + expected + " 分隔，实际为 " + was,
                        profile.id() + " is separated by " + expected + ", found " + was));
    }

    private static String name(char delimiter) {
        return switch (delimiter) {
            case '\t' -> "TAB";
            case ' ' -> "SPACE";
            default -> "'" + delimiter + "'";
        };
    }

    private static FileRefusal ambiguous(List<Candidate> candidates) {
        String ids = candidates.stream().map(one -> one.profile.id()).sorted().collect(Collectors.joining(", "));
        return new FileRefusal(RefusalCode.FORMAT_AMBIGUOUS, Text.same(ids));
    }
}
