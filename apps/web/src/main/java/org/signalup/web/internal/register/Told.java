package org.signalup.web.internal.register;

import java.util.function.Supplier;
import org.signalup.register.ChangedMeanwhileException;
import org.signalup.web.internal.api.IfMatch;

/** What programs are answered; what is refused comes as a problem. */
final class Told {
    private Told() {}

    static <T> T orSaid(Supplier<T> work) {
        try {
            return work.get();
        } catch (ChangedMeanwhileException conflict) {
            throw IfMatch.stale();
        }
    }
}
