package org.signalup.store;

import java.sql.SQLException;
import java.util.Set;

/** The one character that text of PostgreSQL cannot hold. */
public final class ZeroCharacter {
    /** character_not_in_repertoire, untranslatable_character. */
    private static final Set<String> STATES = Set.of("22021", "22P05");

    private ZeroCharacter() {}

    /** Whether it is why the database refused something. */
    public static boolean refused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && STATES.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
