package org.signalup.intake.internal.draft;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.intake.Confidence;
import org.signalup.intake.ProfileDraft;
import org.signalup.intake.ProfileDraft.Column;
import org.signalup.intake.ProfileDraft.Guess;
import org.signalup.intake.SampleColumn;
import org.signalup.intake.internal.file.InputFile;
import org.signalup.standards.Programme;

/** A draft of a profile from the beginning of a file. */
public final class Drafting {
    private final InputFile file;
    private final Programme programme;
    private final TableSample table;

    public Drafting(InputFile file, Programme programme, Engine engine) {
        this.file = file;
        this.programme = programme;
        this.table = TableSample.of(file, engine);
    }

    public ProfileDraft draft(String id) {
        List<Column> columns = columns();
        List<String> times = valuesOf(columns, SampleColumn.OBSERVED_AT);
        Optional<String> timeHeading = headingOf(columns, SampleColumn.OBSERVED_AT);
        Guess format = TimeGuess.format(times);
        return new ProfileDraft(
                id,
                1,
                Text.of("由 " + file.name() + " 起草", "drafted from " + file.name()),
                TableSample.DELIMITERS.get(table.delimiter()),
                table.headerLine(),
                columns,
                PositionGuess.crs(columns, this::values),
                format,
                TimeGuess.zone(times, format, timeHeading.orElse("")),
                constants(columns));
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < table.headings().size(); i++) {
            Column guess = ColumnGuess.of(table.headings().get(i), table.values(i), programme);
            boolean first = guess.target().isEmpty()
                    || taken.add(guess.target().get() + " "
                            + guess.rat().map(Object::toString).orElse(""));
            columns.add(first ? guess : aside(guess));
        }
        return PositionGuess.withPositions(columns, this::values);
    }

    /** A second column of the same meaning is not used unless somebody says so. */
    private static Column aside(Column guess) {
        String code = guess.target().orElseThrow().code();
        return new Column(
                guess.heading(),
                guess.examples(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Confidence.LOW,
                Text.of("也像 " + code + "，但已有一列", "looks like " + code + " too, which another column is"));
    }

    private List<String> values(Column column) {
        return table.values(table.headings().indexOf(column.heading()));
    }

    private List<String> valuesOf(List<Column> columns, SampleColumn target) {
        return columns.stream()
                .filter(column -> column.target().filter(target::equals).isPresent())
                .findFirst()
                .map(this::values)
                .orElse(List.of());
    }

    private static Optional<String> headingOf(List<Column> columns, SampleColumn target) {
        return columns.stream()
                .filter(column -> column.target().filter(target::equals).isPresent())
                .map(Column::heading)
                .findFirst();
    }

    /** What the file's name says, and that the file is the log of one device. */
    private Map<SampleColumn, String> constants(List<Column> columns) {
        Set<SampleColumn> there = EnumSet.noneOf(SampleColumn.class);
        columns.forEach(column -> column.target().ifPresent(there::add));
        Map<SampleColumn, String> constants = new EnumMap<>(SampleColumn.class);
        for (SampleColumn column : List.of(SampleColumn.DEVICE_ID, SampleColumn.SESSION_ID)) {
            if (!there.contains(column)) {
                constants.put(column, "$file");
            }
        }
        return constants;
    }
}
