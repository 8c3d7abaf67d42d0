package org.signalup.web.internal.live;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Purpose;
import org.signalup.intake.SampleColumn;
import org.signalup.live.Sender;
import org.signalup.people.Actor;
import org.signalup.people.Organisation;
import org.signalup.people.OrganisationKind;

/** Who asks, as one who sends samples. */
final class Senders {
    private Senders() {}

    static Sender of(Actor actor) {
        Organisation organisation = actor.organisation();
        boolean builds =
                organisation.kind() == OrganisationKind.OPERATOR || organisation.kind() == OrganisationKind.TOWER;
        Map<SampleColumn, String> standIns = new EnumMap<>(SampleColumn.class);
        standIns.put(SampleColumn.TESTER_ORG, organisation.code());
        if (builds) {
            standIns.put(SampleColumn.PURPOSE, Purpose.SELF.code());
        }
        return new Sender(
                organisation.id(),
                builds,
                Optional.of(actor.account()),
                Optional.empty(),
                actor.name(),
                actor.reach().operators(),
                standIns);
    }
}
