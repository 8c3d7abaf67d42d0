package org.signalup.evaluate.internal.roll;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import org.signalup.domain.Coded;
import org.signalup.domain.Outcome;
import org.signalup.domain.Service;
import org.signalup.domain.ServiceLevel;
import org.signalup.engine.Engine;
import org.signalup.engine.Row;
import org.signalup.evaluate.ResultRows.ServiceRow;
import org.signalup.evaluate.internal.quality.GradedKpi;
import org.signalup.evaluate.internal.quality.KpiJudge;
import org.signalup.evaluate.internal.quality.SessionKpis;
import org.signalup.evaluate.internal.quality.SessionKpis.Figure;
import org.signalup.evaluate.internal.quality.SessionKpis.Session;
import org.signalup.evaluate.internal.tally.FewDevices;
import org.signalup.evaluate.internal.tally.RateSql;
import org.signalup.evaluate.internal.tally.SessionSql;
import org.signalup.evaluate.internal.write.ResultSink;
import org.signalup.standards.ServiceKpi;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.KpiLimit;
import org.signalup.standards.Standard.ServiceScore;

/** The KPIs of service sessions at places, on lines and in regions. One group of sessions at a time is in memory. */
final class ServiceRoll {
    private static final int DATE = 17;

    private final Engine engine;
    private final Standard standard;
    private final ResultSink sink;
    private final BiFunction<Integer, Integer, String> objectId;
    private final List<ServiceRow> regions = new ArrayList<>();
    private Group group;
    private SessionKpis kpis;
    private final Map<ObjectRates.Key, Map<Service, Map<ServiceKpi, GradedKpi>>> graded = new HashMap<>();
    /** Whether targets ask on how many dates a KPI was poor. */
    private final boolean byDate;

    private int date;
    private SessionKpis ofDate;
    private final Map<ServiceKpi, Integer> datesPoor = new EnumMap<>(ServiceKpi.class);

    /** @param objectId id of an object by the number of its kind and its own */
    ServiceRoll(Engine engine, Standard standard, ResultSink sink, BiFunction<Integer, Integer, String> objectId) {
        this.engine = engine;
        this.standard = standard;
        this.sink = sink;
        this.objectId = objectId;
        this.byDate = standard.services().score().rule() == ServiceScore.Rule.KPI_GRADES;
    }

    private record Group(int kind, int number, String operator, Service service) {}

    /** Reads {@code test_match} and {@code target_region}, and tells the grades. */
    Map<ObjectRates.Key, Map<Service, Map<ServiceKpi, GradedKpi>>> run() {
        SessionSql sessions = new SessionSql(engine, new FewDevices(engine, standard.crowdFilters()));
        sessions.define();
        engine.forEach(sessions.inOrder(), this::add);
        finish();
        return graded;
    }

    /** The rows of regions, once they were run. */
    List<ServiceRow> regions() {
        return regions;
    }

    private void add(Row row) {
        Group own = new Group(row.getInt(0), row.getInt(1), row.text(2), Coded.of(Service.class, row.getInt(3)));
        if (!own.equals(group)) {
            finish();
            group = own;
            kpis = new SessionKpis(own.service(), standard.services().models());
        }
        Session session = session(row);
        kpis.add(session);
        if (byDate && own.kind() != RateSql.REGION) {
            if (ofDate == null || date != row.getInt(DATE)) {
                finishDate();
                date = row.getInt(DATE);
                ofDate = new SessionKpis(own.service(), standard.services().models());
            }
            ofDate.add(session);
        }
    }

    private void finishDate() {
        if (ofDate != null) {
            KpiJudge judge = new KpiJudge(standard.services(), group.service());
            ofDate.figures().forEach((kpi, figure) -> {
                if (judge.poor(kpi, figure)) {
                    datesPoor.merge(kpi, 1, Integer::sum);
                }
            });
            ofDate = null;
        }
    }

    private static Session session(Row row) {
        return new Session(
                Coded.of(Outcome.class, row.getInt(4)),
                value(row, 5),
                value(row, 6),
                value(row, 7),
                value(row, 8),
                value(row, 9),
                value(row, 10),
                value(row, 11),
                value(row, 12),
                value(row, 13),
                value(row, 14),
                value(row, 15),
                value(row, 16));
    }

    private static long value(Row row, int column) {
        return row.isNull(column) ? Session.MISSING : row.getLong(column);
    }

    private void finish() {
        if (group == null) {
            return;
        }
        finishDate();
        KpiJudge judge = new KpiJudge(standard.services(), group.service());
        kpis.figures().forEach((kpi, figure) -> {
            Optional<ServiceLevel> grade = judge.grade(kpi, figure);
            grade.ifPresent(level -> graded.computeIfAbsent(
                            new ObjectRates.Key(group.kind(), group.number(), group.operator()),
                            unused -> new EnumMap<>(Service.class))
                    .computeIfAbsent(group.service(), unused -> new EnumMap<>(ServiceKpi.class))
                    .put(kpi, new GradedKpi(level, datesPoor.getOrDefault(kpi, 0))));
            ServiceRow row = row(kpi, figure, judge.limit(kpi), grade);
            sink.service(row);
            if (group.kind() == RateSql.REGION) {
                regions.add(row);
            }
        });
        group = null;
        datesPoor.clear();
    }

    private ServiceRow row(ServiceKpi kpi, Figure figure, Optional<KpiLimit> limit, Optional<ServiceLevel> grade) {
        return new ServiceRow(
                RateRoll.OBJECTS.get(group.kind()),
                objectId.apply(group.kind(), group.number()),
                group.operator(),
                group.service(),
                kpi,
                figure.n(),
                figure.value(),
                limit.map(own -> OptionalDouble.of(own.good())).orElse(OptionalDouble.empty()),
                limit.map(own -> OptionalDouble.of(own.fair())).orElse(OptionalDouble.empty()),
                grade);
    }
}
