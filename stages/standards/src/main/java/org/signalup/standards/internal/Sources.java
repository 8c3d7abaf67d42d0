package org.signalup.standards.internal;

import java.util.Optional;
import org.signalup.standards.StrictYaml;
import org.signalup.standards.YamlMap;

/** The key {@code sources} every policy file may have: an id and a title for each text its numbers come from. */
public final class Sources {
    private Sources() {}

    public static void declare(StrictYaml yaml) {
        Optional<YamlMap> sources = yaml.root().optionalMap("sources");
        sources.ifPresent(map -> map.keys().forEach(id -> yaml.declareSource(id, map.bilingual(id))));
    }
}
