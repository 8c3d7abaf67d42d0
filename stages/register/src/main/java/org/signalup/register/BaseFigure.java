package org.signalup.register;

import java.time.LocalDate;

/**
 * 底数: how many there are at all of what a target counts.
 *
 * @param divisionCode of the region
 * @param scenario empty where the target has none
 * @param target id of the programme's target
 * @param source where the number is from
 */
public record BaseFigure(
        long id,
        String divisionCode,
        String scenario,
        String target,
        double number,
        String source,
        LocalDate statedOn,
        String who,
        int version) {}
