package org.signalup.web.internal.result;

import org.signalup.domain.Text;
import org.signalup.publish.Causes;

/** Why a point or stretch is not covered: what most of its non-compliant samples were. */
public enum Trouble {
    NO_SERVICE(Text.of("脱网", "no service")),
    WEAK(Text.of("弱覆盖", "weak")),
    INTERFERED(Text.of("干扰", "interfered")),
    OTHER(Text.of("不在该制式", "off that network"));

    private final Text text;

    Trouble(Text text) {
        this.text = text;
    }

    public static Trouble of(Causes causes) {
        long most =
                Math.max(Math.max(causes.noService(), causes.weak()), Math.max(causes.interfered(), causes.other()));
        if (causes.noService() == most) {
            return NO_SERVICE;
        }
        if (causes.weak() == most) {
            return WEAK;
        }
        return causes.interfered() == most ? INTERFERED : OTHER;
    }

    public Text text() {
        return text;
    }

    /** For style sheets. */
    public String style() {
        return switch (this) {
            case NO_SERVICE -> "none";
            case WEAK -> "weak";
            case INTERFERED -> "noisy";
            case OTHER -> "other";
        };
    }
}
