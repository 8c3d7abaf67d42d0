package org.signalup.web.internal.upload;

import org.signalup.geo.Surroundings;
import org.signalup.register.Register;
import org.signalup.store.Scope;

/** Where the register's entries stand, read anew when it has changed. */
final class KnownLedger {
    private final Register register;
    private long version = -1;
    private Surroundings known = Surroundings.NONE;

    KnownLedger(Register register) {
        this.register = register;
    }

    synchronized Surroundings now() {
        long registered = register.version();
        if (registered != version) {
            known = register.surroundings(Scope.PLATFORM);
            version = registered;
        }
        return known;
    }
}
