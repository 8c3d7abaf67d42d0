package org.signalup.intake.internal.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.signalup.domain.Text;
import org.signalup.intake.SampleColumn;

/** The canonical sample file, said as a profile: English words or Chinese headings, a unit in brackets allowed. */
public final class CanonicalFormat {
    public static final String ID = "canonical";

    /** Spreadsheets have titles above the header. */
    static final int HEADER_ROWS = 10;

    private CanonicalFormat() {}

    static Profile profile() {
        List<HeadingPattern> required = new ArrayList<>();
        for (SampleColumn column : List.of(SampleColumn.OBSERVED_AT, SampleColumn.OPERATOR, SampleColumn.RAT)) {
            required.add(pattern(column));
        }
        List<Profile.Mapping> mappings = Arrays.stream(SampleColumn.values())
                .map(CanonicalFormat::mapping)
                .toList();
        return new Profile(
                ID,
                1,
                Optional.empty(),
                Text.of("统一采样文件", "canonical sample file"),
                Optional.empty(),
                Optional.empty(),
                new Profile.Detect(',', HEADER_ROWS, false, required, List.of(), Optional.empty()),
                "",
                mappings,
                Map.of(),
                Set.of(),
                new Profile.TimeRule("auto", Optional.empty()),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static Profile.Mapping mapping(SampleColumn column) {
        return new Profile.Mapping(
                column,
                List.of(new Profile.Origin(List.of(pattern(column)))),
                Optional.empty(),
                Map.of(),
                Set.of(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** The word or a heading, bare or with something in brackets. */
    private static HeadingPattern pattern(SampleColumn column) {
        return HeadingPattern.of(Stream.concat(Stream.of(column.code()), column.headings().stream())
                .flatMap(name -> Stream.of(name, name + "(*)", name + "[*]"))
                .collect(Collectors.joining("|")));
    }
}
