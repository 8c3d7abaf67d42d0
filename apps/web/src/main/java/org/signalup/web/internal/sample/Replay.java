package org.signalup.web.internal.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.signalup.publish.Format;
import org.signalup.standards.Standard.Limit;

/**
 * Samples of all operators on one clock. A step is a second in which somebody has a sample.
 *
 * @param steps how many there are
 * @param limitsY heights of the level limits in force, in the units of the tracks
 */
public record Replay(int steps, List<Moment> moments, List<Track> tracks, List<String> limitsY, List<Mark> marks) {
    private static final double RSRP_TOP_DBM = -50;
    private static final double RSRP_BOTTOM_DBM = -130;
    private static final int HEIGHT = 100;

    private static final int MARKS = 5;

    /** A time on the axis, at a percentage of its width. */
    public record Mark(double percent, String time) {}

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
        return new Replay(
                Math.max(1, steps.size()), moments, tracks, limits(samples), marks(List.copyOf(steps.keySet())));
    }

    private static List<String> limits(List<Sample> samples) {
        return samples.stream()
                .flatMap(sample -> sample.limit().stream())
                .map(Limit::rsrpDbm)
                .distinct()
                .sorted()
                .map(dbm -> Format.coordinate(y(dbm)))
                .toList();
    }

    private static List<Mark> marks(List<Long> seconds) {
        int most = Math.min(MARKS, seconds.size());
        return IntStream.range(0, most)
                .map(i -> most == 1 ? 0 : i * (seconds.size() - 1) / (most - 1))
                .mapToObj(step -> new Mark((step + 0.5) * 100 / seconds.size(), Sample.time(seconds.get(step))))
                .toList();
    }

    private static double y(double rsrpDbm) {
        return (RSRP_TOP_DBM - rsrpDbm) * HEIGHT / (RSRP_TOP_DBM - RSRP_BOTTOM_DBM);
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
        double y = y(rsrpDbm.orElse(RSRP_BOTTOM_DBM));
        return Format.coordinate(Math.max(0, Math.min(HEIGHT - 5.0, y)));
    }
}
