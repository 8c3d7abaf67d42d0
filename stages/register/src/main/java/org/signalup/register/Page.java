package org.signalup.register;

import java.util.List;
import java.util.Optional;

/**
 * Some of a list.
 *
 * @param next what the next page is after; empty at the end
 */
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }
}
