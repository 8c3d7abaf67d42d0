package org.signalup.intake.internal.aggregate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.signalup.domain.Service;
import org.signalup.intake.RejectCode;
import org.signalup.intake.ServiceAggregate;
import org.signalup.intake.ServiceAggregates.Known;
import org.signalup.intake.ServiceAggregates.Read;
import org.signalup.intake.ServiceAggregates.Refused;
import org.signalup.intake.internal.row.Words;
import org.signalup.standards.Operator;
import org.signalup.standards.ServiceKpi;

/** Rows of aggregates, each kept or refused with the first thing wrong about it. */
final class AggregateRows {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_METHOD = 4_000;
    private static final double MOST_MS = 600_000;
    private static final double MOST_PER_HOUR = 3_600;
    private static final double MOST_MOS = 5;
    private static final double MOST_MBPS = 10_000;

    private final Known known;
    private final List<ServiceAggregate> kept = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final Map<List<Object>, List<ServiceAggregate>> periods = new HashMap<>();
    private long rows;

    AggregateRows(Known known) {
        this.known = known;
    }

    Read read() {
        return new Read(kept, refused, rows);
    }

    void refuse(Refused row) {
        rows++;
        refused.add(row);
    }

    /** Why a row is refused. */
    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient AggregateColumn column;
        private final RejectCode code;

        Wrong(AggregateColumn column, RejectCode code) {
            super(code.name(), null, false, false);
            this.column = column;
            this.code = code;
        }
    }

    void add(String file, long line, Map<AggregateColumn, String> cells) {
        rows++;
        try {
            ServiceAggregate row = row(cells);
            List<ServiceAggregate> beside = periods.computeIfAbsent(
                    List.of(row.provider(), row.division(), row.operator(), row.service()), key -> new ArrayList<>());
            if (beside.stream().anyMatch(other -> overlap(row, other))) {
                throw new Wrong(AggregateColumn.FROM, RejectCode.AGGREGATE_OVERLAP);
            }
            beside.add(row);
            kept.add(row);
        } catch (Wrong e) {
            refused.add(new Refused(file, line, e.column.code(), cells.getOrDefault(e.column, ""), e.code));
        }
    }

    private static boolean overlap(ServiceAggregate one, ServiceAggregate other) {
        return !one.to().isBefore(other.from()) && !other.to().isBefore(one.from());
    }

    private ServiceAggregate row(Map<AggregateColumn, String> cells) {
        String provider = words(cells, AggregateColumn.PROVIDER, LONGEST_NAME, RejectCode.PROVIDER_MISSING);
        String method = words(cells, AggregateColumn.METHOD, LONGEST_METHOD, RejectCode.METHOD_MISSING);
        LocalDate from = date(cells, AggregateColumn.FROM);
        LocalDate to = date(cells, AggregateColumn.TO);
        if (to.isBefore(from)) {
            throw new Wrong(AggregateColumn.TO, RejectCode.PERIOD_INVALID);
        }
        if (outside(from, to)) {
            throw new Wrong(AggregateColumn.FROM, RejectCode.PERIOD_OUTSIDE);
        }
        String division = cells.get(AggregateColumn.DIVISION);
        if (!known.division().test(division)) {
            throw new Wrong(AggregateColumn.DIVISION, RejectCode.DIVISION_UNKNOWN);
        }
        String operator = operator(cells.get(AggregateColumn.OPERATOR));
        Service service = service(cells.get(AggregateColumn.SERVICE));
        long sessions = count(cells, AggregateColumn.SESSIONS)
                .orElseThrow(() -> new Wrong(AggregateColumn.SESSIONS, RejectCode.NUMBER_INVALID));
        if (sessions < known.minSessions()) {
            throw new Wrong(AggregateColumn.SESSIONS, RejectCode.SESSIONS_FEW);
        }
        OptionalLong users = count(cells, AggregateColumn.USERS);
        if (users.isPresent() && users.getAsLong() > sessions) {
            throw new Wrong(AggregateColumn.USERS, RejectCode.RANGE);
        }
        return new ServiceAggregate(
                provider, method, from, to, division, operator, service, sessions, users, kpis(cells));
    }

    private static String words(
            Map<AggregateColumn, String> cells, AggregateColumn column, int longest, RejectCode missing) {
        String text = cells.get(column);
        if (text.isEmpty()) {
            throw new Wrong(column, missing);
        }
        if (text.length() > longest) {
            throw new Wrong(column, RejectCode.RANGE);
        }
        if ("=+-@\t".indexOf(text.charAt(0)) >= 0) {
            throw new Wrong(column, RejectCode.ID_FORMULA);
        }
        return text;
    }

    private static LocalDate date(Map<AggregateColumn, String> cells, AggregateColumn column) {
        try {
            return LocalDate.parse(cells.get(column).replace('/', '-'));
        } catch (DateTimeParseException e) {
            throw new Wrong(column, RejectCode.PERIOD_INVALID);
        }
    }

    private boolean outside(LocalDate from, LocalDate to) {
        LocalDate first = known.period().from();
        LocalDate last = known.period().to();
        return (first != null && to.isBefore(first)) || (last != null && from.isAfter(last));
    }

    private String operator(String text) {
        if (text.isEmpty()) {
            throw new Wrong(AggregateColumn.OPERATOR, RejectCode.OPERATOR_MISSING);
        }
        return known.programme()
                .findOperator(text)
                .map(Operator::code)
                .orElseThrow(() -> new Wrong(AggregateColumn.OPERATOR, RejectCode.OPERATOR_UNKNOWN));
    }

    private static Service service(String text) {
        return Words.coded(Service.class, text)
                .filter(found -> found != Service.RATE)
                .orElseThrow(() -> new Wrong(AggregateColumn.SERVICE, RejectCode.SERVICE_UNKNOWN));
    }

    private static OptionalLong count(Map<AggregateColumn, String> cells, AggregateColumn column) {
        String text = cells.getOrDefault(column, "");
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!text.matches("[0-9]{1,15}")) {
            throw new Wrong(column, RejectCode.NUMBER_INVALID);
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    private static Map<ServiceKpi, Double> kpis(Map<AggregateColumn, String> cells) {
        Map<ServiceKpi, Double> kpis = new EnumMap<>(ServiceKpi.class);
        for (AggregateColumn column : AggregateColumn.ALL) {
            String text = cells.getOrDefault(column, "");
            if (column.kpi().isPresent() && !text.isEmpty()) {
                kpis.put(column.kpi().get(), number(column, text));
            }
        }
        if (kpis.isEmpty()) {
            throw new Wrong(AggregateColumn.SESSIONS, RejectCode.KPI_MISSING);
        }
        return kpis;
    }

    /** Shares are from 0 to 1, or per cent where the cell says so. */
    private static double number(AggregateColumn column, String text) {
        ServiceKpi kpi = column.kpi().orElseThrow();
        boolean percent = text.endsWith("%") && kpi.unit() == ServiceKpi.Unit.SHARE;
        String plain = percent ? text.substring(0, text.length() - 1).strip() : text;
        if (!plain.matches("[0-9]{1,9}([.][0-9]{1,9})?")) {
            throw new Wrong(column, RejectCode.NUMBER_INVALID);
        }
        BigDecimal value = new BigDecimal(plain).movePointLeft(percent ? 2 : 0);
        double most = most(kpi);
        double least = kpi.unit() == ServiceKpi.Unit.MOS ? 1 : 0;
        if (value.doubleValue() > most || value.doubleValue() < least) {
            throw new Wrong(column, RejectCode.RANGE);
        }
        return value.doubleValue();
    }

    private static double most(ServiceKpi kpi) {
        return switch (kpi.unit()) {
            case SHARE -> 1;
            case MS -> MOST_MS;
            case PER_HOUR -> MOST_PER_HOUR;
            case MOS -> MOST_MOS;
            case MBIT_S -> MOST_MBPS;
        };
    }
}
