package org.signalup.standards.internal;

import java.util.Collection;
import org.signalup.domain.Text;
import org.signalup.standards.YamlMap;

/** Names that must refer to something declared elsewhere. */
final class Known {
    private Known() {}

    /** Refuses each name that is not declared. */
    static void check(YamlMap origin, String key, Collection<String> names, Collection<String> declared) {
        for (String name : names) {
            if (!declared.contains(name)) {
                refuse(origin, key, name, declared);
            }
        }
    }

    static void refuse(YamlMap origin, String key, String name, Collection<String> declared) {
        if (name.isEmpty()) {
            return;
        }
        String list = String.join(" ", declared);
        Text message = Nearest.of(name, declared)
                .map(near -> Text.of("未定义（是否应为 " + near + "？）", "not declared (expected: " + near + "?)"))
                .orElse(Text.of("未定义（可用：" + list + "）", "not declared (expected: one of " + list + ")"));
        origin.refuse(key, name, "PROGRAMME_UNKNOWN_NAME", message);
    }
}
