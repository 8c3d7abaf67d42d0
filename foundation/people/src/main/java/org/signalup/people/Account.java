package org.signalup.people;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.signalup.domain.Language;

/**
 * 账号, as those who look after it see it.
 *
 * @param subject by which single sign-on knows them; empty for none
 * @param passwordSet whether whoever it is for has chosen a password yet
 * @param version counts changes, against lost updates
 */
public record Account(
        long id,
        String login,
        String name,
        String email,
        Language language,
        long organisation,
        String organisationName,
        Role role,
        String subject,
        boolean active,
        boolean passwordSet,
        OffsetDateTime createdAt,
        Optional<OffsetDateTime> closedAt,
        int version) {}
