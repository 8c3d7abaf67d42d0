package org.signalup.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/** Settings of an installation that are whole numbers of at least 1; the usual ones stand in a file beside the class that reads them. */
public final class WholeNumbers {
    private final String prefix;
    private final int mostDigits;
    private final Function<String, Optional<String>> set;
    private final Properties usual = new Properties();

    /**
     * @param owner the file of the usual numbers lies beside it
     * @param prefix of the names of settings; the file has them without it
     * @param set the value of a setting by its whole name
     */
    public WholeNumbers(
            Class<?> owner, String file, String prefix, int mostDigits, Function<String, Optional<String>> set) {
        this.prefix = prefix;
        this.mostDigits = mostDigits;
        this.set = set;
        try (InputStream in = owner.getResourceAsStream(file)) {
            usual.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What is set, else the usual number.
     *
     * @throws RefusedException if it is no whole number of at least 1, or has too many digits
     */
    public int get(String name) {
        String value = set.apply(prefix + name).orElseGet(() -> usual.getProperty(name));
        if (!value.strip().matches("[1-9][0-9]{0," + (mostDigits - 1) + "}")) {
            throw new RefusedException(new Problem(
                    prefix + name,
                    0,
                    "",
                    value,
                    "SETTING_INVALID",
                    Text.of("应为不小于 1 的整数", "expected: a whole number of at least 1")));
        }
        return Integer.parseInt(value.strip());
    }
}
