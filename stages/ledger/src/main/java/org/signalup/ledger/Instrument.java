package org.signalup.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Text;

/**
 * 评测仪器仪表: a device with its software and antenna, the certificate it has and the last comparison with a reference.
 *
 * @param kind what it is, in the ledger's own word, such as scanner or phone
 * @param antenna empty = not said
 * @param attenuationDb of the way from the antenna, 0 and more
 * @param devices ids of devices its samples carry, when they do not name the instrument
 * @param calibratedOn last calibration; {@code certificateNo} empty = it has no certificate
 * @param accreditation of the laboratory, such as its number under ISO/IEC 17025
 * @param validFrom first day of the certificate; empty = always was, {@code validTo} empty = no end
 * @param comparedOn last comparison with a reference, and what it said
 * @param uncertainty of its levels, by the certificate; empty = not said
 */
public record Instrument(
        String id,
        String name,
        String kind,
        String model,
        String chipset,
        String firmware,
        Optional<Antenna> antenna,
        Optional<Double> attenuationDb,
        List<String> devices,
        Optional<LocalDate> calibratedOn,
        String certificateNo,
        String accreditation,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        Optional<LocalDate> comparedOn,
        Optional<Agreement> comparison,
        Optional<Uncertainty> uncertainty) {
    public Instrument {
        devices = List.copyOf(devices);
    }

    /**
     * 测量不确定度 as a certificate states it.
     *
     * @param expandedDb the expanded uncertainty, above 0
     * @param coverageFactor what the standard uncertainty was multiplied by, 1 and more
     */
    public record Uncertainty(double expandedDb, double coverageFactor) {
        /** The coverage factor of 95 %: meant where a certificate does not say another, and asked for by an En score. */
        public static final double COVERING_95 = 2;

        /** The same uncertainty, expanded as an En score wants it. */
        public double covering95Db() {
            return expandedDb / coverageFactor * COVERING_95;
        }
    }

    /** Where the antenna is. */
    public enum Antenna {
        BUILT_IN("内置", "built in"),
        IN_CAR("车内", "in the car"),
        EXTERNAL("车外", "outside the car");

        private final Text text;

        Antenna(String zh, String en) {
            this.text = Text.of(zh, en);
        }

        public Text text() {
            return text;
        }
    }

    /** What a comparison said. */
    public enum Agreement {
        ACCEPTED("可比", "agrees"),
        REFUSED("不可比", "does not agree");

        private final Text text;

        Agreement(String zh, String en) {
            this.text = Text.of(zh, en);
        }

        public Text text() {
            return text;
        }
    }
}
