package org.signalup.intake.internal.structure;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.internal.file.FileRecord;
import org.signalup.intake.internal.file.FileRefusal;
import org.signalup.intake.internal.file.RecordBuilder;
import org.signalup.intake.internal.file.RecordSource;

/** Rows of named values as records under one header, which stands before the first line. */
public final class FlatRecords implements RecordSource {
    private static final int MOST_HEADINGS = 2_000;

    private final FlatRows rows;
    private final List<String> headings;

    FlatRecords(FlatRows rows, List<String> headings) {
        this.rows = rows;
        this.headings = headings;
    }

    /** Every name that has a value anywhere, in the order in which they turn up. */
    static List<String> headings(FlatRows rows) throws IOException {
        Set<String> headings = new LinkedHashSet<>();
        rows.forEach(row -> {
            headings.addAll(row.values().keySet());
            if (headings.size() > MOST_HEADINGS) {
                throw new FileRefusal(RefusalCode.TOO_MANY_COLUMNS);
            }
            return true;
        });
        return List.copyOf(headings);
    }

    @Override
    public void forEach(Predicate<FileRecord> handler) throws IOException {
        Map<String, Integer> places = new HashMap<>();
        RecordBuilder builder = new RecordBuilder().begin(0);
        for (String heading : headings) {
            places.put(heading, places.size());
            builder.add(heading);
        }
        if (handler.test(builder.end())) {
            String[] cells = new String[headings.size()];
            rows.forEach(row -> handler.test(record(row, places, cells, builder)));
        }
    }

    private static FileRecord record(FlatRow row, Map<String, Integer> places, String[] cells, RecordBuilder builder) {
        Arrays.fill(cells, null);
        row.values().forEach((name, value) -> {
            Integer place = places.get(name);
            if (place != null) {
                cells[place] = value;
            }
        });
        builder.begin(row.line());
        for (String cell : cells) {
            builder.add(cell);
        }
        return row.fault() == null ? builder.end() : builder.end(row.fault());
    }
}
