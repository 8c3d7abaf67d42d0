package org.signalup.testkit.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.signalup.domain.Outcome;
import org.signalup.domain.Rat;
import org.signalup.domain.Service;
import org.signalup.domain.ServiceLevel;
import org.signalup.domain.TestMode;
import org.signalup.domain.TextOrder;
import org.signalup.evaluate.ResultRows.ServiceRow;
import org.signalup.ledger.Ledger;
import org.signalup.standards.ServiceKpi;
import org.signalup.standards.ServiceModels;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.KpiLimit;
import org.signalup.testkit.RefSample;
import org.signalup.testkit.RefSample.Measured;

/** KPIs of service sessions, each by its definition over plain lists. Modelled opinions are not repeated here: their models have numbers of their own. */
public final class ServiceKpis {
    private final Standard standard;
    private final List<ServiceRow> rows = new ArrayList<>();

    /** Of no object in particular. */
    ServiceKpis(Standard standard) {
        this.standard = standard;
    }

    public ServiceKpis(Standard standard, Ledger ledger, ObjectTests tests) {
        this.standard = standard;
        ledger.places().forEach(place -> add("PLACE", place.id(), tests.ofPlace(place.id())));
        ledger.lines().forEach(line -> add("LINE", line.id(), tests.ofLine(line.id())));
        tests.regions()
                .codes()
                .forEach(region -> add("REGION", region, tests.ofRegion(region).keySet()));
        rows.sort(Comparator.comparing(ServiceRow::object)
                .thenComparing(ServiceRow::objectId, TextOrder.CODE_POINTS)
                .thenComparing(ServiceRow::operator, TextOrder.CODE_POINTS)
                .thenComparing(row -> row.service().code())
                .thenComparing(row -> row.kpi().code()));
    }

    /** KPIs with a limit that at least so many of the sessions of one service tell, and how they are graded. */
    Map<ServiceKpi, ServiceLevel> levels(Service service, List<RefSample> sessions, int least) {
        Map<ServiceKpi, ServiceLevel> levels = new EnumMap<>(ServiceKpi.class);
        standard.services()
                .kpis()
                .getOrDefault(service, Map.of())
                .forEach((kpi, limit) -> figure(kpi, sessions)
                        .filter(figure -> figure.n() >= least)
                        .ifPresent(figure -> levels.put(kpi, level(kpi, figure.value(), limit))));
        return levels;
    }

    public List<ServiceRow> rows() {
        return rows;
    }

    private void add(String object, String id, Collection<RefSample> tests) {
        Map<List<Object>, List<RefSample>> groups = tests.stream()
                .filter(test -> test.service() != null && test.service() != Service.RATE)
                .filter(test -> test.outcome() != null && test.testMode() == TestMode.FREE && test.rat() != Rat.WIFI)
                .collect(Collectors.groupingBy(test -> List.of(test.operator(), test.service())));
        groups.values().forEach(sessions -> {
            for (ServiceKpi kpi : ServiceKpi.values()) {
                if (kpi != ServiceKpi.MOS_MODEL) {
                    figure(kpi, sessions).ifPresent(figure -> rows.add(row(object, id, sessions.get(0), kpi, figure)));
                }
            }
        });
    }

    private record Figure(long n, double value) {}

    private Optional<Figure> figure(ServiceKpi kpi, List<RefSample> sessions) {
        Optional<ServiceModels> models = standard.services().models();
        return switch (kpi) {
            case CONNECT -> share(sessions, session -> session.outcome() != Outcome.FAILED);
            case DROP ->
                share(
                        sessions.stream()
                                .filter(session -> session.outcome() != Outcome.FAILED)
                                .toList(),
                        session -> session.outcome() == Outcome.DROPPED);
            case CONNECT_IN_TIME ->
                models.flatMap(own -> share(
                        sessions.stream()
                                .filter(session -> session.outcome() == Outcome.FAILED
                                        || session.measured().setupUs() != null)
                                .toList(),
                        session -> session.outcome() != Outcome.FAILED
                                && session.measured().setupUs() <= own.connectWithinMs() * 1000));
            case FIRST_FRAME_P50 -> quantile(sessions, 50);
            case FIRST_FRAME_P95 -> quantile(sessions, 95);
            case STALL_RATIO -> ofPlayed(sessions, Measured::stallUs, 1);
            case STALLS_PER_HOUR -> ofPlayed(sessions, Measured::stalls, 3.6e9);
            case HD_SHARE -> ofPlayed(sessions, Measured::hdUs, 1);
            case DELAY -> mean(sessions, Measured::delayUs, 1000);
            case LOSS -> mean(sessions, Measured::lossPpm, 1e6);
            case RTT -> mean(sessions, Measured::latencyUs, 1000);
            case MOS -> mean(sessions, Measured::mosMilli, 1000);
            case DL_RATE -> rate(sessions);
            case AV_IN_SYNC ->
                models.flatMap(own -> share(
                        having(sessions, Measured::avSyncUs),
                        session -> session.measured().avSyncUs() <= own.inSyncMs() * 1000));
            case RTT_HIGH_SHARE ->
                models.flatMap(own -> share(
                        having(sessions, Measured::latencyUs),
                        session -> session.measured().latencyUs() > own.highRttMs() * 1000));
            case MOS_GOOD_SHARE ->
                models.flatMap(own -> share(
                        having(sessions, Measured::mosMilli),
                        session -> session.measured().mosMilli() >= own.goodMos() * 1000));
            case MOS_MODEL -> Optional.empty();
        };
    }

    private static List<RefSample> having(List<RefSample> sessions, Function<Measured, Long> value) {
        return sessions.stream()
                .filter(session -> value.apply(session.measured()) != null)
                .toList();
    }

    private static Optional<Figure> share(List<RefSample> sessions, Function<RefSample, Boolean> of) {
        long yes = sessions.stream().filter(of::apply).count();
        return sessions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Figure(sessions.size(), (double) yes / sessions.size()));
    }

    private static Optional<Figure> mean(List<RefSample> sessions, Function<Measured, Long> value, double unit) {
        List<RefSample> own = having(sessions, value);
        long sum = own.stream()
                .mapToLong(session -> value.apply(session.measured()))
                .sum();
        return own.isEmpty() ? Optional.empty() : Optional.of(new Figure(own.size(), sum / (own.size() * unit)));
    }

    private static Optional<Figure> rate(List<RefSample> sessions) {
        List<Long> rates = sessions.stream()
                .filter(session -> session.outcome() != Outcome.FAILED && session.dlKbps() != null)
                .map(RefSample::dlKbps)
                .toList();
        long sum = rates.stream().mapToLong(Long::longValue).sum();
        return rates.isEmpty()
                ? Optional.empty()
                : Optional.of(new Figure(rates.size(), sum / (1000.0 * rates.size())));
    }

    private static Optional<Figure> ofPlayed(List<RefSample> sessions, Function<Measured, Long> value, double unit) {
        List<RefSample> own = having(sessions, value).stream()
                .filter(session -> Objects.requireNonNullElse(session.measured().playedUs(), 0L) > 0)
                .toList();
        long sum = own.stream()
                .mapToLong(session -> value.apply(session.measured()))
                .sum();
        long played =
                own.stream().mapToLong(session -> session.measured().playedUs()).sum();
        return own.isEmpty() ? Optional.empty() : Optional.of(new Figure(own.size(), sum * unit / played));
    }

    /** The least value with so many per cent of all at or below it. */
    private static Optional<Figure> quantile(List<RefSample> sessions, int percent) {
        List<Long> sorted = having(sessions, Measured::firstFrameUs).stream()
                .map(session -> session.measured().firstFrameUs())
                .sorted()
                .toList();
        for (int i = 0; i < sorted.size(); i++) {
            if ((i + 1) * 100L >= (long) percent * sorted.size()) {
                return Optional.of(new Figure(sorted.size(), sorted.get(i) / 1000.0));
            }
        }
        return Optional.empty();
    }

    private ServiceRow row(String object, String id, RefSample of, ServiceKpi kpi, Figure figure) {
        Optional<KpiLimit> limit = Optional.ofNullable(
                standard.services().kpis().getOrDefault(of.service(), Map.of()).get(kpi));
        boolean enough = figure.n() >= standard.services().minTries();
        return new ServiceRow(
                object,
                id,
                of.operator(),
                of.service(),
                kpi,
                figure.n(),
                figure.value(),
                limit.map(own -> OptionalDouble.of(own.good())).orElse(OptionalDouble.empty()),
                limit.map(own -> OptionalDouble.of(own.fair())).orElse(OptionalDouble.empty()),
                limit.filter(own -> enough).map(own -> level(kpi, figure.value(), own)));
    }

    private static ServiceLevel level(ServiceKpi kpi, double value, KpiLimit limit) {
        boolean more = kpi.moreIsBetter();
        if (more ? value >= limit.good() : value <= limit.good()) {
            return ServiceLevel.GOOD;
        }
        return (more ? value >= limit.fair() : value <= limit.fair()) ? ServiceLevel.FAIR : ServiceLevel.POOR;
    }
}
