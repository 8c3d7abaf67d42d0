package org.signalup.cli.internal;

import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Language;

/** Which language to speak: {@code --lang}, else {@code SIGNALUP_LANG}, else Chinese. Known before anything is parsed, since usage errors are told in it too. */
final class LanguageChoice {
    static final String OPTION = "--lang";

    private LanguageChoice() {}

    static Language of(String[] arguments, Map<String, String> environment) {
        return fromArguments(arguments)
                .or(() -> find(environment.getOrDefault("SIGNALUP_LANG", "")))
                .orElse(Language.ZH);
    }

    private static Optional<Language> fromArguments(String[] arguments) {
        Optional<Language> found = Optional.empty();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith(OPTION + "=")) {
                found = find(arguments[i].substring(OPTION.length() + 1));
            } else if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
                found = find(arguments[i + 1]);
            }
        }
        return found;
    }

    static Optional<Language> find(String code) {
        for (Language language : Language.values()) {
            if (language.name().equalsIgnoreCase(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
