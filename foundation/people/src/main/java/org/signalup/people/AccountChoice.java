package org.signalup.people;

import java.util.Optional;

/**
 * Which accounts a list shows.
 *
 * @param words part of login, name or mail address
 * @param organisation only those of one organisation
 * @param closed whether closed ones, too
 */
public record AccountChoice(String words, Optional<Long> organisation, boolean closed) {
    public static final AccountChoice ALL = new AccountChoice("", Optional.empty(), true);
}
