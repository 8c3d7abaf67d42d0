package org.signalup.evaluate.internal.roll;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.signalup.evaluate.EvaluationRequest;
import org.signalup.evaluate.ResultRows.AggregateRow;
import org.signalup.evaluate.ResultRows.ServiceRow;
import org.signalup.evaluate.internal.judge.Regions;
import org.signalup.evaluate.internal.quality.KpiJudge;
import org.signalup.evaluate.internal.quality.SessionKpis.Figure;
import org.signalup.evaluate.internal.write.ResultSink;
import org.signalup.intake.ServiceAggregate;
import org.signalup.intake.ServiceAggregates;
import org.signalup.standards.ServiceKpi;
import org.signalup.standards.Standard.KpiLimit;
import org.signalup.standards.Standard.Services;

/** What internet companies brought, graded by the standard and set beside the own measurement. Nothing of it enters a verdict, a score or a mean. */
final class AggregateRoll {
    private static final String PROVINCE = "[0-9]{2}0000";

    private final EvaluationRequest request;
    private final Regions regions;
    private final Map<List<Object>, ServiceRow> own = new HashMap<>();
    private List<ServiceAggregates.Refused> refused = List.of();

    AggregateRoll(EvaluationRequest request, Regions regions, List<ServiceRow> own) {
        this.request = request;
        this.regions = regions;
        own.forEach(row -> this.own.put(List.of(row.objectId(), row.operator(), row.service(), row.kpi()), row));
    }

    /** Rows that could not be used, once it was run. */
    List<ServiceAggregates.Refused> refused() {
        return refused;
    }

    void run(ResultSink sink) {
        if (request.aggregates().isEmpty()) {
            return;
        }
        Services services = request.standard().services();
        ServiceAggregates.Read read = ServiceAggregates.read(
                request.aggregates(),
                new ServiceAggregates.Known(
                        request.programme(), this::known, services.aggregateSessions(), request.period()));
        refused = read.refused();
        for (ServiceAggregate row : read.kept()) {
            KpiJudge judge = new KpiJudge(services, row.service());
            row.kpis().forEach((kpi, value) -> sink.aggregate(row(row, kpi, value, judge)));
        }
    }

    private boolean known(String division) {
        return regions.codes().contains(division)
                || regions.of(division).stream()
                        .anyMatch(region -> !region.equals(request.programme().rootRegion()));
    }

    private AggregateRow row(ServiceAggregate row, ServiceKpi kpi, double value, KpiJudge judge) {
        Optional<KpiLimit> limit = judge.limit(kpi);
        Optional<String> region = region(row.division());
        Optional<ServiceRow> measured = region.map(code -> own.get(List.of(code, row.operator(), row.service(), kpi)));
        return new AggregateRow(
                row.provider(),
                row.method(),
                row.from(),
                row.to(),
                row.division(),
                row.operator(),
                row.service(),
                kpi,
                row.sessions(),
                row.users(),
                value,
                limit.map(of -> OptionalDouble.of(of.good())).orElse(OptionalDouble.empty()),
                limit.map(of -> OptionalDouble.of(of.fair())).orElse(OptionalDouble.empty()),
                judge.grade(kpi, new Figure(row.sessions(), value)),
                region,
                measured.map(of -> OptionalLong.of(of.n())).orElse(OptionalLong.empty()),
                measured.map(of -> OptionalDouble.of(of.value())).orElse(OptionalDouble.empty()),
                measured.map(of -> OptionalDouble.of(value - of.value())).orElse(OptionalDouble.empty()));
    }

    /** The region whose own sessions are those of the division: itself, or of a province its region. */
    private Optional<String> region(String division) {
        if (regions.codes().contains(division)) {
            return Optional.of(division);
        }
        return division.matches(PROVINCE)
                ? regions.of(division).stream()
                        .filter(region -> !region.equals(request.programme().rootRegion()))
                        .findFirst()
                : Optional.empty();
    }
}
