package org.signalup.web.internal.result;

import java.util.List;
import java.util.stream.Stream;
import org.signalup.domain.Reach;

/** Operators in a cell of the ledger. */
public final class Operators {
    private Operators() {}

    /** The codes of {@code CMCC;CTCC}. */
    public static List<String> of(String cell) {
        return cell == null
                ? List.of()
                : Stream.of(cell.split(";")).filter(code -> !code.isEmpty()).toList();
    }

    /** Those somebody sees results of: 2/3 家达标 counts no operator whose verdict is not shown. */
    public static List<String> of(String cell, Reach reach) {
        return of(cell).stream().filter(reach::holdsOperator).toList();
    }
}
