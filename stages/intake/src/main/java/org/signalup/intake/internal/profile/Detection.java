package org.signalup.intake.internal.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
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
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    private final List<Profile> profiles;

    public Detection(List<Profile> profiles) {
        this.profiles = profiles;
    }

    /** The first lines of a file as a delimiter splits them; {@code line} is where each starts. */
    public interface FirstLines {
        List<Line> split(char delimiter);
    }

    /** One line, split. */
    public record Line(long line, List<String> cells) {}

    /** The format, and the header that told it. */
    public record Found(Profile profile, Line header) {}

    private record Candidate(Profile profile, Line header, Set<Integer> matched) {
        boolean moreSpecificThan(Candidate other) {
            return profile.delimiter() == other.profile.delimiter()
                    && matched.size() > other.matched.size()
                    && matched.containsAll(other.matched);
        }
    }

    /** @throws FileRefusal when no profile, or more than one, fits */
    public Found detect(FirstLines lines) {
        List<Candidate> candidates = new ArrayList<>();
        for (Profile profile : profiles) {
            match(profile, lines.split(profile.delimiter())).ifPresent(candidates::add);
        }
        if (candidates.isEmpty()) {
            throw unknown(lines);
        }
        return candidates.stream()
                .filter(one -> candidates.stream().allMatch(other -> one.equals(other) || one.moreSpecificThan(other)))
                .findFirst()
                .map(one -> new Found(one.profile, one.header))
                .orElseThrow(() -> ambiguous(candidates));
    }

    private static Optional<Candidate> match(Profile profile, List<Line> lines) {
        for (Line line : lines.subList(0, Math.min(profile.headerRows(), lines.size()))) {
            List<Heading> headings = line.cells().stream().map(Heading::of).toList();
            Set<Integer> matched = new HashSet<>();
            if (missing(profile, headings, matched).isEmpty() && !matchesAny(profile.absent(), headings)) {
                return Optional.of(new Candidate(profile, line, matched));
            }
        }
        return Optional.empty();
    }

    private static List<String> missing(Profile profile, List<Heading> headings, Set<Integer> matched) {
        List<String> missing = new ArrayList<>();
        for (HeadingPattern pattern : profile.required()) {
            boolean found = false;
            for (int i = 0; i < headings.size(); i++) {
                if (pattern.matches(headings.get(i))) {
                    matched.add(i);
                    found = true;
                }
            }
            if (!found) {
                missing.add(pattern.shown());
            }
        }
        return missing;
    }

    private static boolean matchesAny(List<HeadingPattern> patterns, List<Heading> headings) {
        return patterns.stream().anyMatch(pattern -> headings.stream().anyMatch(pattern::matches));
    }

    private FileRefusal unknown(FirstLines lines) {
        for (char delimiter : DELIMITERS) {
            for (Profile profile : profiles) {
                if (profile.delimiter() != delimiter
                        && match(profile, lines.split(delimiter)).isPresent()) {
                    return wrongDelimiter(profile, delimiter);
                }
            }
        }
        List<Near> nearest = profiles.stream()
                .map(profile -> near(profile, lines))
                .filter(near -> near.share > 0)
                .sorted(Comparator.comparingDouble((Near near) -> -near.share).thenComparing(near -> near.id))
                .limit(NEAREST)
                .toList();
        return new FileRefusal(RefusalCode.FORMAT_UNKNOWN, describe(nearest));
    }

    private record Near(String id, double share, List<String> missing) {}

    private static Near near(Profile profile, FirstLines lines) {
        List<Line> all = lines.split(profile.delimiter());
        Near best = new Near(profile.id(), 0, List.of());
        for (Line line : all.subList(0, Math.min(profile.headerRows(), all.size()))) {
            List<Heading> headings = line.cells().stream().map(Heading::of).toList();
            List<String> missing = missing(profile, headings, new HashSet<>());
            double share = 1 - missing.size() / (double) profile.required().size();
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
