package org.signalup.people;

import java.util.Set;

/** A program that showed a token that is good. */
public record TokenHolder(long token, long account, Set<Capability> may) implements Identified {
    public TokenHolder {
        may = Set.copyOf(may);
    }
}
