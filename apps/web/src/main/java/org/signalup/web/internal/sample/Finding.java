package org.signalup.web.internal.sample;

import java.util.Map;
import java.util.OptionalDouble;
import org.signalup.domain.Rat;
import org.signalup.domain.Text;
import org.signalup.standards.Standard.Limit;

/** What one coverage sample was found to be, by the limits of its network. */
public enum Finding {
    COMPLIANT(Text.of("合格", "compliant")),
    NO_SERVICE(Text.of("脱网", "no service")),
    WEAK(Text.of("电平低于限值", "level below the limit")),
    INTERFERED(Text.of("信干噪比低于限值", "SINR below the limit")),
    NO_LIMIT(Text.of("该制式一律不合格", "never compliant on this network"));

    private final Text text;

    Finding(Text text) {
        this.text = text;
    }

    static Finding of(Rat rat, OptionalDouble rsrpDbm, OptionalDouble sinrDb, Map<Rat, Limit> limits) {
        if (rat == Rat.NONE) {
            return NO_SERVICE;
        }
        Limit limit = limits.get(rat);
        if (limit == null || rsrpDbm.isEmpty() || sinrDb.isEmpty()) {
            return NO_LIMIT;
        }
        if (rsrpDbm.getAsDouble() < limit.rsrpDbm()) {
            return WEAK;
        }
        return sinrDb.getAsDouble() < limit.sinrDb() ? INTERFERED : COMPLIANT;
    }

    public Text text() {
        return text;
    }

    public boolean compliant() {
        return this == COMPLIANT;
    }

    /** For style sheets. */
    public String style() {
        return switch (this) {
            case COMPLIANT -> "ok";
            case NO_SERVICE -> "none";
            case WEAK -> "weak";
            case INTERFERED -> "noisy";
            case NO_LIMIT -> "other";
        };
    }
}
