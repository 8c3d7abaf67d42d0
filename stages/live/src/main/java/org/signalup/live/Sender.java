package org.signalup.live;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.signalup.intake.SampleColumn;

/**
 * On whose behalf samples come.
 *
 * @param organisation id
 * @param measuresItself whether it builds the networks it measures: what it sends is a test of its own work (自测)
 * @param account id; empty for those who need no account
 * @param probe id; empty when no probe sent them
 * @param name as batches show it
 * @param operators whose networks it may speak of; absent = all
 * @param standIns what stands where its rows say nothing
 */
public record Sender(
        long organisation,
        boolean measuresItself,
        Optional<Long> account,
        Optional<Long> probe,
        String name,
        Optional<Set<String>> operators,
        Map<SampleColumn, String> standIns) {
    public Sender {
        operators = operators.map(Set::copyOf);
        standIns = Map.copyOf(standIns);
    }

    /** The same with more that stands where its rows say nothing; what was there before stays. */
    public Sender saying(Map<SampleColumn, String> more) {
        Map<SampleColumn, String> all = new EnumMap<>(SampleColumn.class);
        all.putAll(more);
        all.putAll(standIns);
        return new Sender(organisation, measuresItself, account, probe, name, operators, all);
    }

    /** By what its idempotency keys are told from those of others. */
    public String keySpace() {
        return organisation + "|" + account.orElse(0L) + "|" + probe.orElse(0L);
    }
}
