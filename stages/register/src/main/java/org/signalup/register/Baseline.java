package org.signalup.register;

import java.time.Instant;
import java.time.LocalDate;

/**
 * 台账基线: what was promised, frozen.
 *
 * @param divisionCode prefix; empty = everywhere
 * @param scenario empty = all
 * @param frozenOn the day it stands for
 * @param ledgerVersion version of the ledger frozen
 */
public record Baseline(
        long id,
        String name,
        String divisionCode,
        String scenario,
        LocalDate frozenOn,
        Instant frozenAt,
        String who,
        long ledgerVersion,
        int places,
        int points,
        int exempt) {}
