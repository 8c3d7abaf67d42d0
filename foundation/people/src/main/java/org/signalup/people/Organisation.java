package org.signalup.people;

import java.util.Optional;
import org.signalup.domain.Reach;

/**
 * 单位: an administration, an operator's branch, a department …; a tree of its own, apart from divisions.
 *
 * @param code short name that never changes
 * @param reach by division, scenario and operator; the places of a venue owner are looked up
 * @param version counts changes, against lost updates
 */
public record Organisation(
        long id, String code, String name, OrganisationKind kind, Optional<Long> parent, Reach reach, int version) {}
