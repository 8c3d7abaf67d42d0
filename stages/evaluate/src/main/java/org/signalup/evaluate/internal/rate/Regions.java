package org.signalup.evaluate.internal.rate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.signalup.domain.TextOrder;
import org.signalup.ledger.Ledger.Division;
import org.signalup.standards.Programme;
import org.signalup.standards.Programme.Region;
import org.signalup.standards.ProgrammeTarget;

/**
 * The regions progress is told for: the whole, every province a division code lies in, and every region with a goal. A
 * province is the declared region with the shortest prefix, else {@code xx0000} of a GB/T 2260 code, else the topmost
 * ancestor in the ledger's divisions, else the code itself.
 */
public final class Regions {
    private static final Pattern GB = Pattern.compile("[0-9]{6,12}");

    private final String root;
    private final List<Region> declared;
    private final Map<String, String> parents = new HashMap<>();
    private final TreeSet<String> codes = new TreeSet<>(TextOrder.CODE_POINTS);
    private final Map<String, List<String>> memberships = new HashMap<>();

    /** @param seen division codes of places and sections */
    public Regions(Programme programme, List<Division> divisions, Collection<String> seen) {
        this.root = programme.rootRegion();
        this.declared = programme.regions().stream()
                .filter(region -> !region.prefix().isEmpty())
                .sorted(Comparator.comparingInt(region -> region.prefix().length()))
                .toList();
        divisions.forEach(division -> division.parent().ifPresent(parent -> parents.put(division.code(), parent)));
        codes.add(root);
        seen.forEach(code -> province(code).ifPresent(codes::add));
        programme.targets().stream()
                .flatMap(target -> target.goals().stream())
                .map(ProgrammeTarget.Goal::region)
                .forEach(codes::add);
    }

    /** Region codes in code-point order. */
    public List<String> codes() {
        return List.copyOf(codes);
    }

    /** The regions a division code counts in; always the whole. */
    public List<String> of(String division) {
        return memberships.computeIfAbsent(division, this::membership);
    }

    private List<String> membership(String division) {
        List<String> own = new ArrayList<>();
        for (String region : codes) {
            if (region.equals(root) || holds(region, division)) {
                own.add(region);
            }
        }
        return own;
    }

    private boolean holds(String region, String division) {
        if (division.isEmpty()) {
            return false;
        }
        for (Region one : declared) {
            if (one.code().equals(region) && division.startsWith(one.prefix())) {
                return true;
            }
        }
        return ancestors(division).contains(region)
                || province(division).filter(region::equals).isPresent()
                || (gb(region) && gb(division) && division.startsWith(gbPrefix(region)));
    }

    private Optional<String> province(String division) {
        if (division.isEmpty()) {
            return Optional.empty();
        }
        for (Region one : declared) {
            if (division.startsWith(one.prefix())) {
                return Optional.of(one.code());
            }
        }
        List<String> ancestors = ancestors(division);
        return Optional.of(gb(division) ? division.substring(0, 2) + "0000" : ancestors.get(ancestors.size() - 1));
    }

    /** The code, its parent, and so on, without the whole. */
    private List<String> ancestors(String division) {
        List<String> chain = new ArrayList<>();
        String code = division;
        while (code != null && !code.equals(root) && !chain.contains(code)) {
            chain.add(code);
            code = parents.get(code);
        }
        return chain.isEmpty() ? List.of(division) : chain;
    }

    private static boolean gb(String code) {
        return GB.matcher(code).matches();
    }

    private static String gbPrefix(String code) {
        return code.endsWith("0000") ? code.substring(0, 2) : code.endsWith("00") ? code.substring(0, 4) : code;
    }
}
