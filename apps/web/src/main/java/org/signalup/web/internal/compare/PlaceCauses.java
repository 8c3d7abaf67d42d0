package org.signalup.web.internal.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.CoverageRule;

/** What changed for single places. */
final class PlaceCauses implements Flips.Causes {
    private static final String PLACES =
            "SELECT place_id, scenario, category, division_code, lon, lat, operators FROM %sledger_place";
    private static final String POINTS =
            "SELECT point_id, place_id, kind, scenario, lon, lat, radius_m, indoor, floor, operators, exempt_reason FROM"
                    + " %sledger_point WHERE place_id IS NOT NULL";

    /** Counts that no limit changes: who tested how often on how many days. */
    private static final String COUNTS =
            "SELECT point_id, place_id, operator, rat, samples, clusters, dates, no_service FROM %spoints WHERE place_id IS NOT NULL AND"
                    + " operator <> 'ALL' AND (? = 'ALL' OR operator = ?)";

    private final Pair pair;
    private Map<String, Set<String>> kinds;

    PlaceCauses(Pair pair) {
        this.pair = pair;
    }

    @Override
    public Set<String> ledger() {
        Set<String> ids = new Differing(pair).ids("place_id", PLACES);
        ids.addAll(new Differing(pair).ids("place_id", POINTS));
        return ids;
    }

    @Override
    public Set<String> data(String operator) {
        Set<String> ids = new Differing(pair).ids("place_id", COUNTS, operator, operator);
        new TestData(pair).addPlaces(operator, ids);
        return ids;
    }

    @Override
    public boolean standard(Flip flip) {
        Standard here = pair.here().standard();
        Standard other = pair.other().standard();
        if (!pair.sameGround()) {
            return true;
        }
        boolean stars = !flip.before().stars().equals(flip.after().stars());
        if (stars
                && !(here.stars().equals(other.stars())
                        && here.rates().equals(other.rates())
                        && here.services().equals(other.services()))) {
            return true;
        }
        return kinds().getOrDefault(flip.id(), Set.of()).stream()
                .anyMatch(kind -> !same(here.pointRule(flip.group(), kind), other.pointRule(flip.group(), kind)));
    }

    /** What a rule asks for, whatever it is chosen by. */
    private static boolean same(CoverageRule one, CoverageRule two) {
        return one.limits().equals(two.limits())
                && one.targetShare() == two.targetShare()
                && one.minSamples() == two.minSamples()
                && one.minClusters() == two.minClusters()
                && one.ratRule() == two.ratRule();
    }

    /** The kinds of points a place has. */
    private Map<String, Set<String>> kinds() {
        if (kinds == null) {
            Map<String, Set<String>> found = new HashMap<>();
            pair.tables()
                    .forEach(
                            "SELECT DISTINCT place_id, kind FROM ledger_point WHERE place_id IS NOT NULL",
                            row -> found.computeIfAbsent(row.text(0), id -> new HashSet<>())
                                    .add(row.text(1)));
            kinds = found;
        }
        return kinds;
    }
}
