package org.signalup.people;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;

/** 接口令牌: what a program shows instead of a password. The text itself is told once and not kept. */
public record Token(
        long id,
        String name,
        Set<Capability> may,
        OffsetDateTime createdAt,
        OffsetDateTime expiresAt,
        Optional<OffsetDateTime> revokedAt,
        Optional<OffsetDateTime> lastUsedAt) {
    public Token {
        may = Set.copyOf(may);
    }
}
