package org.signalup.intake.internal.row;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.signalup.intake.PersonalKind;
import org.signalup.intake.SampleColumn;

/**
 * How the cells of one column are understood, whatever file they come from.
 *
 * @param scale of numbers
 * @param values what particular words stand for, in upper case
 * @param missing words that mean no value, beside the usual ones
 * @param joiner text that separates parts within the cell and is written as a dash; empty = none
 * @param noOperator words of an operator column that mean no network
 * @param personal what the column holds when it names people or phones: its ids become pseudonyms whatever they look like
 */
public record CellRule(
        SampleColumn column,
        Scale scale,
        Map<String, String> values,
        Set<String> missing,
        Optional<String> joiner,
        List<String> noOperator,
        Optional<PersonalKind> personal) {
    /** The key of {@link #values} for whatever word is not understood. */
    static final String ANY_OTHER = "*";

    /** The rule of the canonical file. */
    public static CellRule plain(SampleColumn column, Scale scale) {
        return new CellRule(column, scale, Map.of(), Set.of(), Optional.empty(), List.of(), Optional.empty());
    }
}
