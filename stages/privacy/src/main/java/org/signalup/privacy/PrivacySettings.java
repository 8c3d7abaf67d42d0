package org.signalup.privacy;

import java.util.Optional;
import java.util.function.Function;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.domain.WholeNumbers;

/**
 * When an installation takes away what was kept long enough; the usual numbers stand in {@code privacy.properties}.
 *
 * @param purgeHour of the day in the programme's zone, 1 to 23
 */
public record PrivacySettings(int purgeHour) {
    public static final String PREFIX = "signalup.privacy.";
    private static final int LAST_HOUR = 23;

    /**
     * The usual numbers but for what is set.
     *
     * @throws RefusedException if it is no hour
     */
    public static PrivacySettings of(Function<String, Optional<String>> set) {
        int hour = new WholeNumbers(PrivacySettings.class, "privacy.properties", PREFIX, 2, set).get("purge-hour");
        if (hour > LAST_HOUR) {
            throw new RefusedException(new Problem(
                    PREFIX + "purge-hour",
                    0,
                    "",
                    Integer.toString(hour),
                    "SETTING_INVALID",
                    Text.of("应为 1 到 23", "expected: 1 to 23")));
        }
        return new PrivacySettings(hour);
    }
}
