package org.signalup.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** 上报完成: an operator says that a place or line is done. Nothing is decided by that; it stands beside what was measured. */
public record Claim(
        long id,
        Subject subject,
        String subjectId,
        String operator,
        LocalDate doneOn,
        String note,
        String who,
        Instant statedAt,
        Optional<Instant> withdrawnAt,
        int version) {}
