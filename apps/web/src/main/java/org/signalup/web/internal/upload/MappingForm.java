package org.signalup.web.internal.upload;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.intake.Confidence;
import org.signalup.intake.ProfileDraft;
import org.signalup.intake.ProfileDraft.Column;
import org.signalup.intake.ProfileDraft.Guess;
import org.signalup.intake.SampleColumn;
import org.signalup.web.internal.site.Filled;

/** A guessed profile as somebody mended it in a form; what was not sent stays as guessed. */
final class MappingForm {
    private MappingForm() {}

    static ProfileDraft draft(ProfileDraft guess, Filled filled) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < guess.columns().size(); i++) {
            columns.add(column(guess.columns().get(i), filled, i));
        }
        String name = filled.get("name");
        return new ProfileDraft(
                filled.get("id"),
                1,
                name.isEmpty() ? guess.name() : Text.same(name),
                guess.delimiter(),
                guess.headerRow(),
                columns,
                guess(guess.crs(), filled, "crs"),
                guess(guess.timeFormat(), filled, "time_format"),
                guess(guess.zone(), filled, "zone"),
                constants(guess, columns, filled));
    }

    private static Column column(Column guess, Filled filled, int index) {
        String field = "to" + index;
        if (!filled.ticked(field)) {
            return guess;
        }
        Optional<SampleColumn> target = SampleColumn.find(filled.get(field));
        Optional<String> unit = Optional.of(filled.get("unit" + index)).filter(text -> !text.isEmpty());
        boolean same = target.equals(guess.target()) && unit.equals(guess.unit());
        return same ? guess : guess.as(target, unit);
    }

    private static Guess guess(Guess guess, Filled filled, String field) {
        return !filled.ticked(field) || filled.get(field).equals(guess.value())
                ? guess
                : new Guess(filled.get(field), Confidence.ASKED, Confidence.ASKED.text());
    }

    /** Values every row has the same; a column of the file says it better. */
    private static Map<SampleColumn, String> constants(ProfileDraft guess, List<Column> columns, Filled filled) {
        Map<SampleColumn, String> all = new EnumMap<>(SampleColumn.class);
        all.putAll(guess.constants());
        for (SampleColumn column : List.of(SampleColumn.OPERATOR, SampleColumn.RAT)) {
            if (!filled.get(column.code()).isEmpty()) {
                all.put(column, filled.get(column.code()));
            }
        }
        columns.forEach(column -> column.target().ifPresent(all::remove));
        return all;
    }
}
