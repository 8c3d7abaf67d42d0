package org.signalup.intake;

import java.util.List;
import org.signalup.domain.Text;

/**
 * How a file's format was told.
 *
 * @param asked the user named the profile
 * @param required headings the profile insists on; all are there
 * @param known headings of the file that the profile knows
 * @param headings headings of the file
 * @param others further profiles that fit, but say less of the header
 */
public record Recognition(
        String profile, int version, boolean asked, int required, int known, int headings, List<String> others) {
    private static final int FEW = 4;

    public Recognition {
        others = List.copyOf(others);
    }

    /** High when at least four headings had to be there and no other profile fits; low when fewer had to, or most are strange. */
    public Confidence confidence() {
        if (asked) {
            return Confidence.ASKED;
        }
        if (required < FEW - 1 || known * 3 < headings) {
            return Confidence.LOW;
        }
        return required >= FEW && others.isEmpty() ? Confidence.HIGH : Confidence.MEDIUM;
    }

    /** Why. */
    public Text reason() {
        String also = String.join(", ", others);
        String zh = "必需的 " + required + " 个表头都在，" + headings + " 个表头认识 " + known + " 个"
                + (also.isEmpty() ? "" : "；也符合 " + also + "（不如此模板具体）");
        String en = "all of " + required + " required headings, " + known + " of " + headings + " headings known"
                + (also.isEmpty() ? "" : "; " + also + " fits too, but says less of the header");
        return Text.of(confidence().text().zh() + "：" + zh, confidence().text().en() + ": " + en);
    }
}
