package org.signalup.bench.internal.town;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The town's lines, their sections and key points, and who drives them when. Metres on {@link Ground}. */
final class TownLines {
    /** A line; {@code sections} are names with the chainage they begin at. */
    record LinePlan(
            String id,
            String name,
            String kind,
            String grade,
            String reported,
            List<List<double[]>> parts,
            List<SectionPlan> sections,
            List<LinePoint> points) {
        /** Length of all parts. */
        double lengthM() {
            return parts.stream().mapToDouble(TownLines::length).sum();
        }

        /** Where a chainage lies, parts one after the other. */
        double[] at(double chainageM) {
            double rest = chainageM;
            for (List<double[]> part : parts) {
                double length = length(part);
                if (rest <= length || part == parts.get(parts.size() - 1)) {
                    return along(part, Math.min(rest, length));
                }
                rest -= length;
            }
            throw new IllegalStateException("a line has a part");
        }
    }

    record SectionPlan(String name, double fromM) {}

    /** A key point: with a radius at a chainage, or over a range of chainages. */
    record LinePoint(String name, String kind, double fromM, double toM) {
        boolean range() {
            return toM > fromM;
        }
    }

    /** A stretch where one operator is bad. */
    record Zone(String operator, double fromM, double toM, Recipe.Flaw flaw) {}

    /** How a sample says where it is. */
    enum Naming {
        POSITION,
        LINE_POSITION,
        LINE_CHAINAGE
    }

    /**
     * One run of the test vehicle with one phone for each operator.
     *
     * @param mode test mode
     * @param perSecond samples a second; more than one shows thinning
     */
    record Run(
            String lineId,
            int day,
            String clock,
            double fromM,
            double toM,
            double speedMps,
            Naming naming,
            List<String> operators,
            String mode,
            int perSecond) {}

    private TownLines() {}

    static List<LinePlan> lines() {
        return List.of(
                new LinePlan(
                        "SIM-L1",
                        "模拟国道",
                        "ROAD",
                        "NATIONAL",
                        "2025-08-31",
                        List.of(points(-6000, -2000, -2000, -2200, 2000, -1800, 6000, -2000)),
                        List.of(new SectionPlan("西段", 0), new SectionPlan("中段", 4000), new SectionPlan("东段", 8000)),
                        List.of(
                                new LinePoint("模拟收费站", "TOLL_STATION", 1000, 1000),
                                new LinePoint("模拟大桥", "BRIDGE", 5000, 5600))),
                new LinePlan(
                        "SIM-L2",
                        "模拟环路",
                        "ROAD",
                        "URBAN",
                        "2025-08-31",
                        List.of(ring(6000, 3000, 600, 48)),
                        List.of(new SectionPlan("全环", 0)),
                        List.of()),
                new LinePlan(
                        "SIM-L3",
                        "模拟盘山路",
                        "ROAD",
                        "RURAL",
                        "",
                        List.of(points(-6000, 3000, -4500, 3000, -4420, 3060, -4500, 3120, -6000, 3130)),
                        List.of(),
                        List.of()),
                new LinePlan(
                        "SIM-L4",
                        "模拟乡道",
                        "ROAD",
                        "RURAL",
                        "",
                        List.of(points(-6000, 5000, -3000, 5200, -1500, 6500)),
                        List.of(),
                        List.of()),
                new LinePlan(
                        "SIM-M1",
                        "模拟地铁1号线",
                        "METRO",
                        "",
                        "2025-08-31",
                        List.of(points(-3000, 860, 0, 860, 3000, 900)),
                        List.of(new SectionPlan("一号站—二号站", 0), new SectionPlan("二号站—三号站", 3000)),
                        List.of()),
                new LinePlan(
                        "SIM-T1",
                        "模拟高铁",
                        "RAIL",
                        "HSR",
                        "2025-08-31",
                        List.of(points(-10000, -4000, 0, -4400, 10000, -4000)),
                        List.of(new SectionPlan("西区间", 0), new SectionPlan("东区间", 10000)),
                        List.of(new LinePoint("模拟隧道", "TUNNEL", 8000, 9600))),
                new LinePlan(
                        "SIM-W1",
                        "模拟航道",
                        "WATER",
                        "HIGH",
                        "",
                        List.of(points(-8000, 8000, -4000, 8400, 0, 8200), points(600, 8200, 3000, 8000, 5000, 8600)),
                        List.of(),
                        List.of(new LinePoint("模拟船闸", "SHIP_LOCK", 7000, 7000))));
    }

    static List<Zone> zones(String lineId) {
        return switch (lineId) {
            case "SIM-L1" ->
                List.of(
                        new Zone("CTCC", 5000, 5950, Recipe.Flaw.NO_SERVICE),
                        new Zone("CUCC", 8900, 9400, Recipe.Flaw.WEAK),
                        new Zone("CMCC", 2600, 2700, Recipe.Flaw.INTERFERED));
            case "SIM-M1" ->
                List.of(
                        new Zone("CMCC", 4000, 4450, Recipe.Flaw.WEAK),
                        new Zone("CTCC", 900, 1300, Recipe.Flaw.NO_SERVICE));
            case "SIM-T1" -> List.of(new Zone("CUCC", 14000, 14200, Recipe.Flaw.INTERFERED));
            case "SIM-W1" -> List.of(new Zone("CUCC", 2000, 2300, Recipe.Flaw.WEAK));
            default -> List.of();
        };
    }

    static List<Run> runs() {
        List<String> all = TownPlan.OPERATORS;
        List<String> two = List.of("CMCC", "CTCC");
        List<Run> runs = new ArrayList<>();
        for (int day : new int[] {2, 4}) {
            runs.add(new Run("SIM-L1", day, "09:02", 0, 12_000, 15, Naming.POSITION, two, "FREE", day == 2 ? 2 : 1));
            runs.add(new Run("SIM-L1", day, "10:05", 12_000, 0, 15, Naming.POSITION, two, "FREE", 1));
            runs.add(new Run("SIM-L1", day, "09:02", 0, 8_000, 15, Naming.POSITION, List.of("CUCC"), "FREE", 1));
            for (int lap = 0; lap < 3; lap++) {
                String clock = String.format(Locale.ROOT, "%02d:01", 13 + lap);
                runs.add(new Run("SIM-L2", day, clock, 0, 3_760, 11, Naming.POSITION, all, "FREE", 1));
            }
            runs.add(new Run("SIM-L2", day, "16:31", 0, 3_760, 11, Naming.POSITION, all, "LOCK_4G", 1));
            runs.add(new Run("SIM-L2", day, "17:01", 0, 3_760, 11, Naming.POSITION, all, "LOCK_5G", 1));
            runs.add(new Run("SIM-T1", day, "08:01", 0, 20_000, 70, Naming.LINE_POSITION, all, "FREE", 1));
            runs.add(new Run("SIM-T1", day, "11:31", 20_000, 0, 70, Naming.LINE_CHAINAGE, all, "FREE", 1));
        }
        runs.add(new Run("SIM-L1", 4, "11:05", 12_000, 8_000, 15, Naming.POSITION, List.of("CUCC"), "FREE", 1));
        runs.add(new Run("SIM-L3", 3, "09:01", 0, 3_180, 10, Naming.POSITION, all, "FREE", 1));
        runs.add(new Run("SIM-M1", 5, "09:01", 0, 6_000, 15, Naming.LINE_CHAINAGE, all, "FREE", 1));
        runs.add(new Run("SIM-W1", 5, "13:01", 0, 8_050, 8, Naming.LINE_POSITION, all, "FREE", 1));
        return runs;
    }

    static double length(List<double[]> part) {
        double sum = 0;
        for (int i = 1; i < part.size(); i++) {
            sum += step(part.get(i - 1), part.get(i));
        }
        return sum;
    }

    private static double[] along(List<double[]> part, double chainageM) {
        double rest = chainageM;
        for (int i = 1; i < part.size(); i++) {
            double[] a = part.get(i - 1);
            double[] b = part.get(i);
            double step = step(a, b);
            if (rest <= step || i == part.size() - 1) {
                double t = Math.min(1, rest / step);
                return new double[] {a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])};
            }
            rest -= step;
        }
        throw new IllegalStateException("a part has two vertices");
    }

    private static double step(double[] a, double[] b) {
        // sqrt, not hypot: only sqrt is exactly rounded, hence the same on every machine.
        double east = b[0] - a[0];
        double north = b[1] - a[1];
        return Math.sqrt(east * east + north * north);
    }

    private static List<double[]> points(double... flat) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < flat.length; i += 2) {
            points.add(new double[] {flat[i], flat[i + 1]});
        }
        return points;
    }

    private static List<double[]> ring(double east, double north, double radius, int corners) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i <= corners; i++) {
            double angle = 2 * StrictMath.PI * (i % corners) / corners;
            points.add(new double[] {east + radius * StrictMath.cos(angle), north + radius * StrictMath.sin(angle)});
        }
        return points;
    }
}
