package org.signalup.evaluate.internal.roll;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.signalup.domain.RatRow;
import org.signalup.evaluate.Evaluation;
import org.signalup.evaluate.Results;

/** Stars of the previous evaluation, which hold until the score has moved clearly. */
final class PreviousStars {
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

    PreviousStars(Optional<Path> folder) {
        if (folder.isPresent()) {
            Results previous = Evaluation.open(folder.get());
            previous.places()
                    .forEach(row -> row.stars()
                            .ifPresent(stars -> places.put(key(row.placeId(), row.operator(), RatRow.ANY), stars)));
            previous.lines()
                    .forEach(row -> row.stars()
                            .ifPresent(stars -> lines.put(key(row.lineId(), row.operator(), row.rat()), stars)));
        }
    }

    OptionalInt place(String id, String operator) {
        return of(places, key(id, operator, RatRow.ANY));
    }

    OptionalInt line(String id, String operator, RatRow rat) {
        return of(lines, key(id, operator, rat));
    }

    private static OptionalInt of(Map<String, Integer> stars, String key) {
        Integer found = stars.get(key);
        return found == null ? OptionalInt.empty() : OptionalInt.of(found);
    }

    private static String key(String id, String operator, RatRow rat) {
        return id + "\n" + operator + "\n" + rat;
    }
}
