package org.signalup.upload;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Purpose;
import org.signalup.intake.Correction;
import org.signalup.intake.SampleColumn;
import org.signalup.intake.Terms;
import org.signalup.people.Actor;

/**
 * What is taken from whom, as it was when somebody last asked.
 *
 * @param operators whose networks rows may speak of; absent = all
 * @param selfOnly whether all must be tests of one's own work
 * @param testerOrg code of the organisation, which stands in where rows name none
 */
public record Held(Optional<List<String>> operators, boolean selfOnly, String testerOrg) {
    static Held of(Actor actor) {
        return new Held(
                actor.reach().operators().map(all -> all.stream().sorted().toList()),
                actor.organisation().kind().measuresItself(),
                actor.organisation().code());
    }

    /** The terms of reading what was said to be this. */
    public Terms terms(UploadOrder said, Map<String, Correction> corrections) {
        Map<SampleColumn, String> standIns = new EnumMap<>(SampleColumn.class);
        standIns.put(SampleColumn.TESTER_ORG, testerOrg);
        standIns.putAll(said.standIns());
        if (selfOnly) {
            standIns.put(SampleColumn.PURPOSE, Purpose.SELF.code());
        }
        return new Terms(standIns, operators.map(Set::copyOf), selfOnly, corrections);
    }
}
