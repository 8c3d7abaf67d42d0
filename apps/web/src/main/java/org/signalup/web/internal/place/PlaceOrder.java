package org.signalup.web.internal.place;

import java.util.Locale;
import org.signalup.domain.Text;

/** How a list of places is sorted. */
public enum PlaceOrder {
    WORST(
            Text.of("最需关注在前", "worst first"),
            "CASE p.verdict WHEN 'FAIL' THEN 0 WHEN 'RETEST' THEN 1 WHEN 'UNDECIDED' THEN 2 WHEN 'TOO_FEW' THEN 3"
                    + " WHEN 'NOT_MEASURED' THEN 4 ELSE 5 END, p.points_failed DESC, p.points_retest DESC,"
                    + " COALESCE(p.score, 1000), p.place_id"),
    BEST(Text.of("分数从高到低", "best score first"), "COALESCE(p.score, -1) DESC, p.place_id"),
    NAME(Text.of("按名称", "by name"), "l.name, p.place_id"),
    ID(Text.of("按编号", "by id"), "p.place_id");

    private final Text text;
    private final String sql;

    PlaceOrder(Text text, String sql) {
        this.text = text;
        this.sql = sql;
    }

    static PlaceOrder of(String code) {
        for (PlaceOrder order : values()) {
            if (order.code().equals(code)) {
                return order;
            }
        }
        return WORST;
    }

    /** As in the address of a page. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Text text() {
        return text;
    }

    /** Whether it needs the ledger. */
    boolean byLedger() {
        return this == NAME;
    }

    String sql() {
        return sql;
    }
}
