package org.signalup.standards;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.signalup.domain.Direction;
import org.signalup.domain.Evidence;
import org.signalup.domain.LineKind;
import org.signalup.domain.Outcome;
import org.signalup.domain.Purpose;
import org.signalup.domain.Rat;
import org.signalup.domain.Service;
import org.signalup.domain.ServiceLevel;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.domain.Verdict;

/** What a worked example puts in: one record for each thing that can be judged. */
public sealed interface SpecInput {
    /**
     * Equal coverage samples, already thinned and matched. Together they belong to the cluster source × device × slot of
     * {@code date}/{@code time} × spot, so two groups that agree in these are one cluster.
     *
     * @param time local time of the programme's zone; the whole group lies in the slot that holds it
     * @param device empty = the pseudo-device of the source
     * @param spot empty = none
     * @param purpose empty counts as independent
     * @param rsrpDbm empty without service
     * @param repeat how many such samples
     */
    record SampleGroup(
            LocalDate date,
            LocalTime time,
            Source source,
            String device,
            String spot,
            TestMode mode,
            Optional<Purpose> purpose,
            Rat rat,
            OptionalDouble rsrpDbm,
            OptionalDouble sinrDb,
            int repeat) {}

    /** A verdict taken as given, so that an example can start further down the flow. */
    record Given(Verdict verdict, Optional<Evidence> evidence) {}

    /** One key point and one operator; answered once per RAT row. */
    record Point(String scenario, String kind, String operator, List<SampleGroup> samples) implements SpecInput {
        public Point {
            samples = List.copyOf(samples);
        }
    }

    /** One bin of a line and one operator; answered once per RAT row. */
    record Bin(LineKind kind, String grade, String operator, List<SampleGroup> samples) implements SpecInput {
        public Bin {
            samples = List.copyOf(samples);
        }
    }

    /** A place with its key points, for one operator. */
    record Place(String scenario, String operator, List<PlacePoint> points) implements SpecInput {
        public Place {
            points = List.copyOf(points);
        }
    }

    /**
     * A key point of a place: either its samples or, when {@code given} is present, its verdict in the deciding row.
     *
     * @param exemptReason empty = not exempt
     */
    record PlacePoint(String id, String kind, String exemptReason, List<SampleGroup> samples, Optional<Given> given) {
        public PlacePoint {
            samples = List.copyOf(samples);
        }
    }

    /** A line for one operator: its bins in order, and the sections that are counted on their own. */
    record Line(LineKind kind, String grade, List<BinRun> bins, List<Section> sections) implements SpecInput {
        public Line {
            bins = List.copyOf(bins);
            sections = List.copyOf(sections);
        }
    }

    /**
     * Adjacent bins that were judged alike.
     *
     * @param lengthM length of each of them
     * @param newPart whether the first of them starts a new part of the line (a gap never runs across parts)
     */
    record BinRun(int bins, double lengthM, Given given, boolean newPart) {}

    /** A stretch of the line by chainage. */
    record Section(String id, double fromM, double toM) {}

    /**
     * Several operators' rows of one place, point, bin or line, to be summed up in the row ALL.
     *
     * @param obliged operators ALL speaks of; others stay out
     */
    record All(List<String> obliged, List<OperatorRow> operators) implements SpecInput {
        public All {
            obliged = List.copyOf(obliged);
            operators = List.copyOf(operators);
        }
    }

    /** One operator's row; score and stars of a place, ratio of a line, each only where known. */
    record OperatorRow(String operator, Given given, OptionalDouble score, OptionalInt stars, OptionalDouble ratio) {}

    /**
     * What the stars of a place or line rest on; a part without its entry was not measured.
     *
     * @param key scenario code of a place or line kind of a line
     * @param coverage shares of the judged points of a place, or the single ratio of a line
     * @param rates mean rate by direction, Mbit/s
     * @param rateShare compliant share of the method used, both directions pooled
     * @param services success share of each service with enough tries, VOICE among them
     * @param kpis grades of the KPIs of each service
     * @param previous stars of the previous evaluation
     */
    record Stars(
            String key,
            boolean line,
            Given given,
            List<Double> coverage,
            Map<Direction, Double> rates,
            OptionalDouble rateShare,
            Map<Service, Double> services,
            Map<Service, Map<ServiceKpi, ServiceLevel>> kpis,
            OptionalInt previous)
            implements SpecInput {
        public Stars {
            coverage = List.copyOf(coverage);
            rates = Map.copyOf(rates);
            services = Map.copyOf(services);
            kpis = Map.copyOf(kpis);
        }
    }

    /** What a rate is averaged over. */
    enum RateObject {
        PLACE,
        LINE,
        REGION
    }

    /** Rate tests of one object and one operator; answered once per RAT row, direction and method with a test. */
    record Rate(RateObject object, List<RateTest> tests) implements SpecInput {
        public Rate {
            tests = List.copyOf(tests);
        }
    }

    /**
     * Equal rate tests of one device on one date.
     *
     * @param directions the directions the test tried; a failed one has the rate 0
     * @param repeat how many such tests
     */
    record RateTest(
            LocalDate date,
            String device,
            Source source,
            TestMode mode,
            Rat rat,
            Outcome outcome,
            Map<Direction, Double> directions,
            int repeat) {
        public RateTest {
            directions = Map.copyOf(directions);
        }
    }

    /** Crowd samples of one or several operators, asked by all rules; answered by rule. */
    record Crowd(List<CrowdTest> tests) implements SpecInput {
        public Crowd {
            tests = List.copyOf(tests);
        }
    }

    /**
     * A crowd sample, repeated at equal steps.
     *
     * @param device empty = none
     * @param point empty = by position
     * @param dlMbps empty = a coverage sample without test, unless it failed
     * @param repeat how many, {@code stepS} seconds apart
     */
    record CrowdTest(
            LocalDate date,
            LocalTime time,
            String device,
            String operator,
            String point,
            OptionalDouble lon,
            OptionalDouble lat,
            Rat rat,
            String plmn,
            OptionalInt arfcn,
            Outcome outcome,
            OptionalDouble dlMbps,
            OptionalDouble ulMbps,
            int repeat,
            double stepS) {}
}
