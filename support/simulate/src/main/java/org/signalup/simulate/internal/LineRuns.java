package org.signalup.simulate.internal;

import java.util.List;
import org.signalup.domain.LineKind;
import org.signalup.ledger.Line;
import org.signalup.simulate.Round;

/** Runs along a line: phones of all operators in one carriage or on one ship, a sample a second or every few. */
final class LineRuns {
    private static final int DAY_S = 86_400;
    private static final double RAIL_MPS = 78;
    private static final double SHIP_MPS = 7;
    private static final int SHIP_INTERVAL_S = 10;
    private static final double STRETCH_M = 4000;

    private final Radio radio;
    private final Round round;
    private final List<String> operators;
    private final SampleRows out;

    LineRuns(Radio radio, Round round, List<String> operators, SampleRows out) {
        this.radio = radio;
        this.round = round;
        this.operators = operators;
        this.out = out;
    }

    void run(Line line) {
        Chance plan = Chance.of("runs " + line.id());
        boolean later = plan.happens(0.3);
        if (later && round.number() == 0) {
            return;
        }
        int runs = line.kind() == LineKind.RAIL ? 2 : 1;
        for (int run = 0; run < runs; run++) {
            for (String operator : operators) {
                run(line, run, operator);
            }
        }
    }

    private void run(Line line, int run, String operator) {
        boolean rail = line.kind() == LineKind.RAIL;
        double stepM = rail ? RAIL_MPS : SHIP_MPS * SHIP_INTERVAL_S;
        int stepS = rail ? 1 : SHIP_INTERVAL_S;
        double lengthM = line.geometry().lengthMm() / 1000.0;
        long second = round.firstDay().toEpochDay() * DAY_S - 8 * 3600 + (3L + 9L * run) * DAY_S + 9 * 3600;
        Chance chance = Chance.of("run " + round.month() + line.id() + operator + run);
        SampleRows.Phone phone =
                new SampleRows.Phone(operator, "DRIVE", "RUN-" + operator + "-" + run, line.id() + "-" + run);
        for (double metre = chance.share() * stepM; metre < lengthM; metre += stepM) {
            Condition here = condition(line, operator, metre);
            SampleRows.Spot spot = SampleRows.Spot.along(line.id(), Radio.tenths(metre));
            out.coverage(second, spot, phone, radio.at(here.levelDbm(), here.interferenceDb(), chance));
            second += stepS;
        }
    }

    /** Levels change smoothly along the line; some stretches are weak, some dead, some noisy, until they are repaired. */
    private Condition condition(Line line, String operator, double metre) {
        int stretch = (int) (metre / STRETCH_M);
        double part = metre / STRETCH_M - stretch;
        double level = (1 - part) * level(line, operator, stretch) + part * level(line, operator, stretch + 1);
        Chance fate = Chance.of("stretch " + line.id() + operator + stretch);
        double kind = fate.share();
        double from = fate.share() * 0.6;
        boolean inside = part >= from && part < from + 0.15 + 0.25 * fate.share();
        boolean repaired = round.number() > 0 && fate.happens(0.5);
        if (!inside || repaired) {
            return new Condition(level, 0);
        }
        if (kind < 0.05) {
            return new Condition(-128.5, 0);
        }
        return kind < 0.16 ? new Condition(level - 22, 0) : new Condition(level, kind < 0.2 ? 17 : 0);
    }

    private double level(Line line, String operator, int stretch) {
        return radio.usualDbm(0.2
                        + 0.7
                                * Chance.of("level " + line.id() + operator + stretch)
                                        .share())
                - 4;
    }
}
