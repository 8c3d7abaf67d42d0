package org.signalup.people;

import static org.signalup.people.Capability.AUDIT_READ;
import static org.signalup.people.Capability.BASE_FIGURE_EDIT;
import static org.signalup.people.Capability.DONE_CLAIM;
import static org.signalup.people.Capability.EVALUATION_RUN;
import static org.signalup.people.Capability.LEDGER_EDIT;
import static org.signalup.people.Capability.LEDGER_FREEZE;
import static org.signalup.people.Capability.LEDGER_READ;
import static org.signalup.people.Capability.PEOPLE_MANAGE;
import static org.signalup.people.Capability.PLATFORM_MANAGE;
import static org.signalup.people.Capability.PROBE_MANAGE;
import static org.signalup.people.Capability.RESULT_READ;
import static org.signalup.people.Capability.SAMPLE_READ;
import static org.signalup.people.Capability.SAMPLE_SEND;
import static org.signalup.people.Capability.TOKEN_MANAGE;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.signalup.domain.Reach;

/** The one table of what each kind of organisation may do, and of what a role takes away from that. */
public final class Grants {
    private static final Map<OrganisationKind, Set<Capability>> OF_KIND = new EnumMap<>(Map.of(
            OrganisationKind.ADMINISTRATION, EnumSet.complementOf(EnumSet.of(DONE_CLAIM)),
            OrganisationKind.ASSESSOR,
                    EnumSet.of(
                            LEDGER_READ,
                            RESULT_READ,
                            SAMPLE_READ,
                            SAMPLE_SEND,
                            PROBE_MANAGE,
                            EVALUATION_RUN,
                            PEOPLE_MANAGE,
                            TOKEN_MANAGE),
            OrganisationKind.OPERATOR,
                    EnumSet.of(
                            LEDGER_READ,
                            DONE_CLAIM,
                            RESULT_READ,
                            SAMPLE_READ,
                            SAMPLE_SEND,
                            PROBE_MANAGE,
                            PEOPLE_MANAGE,
                            TOKEN_MANAGE),
            OrganisationKind.TOWER, EnumSet.of(LEDGER_READ, RESULT_READ, PEOPLE_MANAGE, TOKEN_MANAGE),
            OrganisationKind.DEPARTMENT,
                    EnumSet.of(LEDGER_READ, LEDGER_EDIT, BASE_FIGURE_EDIT, RESULT_READ, PEOPLE_MANAGE, TOKEN_MANAGE),
            OrganisationKind.OWNER, EnumSet.of(LEDGER_READ, RESULT_READ, PEOPLE_MANAGE, TOKEN_MANAGE),
            OrganisationKind.INTERNET, EnumSet.of(LEDGER_READ, SAMPLE_SEND, PEOPLE_MANAGE, TOKEN_MANAGE),
            OrganisationKind.AUDITOR,
                    EnumSet.of(LEDGER_READ, RESULT_READ, SAMPLE_READ, AUDIT_READ, PEOPLE_MANAGE, TOKEN_MANAGE)));

    private static final Map<Role, Set<Capability>> OF_ROLE = new EnumMap<>(Map.of(
            Role.MANAGER, EnumSet.allOf(Capability.class),
            Role.MEMBER, EnumSet.complementOf(EnumSet.of(PEOPLE_MANAGE, PLATFORM_MANAGE, LEDGER_FREEZE)),
            Role.READER, EnumSet.of(LEDGER_READ, RESULT_READ, SAMPLE_READ, AUDIT_READ)));

    private Grants() {}

    /** What somebody with this role in an organisation of this kind may do. */
    public static Set<Capability> of(OrganisationKind kind, Role role) {
        EnumSet<Capability> both = EnumSet.copyOf(OF_KIND.get(kind));
        both.retainAll(OF_ROLE.get(role));
        return Collections.unmodifiableSet(both);
    }

    /** What somebody of that reach may do: what concerns the whole platform is for those who see all of it. */
    static Set<Capability> of(OrganisationKind kind, Role role, Reach reach) {
        Set<Capability> granted = EnumSet.copyOf(of(kind, role));
        if (!reach.everything()) {
            granted.remove(PLATFORM_MANAGE);
        }
        return Collections.unmodifiableSet(granted);
    }
}
