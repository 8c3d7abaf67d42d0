package org.signalup.intake.internal.profile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Rat;
import org.signalup.domain.Text;
import org.signalup.intake.SampleColumn;

/**
 * How one kind of client file is read; see {@code programme/profiles}.
 *
 * @param samples false for a known file without samples, which is passed over
 * @param headerRows the header is the first of this many rows that matches
 * @param fileSuffix cut from the file's name before it stands for the device or session
 * @param filters rows to keep
 * @param removed headings of identifiers, beside those known everywhere
 */
public record Profile(
        String id,
        Text name,
        boolean samples,
        char delimiter,
        int headerRows,
        String fileSuffix,
        List<HeadingPattern> required,
        List<HeadingPattern> absent,
        List<Mapping> mappings,
        Map<SampleColumn, String> constants,
        Set<String> missing,
        TimeRule time,
        Optional<String> crs,
        List<Filter> filters,
        List<HeadingPattern> removed) {
    /** The same with more constants; its own come first. */
    public Profile with(Map<SampleColumn, String> standIns) {
        Map<SampleColumn, String> all = new EnumMap<>(SampleColumn.class);
        all.putAll(standIns);
        all.putAll(constants);
        return new Profile(
                id,
                name,
                samples,
                delimiter,
                headerRows,
                fileSuffix,
                required,
                absent,
                mappings,
                all,
                missing,
                time,
                crs,
                filters,
                removed);
    }

    /** What stands for the file's name in a constant. */
    static final String FILE = "$file";

    /** The zone of times without offset; {@code programme} = the programme's, with a warning. */
    record TimeRule(String format, Optional<String> zone) {
        static final String PROGRAMME = "programme";
    }

    /**
     * Which headings fill a column, the preferred first.
     *
     * @param unit empty = as the heading says
     * @param values what words stand for, in upper case
     * @param joiner text between parts of a cell, written as a dash
     * @param noOperator words that mean no network
     * @param rat the technology this column speaks of: it is taken only from rows on that, and says so where nothing else does
     */
    record Mapping(
            SampleColumn column,
            List<HeadingPattern> from,
            Optional<String> unit,
            Map<String, String> values,
            Set<String> missing,
            Optional<String> joiner,
            List<String> noOperator,
            Optional<Rat> rat) {}

    /** Keeps rows whose cell is one of these. */
    record Filter(HeadingPattern heading, Set<String> values) {}
}
