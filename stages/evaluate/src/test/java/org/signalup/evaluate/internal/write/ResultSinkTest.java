package org.signalup.evaluate.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Evidence;
import org.signalup.domain.RatRow;
import org.signalup.domain.Verdict;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.evaluate.ResultRows.BinRow;
import org.signalup.evaluate.ResultRows.Measured;
import org.signalup.evaluate.ResultRows.PlanRow;
import org.signalup.evaluate.ResultRows.PointRow;

class ResultSinkTest {
    private static final Measured SOME = new Measured(
            OptionalLong.of(60),
            OptionalLong.of(40),
            OptionalDouble.of(2 / 3.0),
            OptionalDouble.of(0),
            OptionalDouble.of(1),
            OptionalLong.of(1),
            OptionalInt.of(1),
            OptionalInt.of(0),
            OptionalDouble.empty(),
            OptionalLong.of(3),
            OptionalLong.of(2),
            OptionalLong.of(1));

    @TempDir
    Path folder;

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(folder.resolve("data"));
    }

    private static PointRow point(String id, String operator, RatRow rat, Measured measured) {
        return new PointRow(
                id,
                Optional.of("P,1"),
                Optional.empty(),
                operator,
                rat,
                measured,
                Verdict.PASS,
                Optional.of(Evidence.B));
    }

    private void publishPoints(String... ids) {
        try (ResultSink sink = new ResultSink(folder)) {
            for (String id : ids) {
                sink.point(point(id, "ALL", RatRow.ANY, Measured.NONE));
                sink.point(point(id, "CMCC", RatRow.ANY, SOME));
                sink.point(point(id, "CMCC", RatRow.G5, SOME));
            }
            sink.publish(folder);
        }
    }

    private List<String> column(String file, int column) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream()
                .skip(1)
                .map(line -> line.split(",")[column])
                .toList();
    }

    @Test
    void rowsAreSortedByIdInCodePointOrderAndKeepTheirOrderWithinOne() throws Exception {
        publishPoints("b", "𠀀", "a", "～", "a1");
        assertThat(column("points.csv", 0))
                .containsExactly("a", "a", "a", "a1", "a1", "a1", "b", "b", "b", "～", "～", "～", "𠀀", "𠀀", "𠀀");
        assertThat(Files.readAllLines(folder.resolve("points.csv")).subList(0, 4))
                .containsExactly(
                        "point_id,place_id,line_id,operator,rat,samples,covered,share,share_low,share_high,clusters,dates,"
                                + "dates_failed,on_rat_share,no_service,weak,interfered,verdict,evidence",
                        "a,\"P,1\",,ALL,ANY,,,,,,,,,,,,,PASS,B",
                        "a,\"P,1\",,CMCC,ANY,60,40,0.666667,0.000000,1.000000,1,1,0,,3,2,1,PASS,B",
                        "a,\"P,1\",,CMCC,5G,60,40,0.666667,0.000000,1.000000,1,1,0,,3,2,1,PASS,B");
    }

    @Test
    void orderOfComingDoesNotChangeAByte() throws Exception {
        publishPoints("b", "a", "c");
        byte[] csv = Files.readAllBytes(folder.resolve("points.csv"));
        byte[] parquet = Files.readAllBytes(folder.resolve("data/points.parquet"));
        publishPoints("a", "b", "c");
        assertThat(folder.resolve("points.csv")).hasBinaryContent(csv);
        assertThat(folder.resolve("data/points.parquet")).hasBinaryContent(parquet);
    }

    @Test
    void parquetHasTheSameRowsWithUnroundedNumbers() throws Exception {
        publishPoints("b", "a");
        try (Engine engine = DuckDbEngine.open(1, "200MB", folder.resolve("spill"))) {
            engine.attach("points", List.of(folder.resolve("data/points.parquet")));
            assertThat(engine.list(
                            "SELECT point_id, place_id, line_id, operator, share, samples, evidence FROM points",
                            row -> row.text(0)
                                    + row.text(1)
                                    + row.text(2)
                                    + row.text(3)
                                    + (row.isNull(4) ? "" : row.getDouble(4))
                                    + row.text(5)
                                    + row.text(6)))
                    .containsExactly(
                            "aP,1ALLnullB",
                            "aP,1CMCC" + 2 / 3.0 + "60B",
                            "aP,1CMCC" + 2 / 3.0 + "60B",
                            "bP,1ALLnullB",
                            "bP,1CMCC" + 2 / 3.0 + "60B",
                            "bP,1CMCC" + 2 / 3.0 + "60B");
        }
    }

    @Test
    void manyRowsOfManyLinesComeOutInOrder() throws Exception {
        int lines = 300;
        int bins = 40;
        try (ResultSink sink = new ResultSink(folder)) {
            for (int line = lines - 1; line >= 0; line--) {
                for (int bin = 0; bin < bins; bin++) {
                    sink.bin(new BinRow(
                            "L%04d".formatted(line),
                            bin,
                            bin * 100_000L,
                            bin * 100_000L + 100_000,
                            "CTCC",
                            RatRow.ANY,
                            SOME,
                            Verdict.RETEST,
                            Optional.of(Evidence.C)));
                }
            }
            sink.publish(folder);
        }
        List<String> rows = Files.readAllLines(folder.resolve("bins.csv"));
        assertThat(rows).hasSize(1 + lines * bins);
        for (int i = 0; i < lines * bins; i++) {
            assertThat(rows.get(i + 1)).startsWith("L%04d,%d,%d.000,".formatted(i / bins, i % bins, i % bins * 100L));
        }
    }

    @Test
    void rowsOfOneTargetThatComeApartMeetAgain() throws Exception {
        try (ResultSink sink = new ResultSink(folder)) {
            for (String operator : List.of("CMCC", "CTCC")) {
                for (String target : List.of("L2", "L1")) {
                    sink.plan(new PlanRow(
                            target,
                            operator,
                            RatRow.ANY,
                            Verdict.NOT_MEASURED,
                            Optional.empty(),
                            OptionalInt.of(2),
                            OptionalInt.empty(),
                            "NOT_MEASURED"));
                }
            }
            sink.publish(folder);
        }
        assertThat(Files.readAllLines(folder.resolve("plan.csv")))
                .containsExactly(
                        "target,operator,rat,verdict,evidence,visits_for_b,visits_for_a,reason",
                        "L1,CMCC,ANY,NOT_MEASURED,,2,,NOT_MEASURED",
                        "L1,CTCC,ANY,NOT_MEASURED,,2,,NOT_MEASURED",
                        "L2,CMCC,ANY,NOT_MEASURED,,2,,NOT_MEASURED",
                        "L2,CTCC,ANY,NOT_MEASURED,,2,,NOT_MEASURED");
    }
}
