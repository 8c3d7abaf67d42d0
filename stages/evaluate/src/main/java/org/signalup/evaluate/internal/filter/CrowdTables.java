package org.signalup.evaluate.internal.filter;

import static org.signalup.engine.Column.Type.BIGINT;
import static org.signalup.engine.Column.Type.INT;
import static org.signalup.engine.Column.Type.VARCHAR;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.signalup.engine.Engine;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;
import org.signalup.standards.ChannelNumbers;
import org.signalup.standards.CrowdFilters;
import org.signalup.standards.CrowdFilters.Spectrum;
import org.signalup.standards.Operator;

/** What the rules look up: {@code crowd_plmn}, {@code crowd_band} in channel numbers, {@code crowd_cap} in kbit/s. */
final class CrowdTables {
    private static final Schema PLMN =
            Schema.of("crowd_plmn").with(VARCHAR, "plmn", "operator").build();
    private static final Schema BAND = Schema.of("crowd_band")
            .with(VARCHAR, "network")
            .with(INT, "rat", "from_arfcn", "to_arfcn")
            .build();
    private static final Schema CAP = Schema.of("crowd_cap")
            .with(BIGINT, "cap_kbps", "low", "high", "below", "above")
            .build();
    private static final double KBPS = 1000;
    private static final int BESIDE = 3;

    private final Engine engine;

    CrowdTables(Engine engine) {
        this.engine = engine;
    }

    void write(CrowdFilters filters, List<Operator> operators) {
        try (TableWriter plmns = engine.create(PLMN)) {
            operators.forEach(operator -> operator.plmns().forEach(plmn -> {
                plmns.put(plmn);
                plmns.put(operator.code());
                plmns.endRow();
            }));
        }
        try (TableWriter bands = engine.create(BAND)) {
            filters.bands().byOperator().keySet().forEach(network -> bands(bands, network, filters.bands()));
        }
        try (TableWriter caps = engine.create(CAP)) {
            filters.rateLimited()
                    .capsMbps()
                    .forEach(cap -> cap(caps, cap * KBPS, filters.rateLimited().tolerance()));
        }
    }

    /** Whether any operator of the programme has PLMNs: without them every network would be nobody's. */
    boolean knowsNetworks() {
        return engine.count(PLMN.name()) > 0;
    }

    /** A network's own spectrum and that of those it shares with. */
    private static void bands(TableWriter table, String network, CrowdFilters.Bands bands) {
        Set<String> owners = new TreeSet<>(Set.of(network));
        bands.shared().stream().filter(group -> group.contains(network)).forEach(owners::addAll);
        for (String owner : owners) {
            for (Spectrum spectrum : bands.byOperator().getOrDefault(owner, List.of())) {
                ChannelNumbers.of(spectrum).ifPresent(range -> {
                    table.put(network);
                    table.put(spectrum.rat().number());
                    table.put(range.from());
                    table.put(range.to());
                    table.endRow();
                });
            }
        }
    }

    private static void cap(TableWriter table, double kbps, double tolerance) {
        table.put(Math.round(kbps));
        table.put((long) Math.ceil(kbps * (1 - tolerance)));
        table.put((long) Math.floor(kbps * (1 + tolerance)));
        table.put((long) Math.ceil(kbps * (1 - BESIDE * tolerance)));
        table.put((long) Math.floor(kbps * (1 + BESIDE * tolerance)));
        table.endRow();
    }
}
