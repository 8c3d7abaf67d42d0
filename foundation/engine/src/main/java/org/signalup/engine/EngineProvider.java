package org.signalup.engine;

import java.util.Optional;
import java.util.ServiceLoader;

/** Opens engines of one kind. Those on the class path are found by name, so that nobody who runs an engine needs its classes. */
public interface EngineProvider {
    /** Short name, as {@link Engine#name}. */
    String name();

    Engine open(EngineSettings settings);

    /** The provider of this name, if it is on the class path. */
    static Optional<EngineProvider> find(String name) {
        return ServiceLoader.load(EngineProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.name().equals(name))
                .findFirst();
    }
}
