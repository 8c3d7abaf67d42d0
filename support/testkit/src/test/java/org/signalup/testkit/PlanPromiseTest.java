package org.signalup.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.signalup.domain.Evidence;
import org.signalup.domain.Period;
import org.signalup.domain.RatRow;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows.Measured;
import org.signalup.evaluate.ResultRows.PlanRow;
import org.signalup.geo.Bin;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Line;
import org.signalup.standards.Standard.CoverageRule;
import org.signalup.standards.Standard.LineRule;

/** Whoever makes the visits of {@code plan.csv}, and finds all samples covered, has the evidence it promises. */
class PlanPromiseTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 6, 1);

    private final List<List<String>> visits = new ArrayList<>();
    private final Map<List<Object>, Measured> measured = new HashMap<>();
    private RandomWorld world;

    @Test
    void the_visits_promised_lift_every_target_to_their_evidence() {
        world = RandomWorld.of(Long.getLong("testkit.seed", 1));
        ReferenceResult before = evaluate();
        before.points().forEach(row -> measured.put(List.of(row.pointId(), row.operator(), row.rat()), row.measured()));
        before.bins()
                .forEach(row ->
                        measured.put(List.of(row.lineId() + row.bin(), row.operator(), row.rat()), row.measured()));
        assertThat(before.plan()).hasSizeGreaterThan(30);
        assertThat(unkept(before.plan(), PlanRow::visitsForB, Evidence.B)).isEmpty();
        assertThat(unkept(before.plan(), PlanRow::visitsForA, Evidence.A)).isEmpty();
    }

    /** Makes the visits of all rows and returns the rows whose target does not pass with the evidence promised. */
    private List<String> unkept(List<PlanRow> plan, Function<PlanRow, OptionalInt> count, Evidence promised) {
        visits.clear();
        plan.forEach(row -> visit(row, count.apply(row).orElse(0)));
        ReferenceResult after = evaluate();
        Set<List<Object>> kept = new HashSet<>();
        after.points().forEach(row -> {
            if (row.verdict() == Verdict.PASS && row.evidence().orElseThrow().compareTo(promised) <= 0) {
                kept.add(List.of(row.pointId(), row.operator(), row.rat()));
            }
        });
        after.bins().forEach(row -> {
            if (row.verdict() == Verdict.PASS && row.evidence().orElseThrow().compareTo(promised) <= 0) {
                kept.add(List.of(row.lineId() + row.bin(), row.operator(), row.rat()));
            }
        });
        Set<String> unkept = new TreeSet<>();
        for (PlanRow row : plan) {
            boolean all =
                    targets(row).stream().allMatch(target -> kept.contains(List.of(target, row.operator(), row.rat())));
            if (count.apply(row).isPresent() && !all) {
                unkept.add(row.toString());
            }
        }
        return List.copyOf(unkept);
    }

    private ReferenceResult evaluate() {
        List<List<String>> rows = new ArrayList<>(world.rows());
        rows.addAll(visits);
        RandomWorld own = new RandomWorld(
                world.seed(), world.programme(), world.standard(), world.ledger(), rows, world.earlyRows());
        return new ReferenceEvaluator(world.programme(), world.standard(), world.ledger(), Period.ALL)
                .evaluate(own.samples());
    }

    private void visit(PlanRow row, int count) {
        boolean stretch = row.target().contains(":");
        for (int i = 0; i < count; i++) {
            for (String target : targets(row)) {
                int samples = samples(row, target);
                for (int second = 0; second < samples; second++) {
                    visits.add(sample(row, target, i, second, stretch));
                }
            }
        }
    }

    /** As many as visits had so far, and never fewer than the minimum shared over its clusters. */
    private int samples(PlanRow row, String target) {
        Measured own = measured.get(List.of(target, row.operator(), row.rat()));
        boolean any = own != null && own.clusters().orElse(0) > 0;
        long usual = any
                ? Math.round(
                        (double) own.samples().orElseThrow() / own.clusters().orElseThrow())
                : 0;
        return (int) Math.max(usual, least(row));
    }

    private int least(PlanRow row) {
        if (row.target().contains(":")) {
            return rule(line(row)).binMinSamples();
        }
        KeyPoint point = world.ledger().keyPoints().stream()
                .filter(one -> one.id().equals(row.target()))
                .findFirst()
                .orElseThrow();
        String scenario = point.placeId()
                .flatMap(id -> world.ledger().places().stream()
                        .filter(place -> place.id().equals(id))
                        .map(place -> place.scenario())
                        .findFirst())
                .orElse("TRANSPORT");
        CoverageRule rule = world.standard().pointRule(scenario, point.kind());
        return (int) Math.ceil((double) rule.minSamples() / rule.minClusters());
    }

    private List<String> sample(PlanRow row, String target, int visit, int second, boolean stretch) {
        List<String> cells =
                new ArrayList<>(Collections.nCopies(RandomWorld.columns().size(), ""));
        set(cells, "observed_at", FIRST.plusDays(visit) + "T10:%02d:%02d+08:00".formatted(second / 60, second % 60));
        if (stretch) {
            Bin bin = bins(line(row)).get(Integer.parseInt(target.substring(2)));
            set(cells, "line_id", line(row).id());
            set(cells, "chainage_m", Long.toString((bin.fromMm() + bin.toMm()) / 2000));
        } else {
            set(cells, "point_id", target);
        }
        set(cells, "operator", row.operator());
        set(cells, "rat", row.rat() == RatRow.G4 ? "4G" : "5G");
        set(
                cells,
                "test_mode",
                row.rat() == RatRow.ANY ? "FREE" : "LOCK_" + row.rat().code());
        set(cells, "source", stretch ? "DRIVE" : "CQT");
        set(cells, "purpose", "AUTHORITY");
        set(cells, "device_id", "V-" + target + row.operator() + row.rat());
        set(cells, "session_id", "V-" + target + row.operator() + row.rat() + visit);
        set(cells, "rsrp_dbm", "-80");
        set(cells, "sinr_db", "20");
        return cells;
    }

    private static void set(List<String> cells, String column, String value) {
        cells.set(RandomWorld.columns().indexOf(column), value);
    }

    /** The point, or the bins of the stretch. */
    private List<String> targets(PlanRow row) {
        if (!row.target().contains(":")) {
            return List.of(row.target());
        }
        String[] ends = row.target().substring(row.target().indexOf(':') + 1).split("-");
        return bins(line(row)).stream()
                .filter(bin -> Math.round(bin.fromMm() / 1000.0) >= metres(ends[0])
                        && Math.round(bin.toMm() / 1000.0) <= metres(ends[1]))
                .map(bin -> line(row).id() + bin.number())
                .toList();
    }

    private static long metres(String chainage) {
        return Long.parseLong(chainage.substring(1).replace("+", ""));
    }

    private Line line(PlanRow row) {
        String id = row.target().substring(0, row.target().indexOf(':'));
        return world.ledger().lines().stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<Bin> bins(Line line) {
        return line.geometry().bins(rule(line).binLengthM());
    }

    private LineRule rule(Line line) {
        return world.standard().lineRule(line.kind(), line.grade());
    }
}
