package org.signalup.web.internal.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.signalup.domain.Text;
import org.signalup.web.internal.catalog.Names;
import org.signalup.web.internal.catalog.OpenEvaluation;

/**
 * The region a page looks at, by prefix of its division codes, and what lies directly below it: provinces, their cities,
 * their counties. Codes that are not GB/T 2260 have no levels: below the whole stand the codes themselves.
 *
 * @param prefix empty for the whole
 * @param childLength letters of a code that name what lies below; 0 = nothing does
 */
public record RegionScope(String prefix, int childLength) {
    private static final int PROVINCE = 2;
    private static final int COUNTY = 6;
    private static final int WHOLE_CODE = 100;

    /** A step on the way down. */
    record Crumb(String prefix, Text name) {}

    private record GbCodes() {}

    /** The region a filter names. */
    public static RegionScope of(OpenEvaluation evaluation, String region) {
        String prefix = region.isEmpty() ? home(evaluation) : evaluation.names().prefixOf(region);
        if (!gbCodes(evaluation)) {
            return new RegionScope(prefix, prefix.isEmpty() ? WHOLE_CODE : 0);
        }
        return new RegionScope(prefix, prefix.length() >= COUNTY ? 0 : prefix.length() + PROVINCE);
    }

    /** Where somebody begins: with the whole, or with the one division they answer for. */
    private static String home(OpenEvaluation evaluation) {
        Set<String> divisions = evaluation.reach().divisions().orElse(Set.of());
        return divisions.size() == 1 ? divisions.iterator().next() : "";
    }

    /** Whether division codes have the levels of GB/T 2260. */
    private static boolean gbCodes(OpenEvaluation evaluation) {
        return evaluation.keep(
                new GbCodes(),
                () ->
                        evaluation
                                .tables()
                                .list("SELECT DISTINCT division_code FROM ledger_place", row -> row.text(0))
                                .stream()
                                .allMatch(code -> code == null || code.isEmpty() || code.matches("[0-9]{6,12}")));
    }

    boolean whole() {
        return prefix.isEmpty();
    }

    /** From the whole down to this region. */
    List<Crumb> crumbs(Names names) {
        List<Crumb> crumbs = new ArrayList<>();
        crumbs.add(new Crumb("", names.wholeRegion()));
        int step = childLength == 0 && prefix.length() != COUNTY ? Math.max(1, prefix.length()) : PROVINCE;
        for (int length = step; length <= prefix.length(); length += step) {
            String part = prefix.substring(0, length);
            crumbs.add(new Crumb(part, names.regionOfPrefix(part)));
        }
        return crumbs;
    }
}
