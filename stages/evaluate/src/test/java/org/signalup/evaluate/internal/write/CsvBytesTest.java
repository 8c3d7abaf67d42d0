package org.signalup.evaluate.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvBytesTest {
    @TempDir
    Path folder;

    private interface Cells {
        void write(CsvBytes csv) throws IOException;
    }

    private String written(Cells cells) throws IOException {
        Path file = folder.resolve("t.csv");
        try (CsvBytes csv = new CsvBytes(file)) {
            cells.write(csv);
        }
        return Files.readString(file);
    }

    @Test
    void decimalsAreTheExactValueRoundedHalfUp() throws Exception {
        Random random = new Random(5);
        List<Double> values = new ArrayList<>(List.of(
                0.0,
                1.0,
                0.5e-6,
                1.5e-6,
                0.9999995,
                0.0000005,
                0.1234565,
                0.125,
                2.5,
                -0.1,
                -1e-9,
                1e12,
                1e18,
                99999.9995));
        for (int i = 0; i < 20_000; i++) {
            values.add(random.nextDouble() * Math.pow(10, random.nextInt(7)));
            values.add(random.nextInt(100) / (double) (1 + random.nextInt(100)));
            values.add((2 * random.nextInt(1_000_000) + 1) / 2e6);
        }
        for (int decimals : new int[] {2, 3, 6}) {
            StringBuilder expected = new StringBuilder();
            for (double value : values) {
                expected.append(new BigDecimal(value)
                                .setScale(decimals, RoundingMode.HALF_UP)
                                .toPlainString())
                        .append('\n');
            }
            assertThat(written(csv -> {
                        for (double value : values) {
                            csv.decimal(value, decimals);
                            csv.endRow();
                        }
                    }))
                    .isEqualTo(expected.toString());
        }
    }

    @Test
    void numbersOfAnyUnitHaveNoTrailingZeros() throws Exception {
        assertThat(written(csv -> {
                    csv.plain(0, 6);
                    csv.plain(230, 6);
                    csv.plain(12.5, 6);
                    csv.plain(1e-7, 6);
                    csv.plain(1_234_567.1234567, 6);
                    csv.endRow();
                }))
                .isEqualTo("0,230,12.5,0,1234567.123457\n");
    }

    @Test
    void wholeNumbersMetresAndMissingValuesAreCells() throws Exception {
        assertThat(written(csv -> {
                    csv.whole(0);
                    csv.whole(Long.MAX_VALUE);
                    csv.whole(-42);
                    csv.nothing();
                    csv.thousandths(0);
                    csv.thousandths(12_300_004);
                    csv.thousandths(-1);
                    csv.endRow();
                }))
                .isEqualTo("0,9223372036854775807,-42,,0.000,12300.004,-0.001\n");
    }

    @Test
    void textsAreQuotedAsFastCsvDoes() throws Exception {
        Random random = new Random(9);
        String[] pieces = {"a", "重点", ",", "\"", "\n", "\r", " ", "#", "=", ";", "\t", "'", "𠀀", ""};
        StringWriter expected = new StringWriter();
        List<List<String>> rows = new ArrayList<>();
        try (CsvWriter fast =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(expected)) {
            for (int i = 0; i < 5_000; i++) {
                List<String> row = new ArrayList<>();
                for (int c = 0; c < 3; c++) {
                    row.add(pieces[random.nextInt(pieces.length)]
                            + pieces[random.nextInt(pieces.length)]
                            + pieces[random.nextInt(pieces.length)]);
                }
                rows.add(row);
                fast.writeRecord(row);
            }
        }
        assertThat(written(csv -> {
                    for (List<String> row : rows) {
                        for (int c = 0; c < row.size(); c++) {
                            csv.bytes(CsvBytes.cell(row.get(c), c == 0));
                        }
                        csv.endRow();
                    }
                }))
                .isEqualTo(expected.toString());
    }

    @Test
    void aTextLongerThanTheBufferIsWhole() throws Exception {
        String text = "长".repeat(100_000);
        assertThat(written(csv -> {
                    csv.whole(1);
                    csv.bytes(CsvBytes.cell(text, false));
                    csv.whole(2);
                    csv.endRow();
                }))
                .isEqualTo("1," + text + ",2\n");
    }
}
