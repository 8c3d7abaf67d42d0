package org.signalup.evaluate.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.TextOrder;

class GatheredRowsTest {
    private static final List<String> RATS = List.of("ANY", "4G", "5G");

    @TempDir
    Path work;

    /** A row of source_agreement.csv: two texts name the object, four more order its rows. */
    private record Agreement(String object, String id, String unit, String operator, long compared, Long agreeing) {
        static final Comparator<Agreement> ORDER = Comparator.comparing(Agreement::object, TextOrder.CODE_POINTS)
                .thenComparing(Agreement::id, TextOrder.CODE_POINTS)
                .thenComparing(Agreement::unit, TextOrder.CODE_POINTS)
                .thenComparing(Agreement::operator, TextOrder.CODE_POINTS);
    }

    @Test
    void rowsOfObjectsInAnyOrderComeBackSorted() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<Agreement> rows = agreements(random, random.nextInt(400));
            List<Agreement> expected = new ArrayList<>(rows);
            expected.sort(Agreement.ORDER);
            assertThat(throughFile(rows)).as("seed " + seed).isEqualTo(expected);
        }
    }

    @Test
    void moreThanMemoryHoldsIsPutIntoAFileAndTakenAwayAgain() throws IOException {
        List<Agreement> rows = agreements(new Random(7), 60_000);
        List<Agreement> expected = new ArrayList<>(rows);
        expected.sort(Agreement.ORDER);
        try (GatheredRows gathered = new GatheredRows(ContractFile.AGREEMENT, work)) {
            rows.forEach(row -> put(row, gathered));
            assertThat(files()).hasSize(1);
            assertThat(read(gathered)).isEqualTo(expected);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void numbersKeepEveryBitAndMissingOnesStayMissing() throws IOException {
        long[] counts = {0, 1, -1, 63, 64, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE + 1};
        double[] means = {0.1, -273.15, 1e300, 4.9e-324, 0};
        try (GatheredRows gathered = new GatheredRows(ContractFile.CROWD, work)) {
            for (long count : counts) {
                for (double mean : means) {
                    gathered.put("规则");
                    gathered.put("APP");
                    gathered.put("CMCC");
                    gathered.put("SAMPLE");
                    gathered.put(count);
                    gathered.putNothing();
                    gathered.put(count);
                    gathered.put(1);
                    gathered.put(2);
                    gathered.put(mean);
                    gathered.putNothing();
                    gathered.endRow();
                }
            }
            List<String> read = new ArrayList<>();
            gathered.forEach(
                    row -> read.add(row.count(4) + " " + row.isMissing(5) + " " + row.number(9) + row.isMissing(10)));
            List<String> expected = new ArrayList<>();
            for (long count : counts) {
                for (double mean : means) {
                    expected.add(count + " true " + mean + "true");
                }
            }
            assertThat(read).isEqualTo(expected);
        }
    }

    @Test
    void rowsOfAnObjectAreOrderedByNumberAndByNetwork() throws IOException {
        try (GatheredRows gathered = new GatheredRows(ContractFile.BINS, work)) {
            for (long bin : new long[] {10, 9, 100}) {
                for (String rat : List.of("5G", "ANY", "4G")) {
                    gathered.put("L1");
                    gathered.put(bin);
                    gathered.put(0.0);
                    gathered.put(50.0);
                    gathered.put("CMCC");
                    gathered.put(rat);
                    for (int column = 6; column < 17; column++) {
                        gathered.putNothing();
                    }
                    gathered.put("PASS");
                    gathered.put("A");
                    gathered.endRow();
                }
            }
            List<String> read = new ArrayList<>();
            gathered.forEach(row -> read.add(row.count(1) + " " + row.text(5)));
            assertThat(read)
                    .isEqualTo(Stream.of("9", "10", "100")
                            .flatMap(bin -> RATS.stream().map(rat -> bin + " " + rat))
                            .toList());
        }
    }

    /** Some objects come twice, some texts are long or beyond the first plane. */
    private static List<Agreement> agreements(Random random, int count) {
        List<Agreement> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = (random.nextBoolean() ? "点\uFF21" : "\uD842\uDFB7") + random.nextInt(1 + count / 3);
            for (int unit = random.nextInt(4); unit >= 0; unit--) {
                String operator = "运营商".repeat(random.nextInt(9)) + i;
                Long agreeing = random.nextInt(3) == 0 ? null : random.nextLong() >> 1;
                rows.add(new Agreement("PLACE", id, "U" + unit, operator, random.nextInt(5), agreeing));
            }
        }
        return rows;
    }

    private List<Agreement> throughFile(List<Agreement> rows) throws IOException {
        try (GatheredRows gathered = new GatheredRows(ContractFile.AGREEMENT, work)) {
            rows.forEach(row -> put(row, gathered));
            return read(gathered);
        }
    }

    private static void put(Agreement row, GatheredRows gathered) {
        gathered.put(row.object());
        gathered.put(row.id());
        gathered.put(row.unit());
        gathered.put(row.operator());
        gathered.put("FREE");
        gathered.put("APP;DRIVE");
        gathered.put(row.compared());
        if (row.agreeing() == null) {
            gathered.putNothing();
        } else {
            gathered.put(row.agreeing());
        }
        gathered.put(0);
        gathered.put(0);
        gathered.endRow();
    }

    private static List<Agreement> read(GatheredRows gathered) throws IOException {
        List<Agreement> read = new ArrayList<>();
        gathered.forEach(row -> read.add(new Agreement(
                row.text(0),
                row.text(1),
                row.text(2),
                row.text(3),
                row.count(6),
                row.isMissing(7) ? null : (Long) row.count(7))));
        return read;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            return files.toList();
        }
    }
}
