package org.signalup.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.signalup.testkit.ReferenceResult.Refused;

/** Holds the contract files of an evaluation against the reference, row by row as text, or against those of another one, byte by byte. */
public final class Comparison {
    /** The contract files that must be equal to the byte for equal input. */
    private static final List<String> FILES = List.of(
            "points.csv",
            "places.csv",
            "bins.csv",
            "sections.csv",
            "lines.csv",
            "rates.csv",
            "progress.csv",
            "plan.csv",
            "crowd_filters.csv",
            "services.csv",
            "scores.csv",
            "service_aggregates.csv",
            "source_agreement.csv",
            "source_disagreements.csv",
            "instrument_refusals.csv",
            "quantiles.csv");

    private Comparison() {}

    /** Fails where a contract file of {@code actual} is not that of {@code expected} to the byte. */
    public static void assertSameBytes(Path actual, Path expected) {
        assertSameBytes(actual, expected, "");
    }

    static void assertSameBytes(Path actual, Path expected, String as) {
        for (String file : FILES) {
            assertThat(actual.resolve(file)).as(as + " " + file).hasSameBinaryContentAs(expected.resolve(file));
        }
    }

    /** What differs, for people; empty when nothing does. */
    public static String differences(ReferenceResult expected, Path folder) {
        StringBuilder text = new StringBuilder();
        text.append(file("points", ContractCsv.points(expected.points()), folder));
        text.append(file("places", ContractCsv.places(expected.places()), folder));
        text.append(file("bins", ContractCsv.bins(expected.bins()), folder));
        text.append(file("sections", ContractCsv.sections(expected.sections()), folder));
        text.append(file("lines", ContractCsv.lines(expected.lines()), folder));
        text.append(file("rates", ContractCsv.rates(expected.rates()), folder));
        text.append(file("progress", ContractCsv.progress(expected.progress()), folder));
        text.append(file("plan", ContractCsv.plan(expected.plan()), folder));
        text.append(file("crowd_filters", ContractCsv.crowd(expected.crowd()), folder));
        List<String> services = lines(folder.resolve("services.csv")).stream()
                .filter(line -> !line.contains(",MOS_MODEL,"))
                .toList();
        text.append(difference("services", ContractCsv.services(expected.services()), services));
        text.append(file("source_agreement", ContractCsv.agreement(expected.agreement()), folder));
        text.append(file("source_disagreements", ContractCsv.disagreements(expected.disagreements()), folder));
        text.append(file("instrument_refusals", ContractCsv.instruments(expected.instruments()), folder));
        text.append(file("quantiles", ContractCsv.quantiles(expected.quantiles()), folder));
        text.append(difference("rejects", refused(expected.rejects()), rejects(folder)));
        return text.toString();
    }

    private static String file(String name, List<String> expected, Path folder) {
        return difference(name, expected, lines(folder.resolve(name + ".csv")));
    }

    private static String difference(String name, List<String> expected, List<String> actual) {
        String difference = Differences.between(expected, actual);
        return difference.isEmpty() ? "" : name + ".csv: " + difference;
    }

    /** Rows the ledger refuses; those intake refused are its own matter. */
    private static List<String> rejects(Path folder) {
        List<String> codes = List.of(
                "POINT_UNKNOWN",
                "LINE_UNKNOWN",
                "CHECKIN_FAR",
                "CHAINAGE_OUTSIDE",
                "INSTRUMENT_MISSING",
                "INSTRUMENT_UNKNOWN",
                "INSTRUMENT_UNCERTIFIED",
                "INSTRUMENT_NOT_YET",
                "INSTRUMENT_EXPIRED",
                "INSTRUMENT_DISAGREES",
                "INSTRUMENT_UNCOMPARED");
        return read(folder.resolve("rejects.csv")).stream()
                .filter(cells -> codes.contains(cells.get(4)))
                .map(cells -> cells.get(4) + " in row " + cells.get(1))
                .sorted()
                .toList();
    }

    private static List<String> refused(List<Refused> rejects) {
        return rejects.stream()
                .map(reject -> reject.code() + " in row " + reject.rowNo())
                .sorted()
                .toList();
    }

    private static List<List<String>> read(Path file) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file, UTF_8);
                Stream<CsvRecord> records = reader.stream()) {
            return records.map(CsvRecord::getFields).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
