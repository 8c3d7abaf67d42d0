package org.signalup.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the database is.
 *
 * @param folder of the server that comes along, used without a {@code databaseUrl}
 * @param databaseUrl {@code postgres://user:password@host:port/name} or {@code jdbc:postgresql://…}
 * @param connections at most open at once
 */
public record StoreSettings(Path folder, Optional<String> databaseUrl, int connections) {
    public static final String DATABASE_URL = "DATABASE_URL";
    private static final int USUAL_CONNECTIONS = 10;

    /** The server that comes along, under a folder. */
    public static StoreSettings embedded(Path folder) {
        return new StoreSettings(folder, Optional.empty(), USUAL_CONNECTIONS);
    }

    /** The server the environment names, else the one that comes along. */
    public static StoreSettings of(Path folder, Map<String, String> environment) {
        return new StoreSettings(
                folder,
                Optional.ofNullable(environment.get(DATABASE_URL)).filter(url -> !url.isBlank()),
                USUAL_CONNECTIONS);
    }
}
