package org.signalup.testkit.internal.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Source;
import org.signalup.ledger.Instrument;
import org.signalup.ledger.Instrument.Agreement;
import org.signalup.ledger.Ledger;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.Instruments;
import org.signalup.standards.Standard.Instruments.Apply;
import org.signalup.testkit.internal.OtherStandard;

/** The instruments of a random world, most of them in order, and whether its standard asks for them. */
public final class Equipment {
    private static final LocalDate SPRING = LocalDate.of(2025, 3, 3);
    private static final double MOST = 0.8;

    private final Dice dice;

    public Equipment(Dice dice) {
        this.dice = dice;
    }

    /** The same ledger with instruments, or without any. */
    public Ledger ledger(Ledger ledger) {
        List<Instrument> instruments = new ArrayList<>();
        if (dice.chance(MOST)) {
            instruments.add(sound("I1", List.of("D1", "D2")));
            instruments.add(sound("I2", List.of("D3")));
            instruments.add(odd("I3", List.of("D4")));
        }
        return new Ledger(
                ledger.places(),
                ledger.keyPoints(),
                ledger.lines(),
                ledger.divisions(),
                instruments,
                ledger.warnings(),
                ledger.digest());
    }

    /** The same standard; of three worlds one asks for instruments. */
    public Standard standard(Standard standard) {
        if (!dice.chance(1.0 / 3)) {
            return standard;
        }
        Set<Source> sources = dice.oneOf(List.of(Set.of(Source.DRIVE), Set.of(Source.WALK, Source.CQT)));
        Apply apply = dice.oneOf(List.of(Apply.LISTED, Apply.LISTED, Apply.ALWAYS));
        return OtherStandard.withInstruments(standard, new Instruments(apply, sources, 2));
    }

    /** Writes into some rows which instrument they are of. */
    public void name(List<List<String>> rows) {
        int column = SampleRow.COLUMNS.indexOf("instrument_id");
        for (List<String> row : rows) {
            if (dice.chance(MOST / 2)) {
                row.set(column, dice.oneOf(List.of("I1", "I1", "I1", "I2", "I3", "I9")));
            }
        }
    }

    private Instrument sound(String id, List<String> devices) {
        LocalDate to = dice.oneOf(List.of(SPRING, SPRING.plusDays(30)));
        return instrument(
                id,
                devices,
                "C-" + id,
                SPRING.minusDays(2),
                Optional.of(to),
                Optional.of(SPRING.minusMonths(dice.between(-2, 2))));
    }

    private Instrument odd(String id, List<String> devices) {
        return instrument(
                id,
                devices,
                dice.oneOf(List.of("", "C-" + id)),
                SPRING.plusDays(1),
                Optional.empty(),
                dice.chance(1.0 / 2) ? Optional.empty() : Optional.of(SPRING.minusMonths(1)));
    }

    private Instrument instrument(
            String id,
            List<String> devices,
            String certificate,
            LocalDate from,
            Optional<LocalDate> to,
            Optional<LocalDate> compared) {
        Agreement agreement = dice.chance(MOST) ? Agreement.ACCEPTED : Agreement.REFUSED;
        return new Instrument(
                id,
                id,
                "",
                "",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                devices,
                Optional.empty(),
                certificate,
                "",
                Optional.of(from),
                to,
                compared,
                compared.map(day -> agreement),
                Optional.empty());
    }
}
