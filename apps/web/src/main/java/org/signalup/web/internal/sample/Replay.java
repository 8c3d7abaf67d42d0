package org.signalup.web.internal.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.signalup.publish.Format;

/**
 * Samples of all operators on one clock. A step is a second in which somebody has a sample.
 *
 * @param steps how many there are
 */
public record Replay(int steps, List<Moment> moments, List<Track> tracks) {
    private static final double RSRP_TOP_DBM = -50;
    private static final double RSRP_BOTTOM_DBM = -130;
    private static final int HEIGHT = 100;

    /** A sample with its step. */
    public record Moment(int step, Sample sample) {}

    /**
     * One operator's samples as marks over the steps: compliant, not compliant, without service.
     *
     * @param compliant of all its samples here
     */
    public record Track(String operator, long samples, long compliant, String good, String bad, String dead) {}

    static Replay of(List<Sample> samples, List<String> operators) {
        TreeMap<Long, Integer> steps = new TreeMap<>();
        samples.forEach(sample -> steps.put(sample.localS(), 0));
        int next = 0;
        for (Map.Entry<Long, Integer> step : steps.entrySet()) {
            step.setValue(next++);
        }
        List<Moment> moments = samples.stream()
                .map(sample -> new Moment(steps.get(sample.localS()), sample))
                .toList();
        Map<String, List<Moment>> byOperator = new LinkedHashMap<>();
        operators.forEach(operator -> byOperator.put(operator, new ArrayList<>()));
        moments.forEach(moment -> byOperator
                .computeIfAbsent(moment.sample().operator(), operator -> new ArrayList<>())
                .add(moment));
        List<Track> tracks = new ArrayList<>();
        byOperator.forEach((operator, own) -> {
            if (!own.isEmpty()) {
                tracks.add(track(operator, own));
            }
        });
        return new Replay(Math.max(1, steps.size()), moments, tracks);
    }

    private static Track track(String operator, List<Moment> moments) {
        StringBuilder good = new StringBuilder();
        StringBuilder bad = new StringBuilder();
        StringBuilder dead = new StringBuilder();
        for (Moment moment : moments) {
            Finding finding = moment.sample().finding();
            if (finding == Finding.NO_SERVICE) {
                dead.append("M").append(moment.step()).append(" 86h1v14h-1z");
            } else {
                (finding.compliant() ? good : bad)
                        .append("M")
                        .append(moment.step())
                        .append(" ")
                        .append(height(moment.sample().rsrpDbm()))
                        .append("h1v5h-1z");
            }
        }
        return new Track(
                operator,
                moments.size(),
                moments.stream()
                        .filter(moment -> moment.sample().finding().compliant())
                        .count(),
                good.toString(),
                bad.toString(),
                dead.toString());
    }

    private static String height(OptionalDouble rsrpDbm) {
        double y = (RSRP_TOP_DBM - rsrpDbm.orElse(RSRP_BOTTOM_DBM)) * HEIGHT / (RSRP_TOP_DBM - RSRP_BOTTOM_DBM);
        return Format.coordinate(Math.max(0, Math.min(HEIGHT - 5.0, y)));
    }
}
