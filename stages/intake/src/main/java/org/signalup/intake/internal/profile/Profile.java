package org.signalup.intake.internal.profile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.signalup.domain.Rat;
import org.signalup.domain.Text;
import org.signalup.intake.Correction;
import org.signalup.intake.SampleColumn;

/**
 * How one kind of client file is read; see {@code programme/profiles}.
 *
 * @param version of the profile, counted by whoever writes it
 * @param base the profile this one extends, and before which it comes
 * @param noSamples why a known file holds no samples and is passed over; empty = it has some
 * @param note what whoever uses such a file must know; a warning whenever one is read
 * @param fileSuffix cut from the file's name before it stands for the device or session
 * @param filters rows to keep or to leave out
 * @param removed headings of identifiers, beside those known everywhere
 * @param kinds what else a record may say: it becomes one row for every kind that has a value; empty = one row
 * @param fix how old a position may be; empty = it is not asked
 */
public record Profile(
        String id,
        int version,
        Optional<String> base,
        Text name,
        Optional<Text> noSamples,
        Optional<Text> note,
        Detect detect,
        String fileSuffix,
        List<Mapping> mappings,
        Map<SampleColumn, String> constants,
        Set<String> missing,
        TimeRule time,
        Optional<String> crs,
        List<Filter> filters,
        List<HeadingPattern> removed,
        List<RowKind> kinds,
        Optional<FixRule> fix) {
    /**
     * The same for a message: what it got from a file's name it has not, and values stand in where neither a row nor the profile
     * has one.
     */
    public Profile ofMessage(Map<SampleColumn, String> standIns) {
        Map<SampleColumn, String> all = new EnumMap<>(SampleColumn.class);
        all.putAll(standIns);
        constants.forEach((column, value) -> {
            if (!value.contains(FILE)) {
                all.put(column, value);
            }
        });
        return with(mappings, all, filters, kinds);
    }

    /** The same with values where neither a row nor the profile has one. */
    public Profile saying(Map<SampleColumn, String> standIns) {
        Map<SampleColumn, String> all = new EnumMap<>(SampleColumn.class);
        all.putAll(standIns);
        all.putAll(constants);
        return with(mappings, all, filters, kinds);
    }

    private Profile with(
            List<Mapping> otherMappings,
            Map<SampleColumn, String> otherConstants,
            List<Filter> otherFilters,
            List<RowKind> otherKinds) {
        return new Profile(
                id,
                version,
                base,
                name,
                noSamples,
                note,
                detect,
                fileSuffix,
                otherMappings,
                otherConstants,
                missing,
                time,
                crs,
                otherFilters,
                removed,
                otherKinds,
                fix);
    }

    /** The same reading files that were seen to be wrong. */
    public Profile corrected(Correction correction) {
        List<RowKind> others = kinds.stream()
                .map(kind -> new RowKind(
                        corrected(kind.mappings, correction), corrected(kind.constants, correction), kind.filters))
                .toList();
        return new Profile(
                id,
                version,
                base,
                name,
                noSamples,
                note,
                detect,
                fileSuffix,
                corrected(mappings, correction),
                corrected(constants, correction),
                missing,
                correction.zone().isEmpty() ? time : new TimeRule(time.format, Optional.of(correction.zone())),
                correction.crs().isEmpty() ? crs : Optional.of(correction.crs()),
                filters,
                removed,
                others,
                fix);
    }

    private static List<Mapping> corrected(List<Mapping> mappings, Correction correction) {
        return mappings.stream()
                .filter(mapping -> !overruled(mapping.column, correction))
                .map(mapping -> mapping.of(corrected(mapping.column, correction), unit(mapping, correction)))
                .toList();
    }

    private static Optional<String> unit(Mapping mapping, Correction correction) {
        boolean rate = mapping.column.unit() == SampleColumn.Unit.MBIT_S;
        return rate && !correction.rateUnit().isEmpty() ? Optional.of(correction.rateUnit()) : mapping.unit;
    }

    private static Map<SampleColumn, String> corrected(Map<SampleColumn, String> constants, Correction correction) {
        Map<SampleColumn, String> all = new EnumMap<>(SampleColumn.class);
        constants.forEach((column, value) -> {
            if (!overruled(column, correction)) {
                all.put(corrected(column, correction), value);
            }
        });
        return all;
    }

    private static boolean overruled(SampleColumn column, Correction correction) {
        return column == SampleColumn.CRS && !correction.crs().isEmpty();
    }

    private static SampleColumn corrected(SampleColumn column, Correction correction) {
        if (!correction.swapped()) {
            return column;
        }
        return switch (column) {
            case LON -> SampleColumn.LAT;
            case LAT -> SampleColumn.LON;
            default -> column;
        };
    }

    /** What stands for the file's name in a constant. */
    static final String FILE = "$file";

    public boolean samples() {
        return noSamples.isEmpty();
    }

    public char delimiter() {
        return detect.delimiter;
    }

    /** Whether it is the canonical file, whose headings are ours: what is strange there is an error. */
    boolean canonical() {
        return id.equals(CanonicalFormat.ID);
    }

    /** The profile as it reads one kind of row. */
    Profile of(RowKind kind) {
        List<Mapping> all = new ArrayList<>(mappings);
        all.addAll(kind.mappings);
        Map<SampleColumn, String> values = new EnumMap<>(SampleColumn.class);
        values.putAll(constants);
        values.putAll(kind.constants);
        List<Filter> both = new ArrayList<>(filters);
        both.addAll(kind.filters);
        return with(all, values, both, List.of());
    }

    /**
     * How such a file is told.
     *
     * @param headerRows the header is the first of this many rows that matches
     * @param groupRow the row above the header names groups of columns, which is then part of their headings: {@code 语音/振铃时延}
     * @param firstLine of a file without header: what one of its first lines looks like
     */
    record Detect(
            char delimiter,
            int headerRows,
            boolean groupRow,
            List<HeadingPattern> required,
            List<HeadingPattern> absent,
            Optional<Pattern> firstLine) {}

    /** The zone of times without offset; {@code programme} = the programme's, with a warning. */
    record TimeRule(String format, Optional<String> zone) {
        static final String PROGRAMME = "programme";
    }

    /**
     * Which headings fill a column, the preferred first.
     *
     * @param unit empty = as the heading says
     * @param values what words stand for, in upper case; {@code *} = any word that is not understood
     * @param joiner text between parts of a cell, written as a dash
     * @param noOperator words that mean no network
     * @param rat the technology this column speaks of: it is taken only from rows on that, and says so where nothing else does
     */
    record Mapping(
            SampleColumn column,
            List<Origin> from,
            Optional<String> unit,
            Map<String, String> values,
            Set<String> missing,
            Optional<String> joiner,
            List<String> noOperator,
            Optional<Rat> rat) {
        /** The same filling another column, in another unit. */
        Mapping of(SampleColumn other, Optional<String> otherUnit) {
            return new Mapping(other, from, otherUnit, values, missing, joiner, noOperator, rat);
        }
    }

    /** A column of a file, or several whose cells together are one value: {@code mcc + mnc}. */
    record Origin(List<HeadingPattern> parts) {}

    /** How many seconds may lie between a row and the position it has; the heading says how many there are. */
    record FixRule(HeadingPattern heading, int withinS) {}

    /** Keeps the rows whose cell is one of these, or leaves them out. */
    record Filter(HeadingPattern heading, Set<String> values, boolean keep) {}

    /** What one kind of row has beside the columns of all. */
    record RowKind(List<Mapping> mappings, Map<SampleColumn, String> constants, List<Filter> filters) {}
}
