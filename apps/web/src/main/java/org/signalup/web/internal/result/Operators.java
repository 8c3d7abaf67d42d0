package org.signalup.web.internal.result;

import java.util.List;
import java.util.stream.Stream;

/** Operators in a cell of the ledger. */
public final class Operators {
    private Operators() {}

    /** The codes of {@code CMCC;CTCC}. */
    public static List<String> of(String cell) {
        return cell == null
                ? List.of()
                : Stream.of(cell.split(";")).filter(code -> !code.isEmpty()).toList();
    }
}
