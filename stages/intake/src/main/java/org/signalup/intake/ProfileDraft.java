package org.signalup.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Rat;
import org.signalup.domain.Text;
import org.signalup.intake.internal.draft.DraftYaml;

/**
 * A mapping profile in the making: what looking at a file suggests, to be mended by whoever knows the file.
 *
 * @param delimiter comma, tab, semicolon, space or pipe
 * @param headerRow the physical line of the header
 * @param crs of the positions; empty value = unknown
 * @param timeFormat as profiles write it
 * @param zone of times without offset; empty value = none needed
 * @param constants columns that every row has the same
 */
public record ProfileDraft(
        String id,
        int version,
        Text name,
        String delimiter,
        long headerRow,
        List<Column> columns,
        Guess crs,
        Guess timeFormat,
        Guess zone,
        Map<SampleColumn, String> constants) {
    public ProfileDraft {
        columns = List.copyOf(columns);
        constants = Map.copyOf(constants);
    }

    /** A value, and how surely it was told from what. */
    public record Guess(String value, Confidence confidence, Text reason) {}

    /**
     * One column of the file.
     *
     * @param examples some of its values, as masked as in rejects; none of a column of identifiers
     * @param target what it fills; empty = not used
     * @param rat the technology it speaks of, where the heading says so
     * @param unit empty = that of the target
     * @param missing values that mean none, beside the usual ones
     */
    public record Column(
            String heading,
            List<String> examples,
            Optional<SampleColumn> target,
            Optional<Rat> rat,
            Optional<String> unit,
            List<String> missing,
            Confidence confidence,
            Text reason) {
        public Column {
            examples = List.copyOf(examples);
            missing = List.copyOf(missing);
        }

        /** The same column filling something else, as somebody said who knows. */
        public Column as(Optional<SampleColumn> other, Optional<String> otherUnit) {
            Text said = Confidence.ASKED.text();
            return new Column(heading, examples, other, Optional.empty(), otherUnit, missing, Confidence.ASKED, said);
        }
    }

    /** The profile's text, readable wherever profiles are read. */
    public String yaml() {
        return DraftYaml.of(this);
    }
}
