package org.signalup.store.internal;

import org.signalup.store.StoreSettings;

/** A PostgreSQL server: one somebody runs, or the one that comes along. */
public interface Server extends AutoCloseable {
    static Server of(StoreSettings settings) {
        return settings.databaseUrl()
                .<Server>map(url -> new GivenServer(Address.parse(url), settings.connections()))
                .orElseGet(() -> EmbeddedServer.start(settings));
    }

    /** The server of a platform that may be running. */
    static Server beside(StoreSettings settings) {
        return settings.databaseUrl().isPresent()
                ? of(settings)
                : EmbeddedServer.running(settings)
                        .<Server>map(address -> new GivenServer(address, settings.connections()))
                        .orElseGet(() -> of(settings));
    }

    Address address();

    int connections();

    /** Where it is, for people. */
    String place();

    /** Starts it again if it is ours and died. */
    void ensureRunning();

    @Override
    void close();

    /** A server somebody else runs. */
    record GivenServer(Address address, int connections) implements Server {
        @Override
        public String place() {
            return address.place();
        }

        @Override
        public void ensureRunning() {
            // Whoever runs it starts it.
        }

        @Override
        public void close() {
            // It goes on without us.
        }
    }
}
