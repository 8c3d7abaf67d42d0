package org.signalup.intake;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.signalup.domain.Language;
import org.signalup.domain.Text;

/** Rejects that are kept without their message, which follows from the code. */
public final class RejectMessages {
    private RejectMessages() {}

    /**
     * SQL for the message that follows from a column named "code"; empty for one that is none of these.
     *
     * @param codes whose names stand in the column
     */
    public static <C extends Enum<C>> String sql(C[] codes, Function<C, Text> text, Language language) {
        return Stream.of(codes)
                .map(code -> " WHEN '" + code.name() + "' THEN '"
                        + text.apply(code).in(language).replace("'", "''") + "'")
                .collect(Collectors.joining("", "CASE code", " ELSE '' END"));
    }
}
