package org.signalup.register;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A place, key point or line as it stands.
 *
 * @param version counts its changes; a change names the one it was made upon
 * @param values by column of the contract, in its order, typed as in JSON; what is not stated is absent
 */
public record Entry(Subject subject, String id, int version, Map<String, Object> values) {
    public Entry {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A column as a cell of a ledger file; empty when nothing is stated. */
    public String text(String column) {
        return cell(values.get(column));
    }

    /** All cells, empty ones too. */
    public Map<String, String> cells() {
        Map<String, String> cells = new LinkedHashMap<>();
        subject.columns().forEach(column -> cells.put(column, text(column)));
        return cells;
    }

    /** A value as a cell of a ledger file. */
    public static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(";"));
        }
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        return String.valueOf(value);
    }
}
