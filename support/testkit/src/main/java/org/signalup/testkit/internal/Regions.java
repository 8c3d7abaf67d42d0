package org.signalup.testkit.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.signalup.domain.TextOrder;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.Ledger.Division;
import org.signalup.ledger.Line;
import org.signalup.standards.Programme;
import org.signalup.standards.Programme.Region;

/** The regions that are reported: the whole, every province the ledger lies in, every region with a goal. */
public final class Regions {
    private final Programme programme;
    private final Ledger ledger;

    public Regions(Programme programme, Ledger ledger) {
        this.programme = programme;
        this.ledger = ledger;
    }

    List<String> codes() {
        TreeSet<String> codes = new TreeSet<>(TextOrder.CODE_POINTS);
        codes.add(programme.rootRegion());
        ledger.places().forEach(place -> province(place.divisionCode()).ifPresent(codes::add));
        for (Line line : ledger.lines()) {
            line.sections().forEach(section -> province(section.divisionCode()).ifPresent(codes::add));
        }
        programme.targets().forEach(target -> target.goals().forEach(goal -> codes.add(goal.region())));
        return new ArrayList<>(codes);
    }

    /** Whether a division lies in a region; everything lies in the whole. */
    boolean holds(String region, String division) {
        if (region.equals(programme.rootRegion())) {
            return true;
        }
        if (division.isEmpty()) {
            return false;
        }
        boolean byPrefix = programme.regions().stream()
                .anyMatch(one ->
                        one.code().equals(region) && !one.prefix().isEmpty() && division.startsWith(one.prefix()));
        return byPrefix
                || upwards(division).contains(region)
                || province(division).equals(Optional.of(region))
                || (national(region) && national(division) && division.startsWith(stem(region)));
    }

    /** The declared region with the shortest prefix, else the two leading digits, else the top of the ledger's tree. */
    private Optional<String> province(String division) {
        if (division.isEmpty()) {
            return Optional.empty();
        }
        Region widest = null;
        for (Region one : programme.regions()) {
            boolean fits = !one.prefix().isEmpty() && division.startsWith(one.prefix());
            if (fits
                    && (widest == null
                            || one.prefix().length() < widest.prefix().length())) {
                widest = one;
            }
        }
        if (widest != null) {
            return Optional.of(widest.code());
        }
        List<String> up = upwards(division);
        return Optional.of(national(division) ? division.substring(0, 2) + "0000" : up.get(up.size() - 1));
    }

    /** The division, its parent, the parent's parent, up to below the whole. */
    private List<String> upwards(String division) {
        List<String> up = new ArrayList<>(List.of(division));
        Optional<String> parent = parent(division);
        while (parent.isPresent() && !parent.get().equals(programme.rootRegion()) && !up.contains(parent.get())) {
            up.add(parent.get());
            parent = parent(parent.get());
        }
        return up;
    }

    private Optional<String> parent(String code) {
        return ledger.divisions().stream()
                .filter(division -> division.code().equals(code))
                .findFirst()
                .flatMap(Division::parent);
    }

    /** Whether a code looks like GB/T 2260. */
    private static boolean national(String code) {
        return code.length() >= 6 && code.length() <= 12 && code.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** A province or city without its closing zeros. */
    private static String stem(String code) {
        String city = code.endsWith("00") ? code.substring(0, 4) : code;
        return code.endsWith("0000") ? code.substring(0, 2) : city;
    }
}
