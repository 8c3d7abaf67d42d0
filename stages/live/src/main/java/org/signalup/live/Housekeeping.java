package org.signalup.live;

import java.time.Duration;
import org.signalup.store.Scope;
import org.signalup.store.Store;

/** Forgets what is told of batches that came long ago, and tests nobody brought a result for; samples stay. */
public final class Housekeeping {
    private final Store store;
    private final Duration kept;

    public Housekeeping(Store store, Duration kept) {
        this.store = store;
        this.kept = kept;
    }

    /** Forgets; returns how many batches. */
    public long clear() {
        return store.change(Scope.PLATFORM, client -> {
            client.sql("delete from rmbt_test where until < now() - :seconds * interval '1 second'")
                    .param("seconds", kept.toSeconds())
                    .update();
            return client.sql("delete from live_batch where received_at < now() - :seconds * interval '1 second'")
                    .param("seconds", kept.toSeconds())
                    .update();
        });
    }
}
