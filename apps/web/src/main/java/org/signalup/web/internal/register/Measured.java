package org.signalup.web.internal.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Coded;
import org.signalup.domain.Evidence;
import org.signalup.domain.Verdict;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.register.Subject;
import org.signalup.web.internal.catalog.Catalog;
import org.signalup.web.internal.catalog.CatalogEntry;

/**
 * What the newest evaluation found of a place, to stand beside what operators claim.
 *
 * @param evaluation its id
 */
public record Measured(String evaluation, List<Found> found) {
    /** The verdict for one operator. */
    public record Found(String operator, Verdict verdict, Optional<Evidence> evidence) {}

    /** Of a place or line in the newest evaluation somebody may see; without rows where it is not in it. */
    static Optional<Measured> of(Catalog catalog, Actor actor, Subject subject, String id) {
        if (!actor.may(Capability.RESULT_READ) || subject == Subject.KEY_POINT) {
            return Optional.empty();
        }
        Optional<CatalogEntry> newest = catalog.list(actor.reach()).stream().findFirst();
        return newest.map(entry -> {
            List<Found> found = new ArrayList<>();
            String sql = subject == Subject.PLACE
                    ? "SELECT operator, verdict, evidence FROM places WHERE place_id = ? ORDER BY operator"
                    : "SELECT operator, verdict, evidence FROM lines WHERE line_id = ? AND rat = 'ANY' ORDER BY operator";
            catalog.get(entry.id(), actor.reach())
                    .tables()
                    .forEach(
                            sql,
                            row -> found.add(new Found(
                                    row.text(0),
                                    Coded.find(Verdict.class, row.text(1)).orElseThrow(),
                                    row.findText(2).flatMap(code -> Coded.find(Evidence.class, code)))),
                            id);
            return new Measured(entry.id(), found);
        });
    }
}
