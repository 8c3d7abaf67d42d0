package org.signalup.standards;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Rat;
import org.signalup.domain.Text;
import org.signalup.standards.internal.policy.UsualRatesFile;

/**
 * The programme as data: scenarios, key-point kinds, operators, targets; overlays already merged in.
 *
 * @param zone calendar dates of samples are days of this zone
 * @param rootRegion code of the whole, for example CN
 * @param extraFields provincial ledger fields declared by overlays (code and name), carried along and shown
 * @param obligedOperators where an overlay gives them, they replace the standard's list
 * @param aims aims of the notice without a number, shown but never computed
 * @param exemptions how much of a frozen baseline may be exempted; empty = as much as two people agree on
 * @param usualRates how fast tests usually are; no part of the digest, as nothing is judged by it
 * @param citations where each number comes from, by its path in the file, for example {@code point_kinds[0].radius_m};
 *     a path of an overlay begins with its id and a colon
 * @param digest SHA-256 over the files read, in order
 */
public record Programme(
        String id,
        Text name,
        ZoneId zone,
        String rootRegion,
        List<Operator> operators,
        List<Scenario> scenarios,
        List<PointKind> pointKinds,
        List<Region> regions,
        List<ProgrammeTarget> targets,
        List<ExtraField> extraFields,
        Optional<List<String>> obligedOperators,
        List<Aim> aims,
        Optional<ExemptionCap> exemptions,
        UsualRates usualRates,
        Map<String, Citation> citations,
        String digest) {
    public Programme {
        operators = List.copyOf(operators);
        scenarios = List.copyOf(scenarios);
        pointKinds = List.copyOf(pointKinds);
        regions = List.copyOf(regions);
        targets = List.copyOf(targets);
        extraFields = List.copyOf(extraFields);
        obligedOperators = obligedOperators.map(List::copyOf);
        aims = List.copyOf(aims);
        citations = Map.copyOf(citations);
    }

    /** A programme that obliges no operators of its own, states no aims and cites nothing. */
    public Programme(
            String id,
            Text name,
            ZoneId zone,
            String rootRegion,
            List<Operator> operators,
            List<Scenario> scenarios,
            List<PointKind> pointKinds,
            List<Region> regions,
            List<ProgrammeTarget> targets,
            List<ExtraField> extraFields,
            String digest) {
        this(
                id,
                name,
                zone,
                rootRegion,
                operators,
                scenarios,
                pointKinds,
                regions,
                targets,
                extraFields,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                UsualRates.UNKNOWN,
                Map.of(),
                digest);
    }

    /** The same, with other rates expected. */
    public Programme expecting(UsualRates rates) {
        return new Programme(
                id,
                name,
                zone,
                rootRegion,
                operators,
                scenarios,
                pointKinds,
                regions,
                targets,
                extraFields,
                obligedOperators,
                aims,
                exemptions,
                rates,
                citations,
                digest);
    }

    /**
     * How fast tests usually are: {@code rates.yml} of the programme. Rates of a file that lie far beside it, and near it a thousand times
     * larger or smaller, are in another unit than their heading says. It judges no network.
     *
     * @param leastTests a file of fewer is not looked at
     * @param beyondSpreads how far a median may lie from what is usual, in spreads
     * @param withinSpreads how near it must lie in the other unit, in spreads
     */
    public record UsualRates(int leastTests, double beyondSpreads, double withinSpreads, List<Usual> usual) {
        /** Nothing is known. */
        public static final UsualRates UNKNOWN = new UsualRates(Integer.MAX_VALUE, 0, 0, List.of());

        public UsualRates {
            usual = List.copyOf(usual);
        }

        /** The direction of a rate. */
        public enum Direction {
            DL,
            UL
        }

        /**
         * What is usual.
         *
         * @param operator code; empty = any
         * @param medianMbps half of the tests are faster
         * @param spreadDecades standard deviation of the logarithm of single tests, to the base of ten
         */
        public record Usual(
                Rat rat, Direction direction, Optional<String> operator, double medianMbps, double spreadDecades) {}

        /**
         * Reads the last {@code rates.yml} of a programme and its overlays; none is known where no folder has one.
         *
         * @throws org.signalup.domain.RefusedException with every problem of the file
         */
        public static UsualRates read(List<Path> programme) {
            return UsualRatesFile.read(programme);
        }

        /** What is usual for an operator's network, else for any; empty where nothing is known. */
        public Optional<Usual> of(Rat rat, Direction direction, String operator) {
            return usual.stream()
                    .filter(one -> one.rat() == rat
                            && one.direction() == direction
                            && one.operator().map(operator::equals).orElse(true))
                    .max(Comparator.comparing(one -> one.operator().isPresent()));
        }
    }

    /** A reporting region with a name; its division codes begin with {@code prefix} (empty for the whole). */
    public record Region(String code, Text name, String prefix) {}

    /** A provincial addition: a field of work or ledger field that the nation's list does not have, as reported. */
    public record ExtraField(String code, Text name, Citation citation) {}

    /** An aim without a number, in the notice's own words. */
    public record Aim(String id, Text name, int year, String words, Citation citation) {}

    /**
     * 免测上限.
     *
     * @param placeShare largest share of the key points of one place
     * @param scenarioShare largest share of the key points of one scenario within a baseline
     */
    public record ExemptionCap(double placeShare, double scenarioShare) {}

    /** Finds an operator by code, PLMN (with or without a dash) or alias, ignoring case. */
    public Optional<Operator> findOperator(String text) {
        String key = text.strip();
        String plmn = key.replace("-", "").replace(" ", "");
        return operators.stream()
                .filter(o -> o.code().equalsIgnoreCase(key)
                        || o.plmns().contains(plmn)
                        || o.aliases().stream().anyMatch(key::equalsIgnoreCase)
                        || o.name().zh().equals(key)
                        || o.name().en().equalsIgnoreCase(key))
                .findFirst();
    }

    /** Finds a scenario by code or name. */
    public Optional<Scenario> findScenario(String text) {
        return scenarios.stream()
                .filter(s -> s.code().equalsIgnoreCase(text.strip())
                        || s.name().zh().equals(text.strip())
                        || s.name().en().equalsIgnoreCase(text.strip()))
                .findFirst();
    }

    /** Finds a key-point kind by code or name. */
    public Optional<PointKind> findPointKind(String text) {
        return pointKinds.stream()
                .filter(k -> k.code().equalsIgnoreCase(text.strip())
                        || k.name().zh().equals(text.strip())
                        || k.name().en().equalsIgnoreCase(text.strip()))
                .findFirst();
    }
}
