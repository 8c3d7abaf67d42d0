package org.signalup.evaluate.internal.write;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.signalup.domain.Coded;
import org.signalup.domain.Direction;
import org.signalup.domain.Evidence;
import org.signalup.domain.Measure;
import org.signalup.domain.RatRow;
import org.signalup.domain.Service;
import org.signalup.domain.ServiceLevel;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows.AggregateRow;
import org.signalup.evaluate.ResultRows.AgreementRow;
import org.signalup.evaluate.ResultRows.BinRow;
import org.signalup.evaluate.ResultRows.CrowdRow;
import org.signalup.evaluate.ResultRows.DisagreementRow;
import org.signalup.evaluate.ResultRows.InstrumentRow;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.evaluate.ResultRows.Measured;
import org.signalup.evaluate.ResultRows.PlaceRow;
import org.signalup.evaluate.ResultRows.PlanRow;
import org.signalup.evaluate.ResultRows.PointRow;
import org.signalup.evaluate.ResultRows.ProgressRow;
import org.signalup.evaluate.ResultRows.QuantileRow;
import org.signalup.evaluate.ResultRows.RateRow;
import org.signalup.evaluate.ResultRows.ScoreRow;
import org.signalup.evaluate.ResultRows.ServiceRow;
import org.signalup.standards.CrowdRule;
import org.signalup.standards.ServiceKpi;
import org.signalup.standards.Standard;

/** Reads the records of contract files back. */
final class ResultRowReader {
    /** Words of column {@code differ}. */
    static final String BY_VERDICT = "VERDICT";

    static final String BY_INTERVAL = "INTERVAL";

    private ResultRowReader() {}

    static <T> void forEach(Path file, Function<NamedCsvRecord, T> mapper, Consumer<T> consumer) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            csv.forEach(record -> consumer.accept(mapper.apply(record)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PointRow point(NamedCsvRecord record) {
        return new PointRow(
                record.getField("point_id"),
                text(record, "place_id"),
                text(record, "line_id"),
                record.getField("operator"),
                rat(record),
                measured(record, true),
                verdict(record).orElseThrow(),
                evidence(record));
    }

    static PlaceRow place(NamedCsvRecord record) {
        return new PlaceRow(
                record.getField("place_id"),
                record.getField("operator"),
                verdict(record).orElseThrow(),
                evidence(record),
                integer(record, "points").orElseThrow(),
                integer(record, "points_passed").orElseThrow(),
                integer(record, "points_retest").orElseThrow(),
                integer(record, "points_failed").orElseThrow(),
                integer(record, "points_open").orElseThrow(),
                number(record, "score"),
                integer(record, "stars"),
                record.getField("stars_reason"));
    }

    static BinRow bin(NamedCsvRecord record) {
        return new BinRow(
                record.getField("line_id"),
                integer(record, "bin").orElseThrow(),
                millimetres(record, "from_m"),
                millimetres(record, "to_m"),
                record.getField("operator"),
                rat(record),
                measured(record, false),
                verdict(record).orElseThrow(),
                evidence(record));
    }

    static LineRow section(NamedCsvRecord record) {
        return stretch(record, text(record, "section_id"), OptionalInt.empty(), "");
    }

    static LineRow line(NamedCsvRecord record) {
        return stretch(record, Optional.empty(), integer(record, "stars"), record.getField("stars_reason"));
    }

    private static LineRow stretch(
            NamedCsvRecord record, Optional<String> section, OptionalInt stars, String starsReason) {
        return new LineRow(
                record.getField("line_id"),
                section,
                record.getField("operator"),
                rat(record),
                millimetres(record, "length_m"),
                millimetres(record, "judged_m"),
                millimetres(record, "passed_m"),
                millimetres(record, "retest_m"),
                millimetres(record, "failed_m"),
                number(record, "ratio"),
                number(record, "ratio_low"),
                number(record, "ratio_high"),
                millimetres(record, "longest_gap_m"),
                verdict(record).orElseThrow(),
                evidence(record),
                stars,
                starsReason);
    }

    static RateRow rate(NamedCsvRecord record) {
        return new RateRow(
                record.getField("object"),
                record.getField("object_id"),
                record.getField("operator"),
                rat(record),
                Coded.find(Direction.class, record.getField("direction")).orElseThrow(),
                record.getField("method"),
                whole(record, "tests").orElseThrow(),
                whole(record, "devices").orElseThrow(),
                number(record, "mean"),
                number(record, "low"),
                number(record, "high"),
                number(record, "clipped_mean"),
                number(record, "median"),
                number(record, "p10"),
                number(record, "share_ok"),
                number(record, "share_low"),
                number(record, "share_high"),
                verdict(record));
    }

    static ProgressRow progress(NamedCsvRecord record) {
        return new ProgressRow(
                record.getField("target"),
                record.getField("region"),
                record.getField("operator"),
                record.getField("unit"),
                number(record, "goal"),
                number(record, "base"),
                number(record, "listed"),
                number(record, "reported"),
                number(record, "tested"),
                number(record, "passed"),
                number(record, "passed_a"),
                number(record, "passed_b"),
                number(record, "passed_c"),
                number(record, "retest"),
                number(record, "failed"),
                number(record, "open"),
                number(record, "estimate"),
                number(record, "low"),
                number(record, "high"),
                whole(record, "n"),
                verdict(record));
    }

    static PlanRow plan(NamedCsvRecord record) {
        return new PlanRow(
                record.getField("target"),
                record.getField("operator"),
                rat(record),
                verdict(record).orElseThrow(),
                evidence(record),
                integer(record, "visits_for_b"),
                integer(record, "visits_for_a"),
                record.getField("reason"));
    }

    static CrowdRow crowd(NamedCsvRecord record) {
        return new CrowdRow(
                CrowdRule.valueOf(record.getField("rule")),
                Coded.find(Source.class, record.getField("source")).orElseThrow(),
                record.getField("operator"),
                Long.parseLong(record.getField("looked_at")),
                Long.parseLong(record.getField("caught")),
                Long.parseLong(record.getField("device_days")),
                Long.parseLong(record.getField("targets")),
                Long.parseLong(record.getField("dl_tests")),
                number(record, "mean_dl_mbps"),
                number(record, "mean_dl_otherwise_mbps"));
    }

    static ServiceRow service(NamedCsvRecord record) {
        return new ServiceRow(
                record.getField("object"),
                record.getField("object_id"),
                record.getField("operator"),
                Coded.find(Service.class, record.getField("service")).orElseThrow(),
                ServiceKpi.valueOf(record.getField("kpi")),
                Long.parseLong(record.getField("n")),
                Double.parseDouble(record.getField("value")),
                number(record, "good"),
                number(record, "fair"),
                Coded.find(ServiceLevel.class, record.getField("grade")));
    }

    static AggregateRow aggregate(NamedCsvRecord record) {
        return new AggregateRow(
                record.getField("provider"),
                record.getField("method"),
                LocalDate.parse(record.getField("period_from")),
                LocalDate.parse(record.getField("period_to")),
                record.getField("division_code"),
                record.getField("operator"),
                Coded.find(Service.class, record.getField("service")).orElseThrow(),
                ServiceKpi.valueOf(record.getField("kpi")),
                Long.parseLong(record.getField("sessions")),
                whole(record, "users"),
                Double.parseDouble(record.getField("value")),
                number(record, "good"),
                number(record, "fair"),
                Coded.find(ServiceLevel.class, record.getField("grade")),
                text(record, "own_region"),
                whole(record, "own_n"),
                number(record, "own_value"),
                number(record, "difference"));
    }

    static ScoreRow score(NamedCsvRecord record) {
        return new ScoreRow(
                record.getField("object"),
                record.getField("object_id"),
                record.getField("operator"),
                rat(record),
                Standard.Part.valueOf(record.getField("part")),
                Double.parseDouble(record.getField("weight")),
                Double.parseDouble(record.getField("applied")),
                Double.parseDouble(record.getField("score")),
                Double.parseDouble(record.getField("lost")),
                text(record, "because").map(codes -> List.of(codes.split(";"))).orElse(List.of()));
    }

    static AgreementRow agreement(NamedCsvRecord record) {
        return new AgreementRow(
                record.getField("object"),
                record.getField("object_id"),
                record.getField("unit"),
                record.getField("operator"),
                mode(record),
                Arrays.stream(record.getField("sources").split(";"))
                        .map(code -> Coded.find(Source.class, code).orElseThrow())
                        .toList(),
                Long.parseLong(record.getField("compared")),
                Long.parseLong(record.getField("agreeing")),
                Long.parseLong(record.getField("verdicts_differ")),
                Long.parseLong(record.getField("intervals_apart")));
    }

    static DisagreementRow disagreement(NamedCsvRecord record) {
        boolean ofBin = !record.getField("bin").isEmpty();
        List<String> differ = List.of(record.getField("differ").split(";"));
        return new DisagreementRow(
                record.getField("object"),
                record.getField("object_id"),
                text(record, "point_id"),
                integer(record, "bin"),
                ofBin ? OptionalLong.of(millimetres(record, "from_m")) : OptionalLong.empty(),
                ofBin ? OptionalLong.of(millimetres(record, "to_m")) : OptionalLong.empty(),
                record.getField("operator"),
                mode(record),
                Coded.find(Source.class, record.getField("source")).orElseThrow(),
                Long.parseLong(record.getField("samples")),
                Long.parseLong(record.getField("covered")),
                Double.parseDouble(record.getField("share")),
                Double.parseDouble(record.getField("share_low")),
                Double.parseDouble(record.getField("share_high")),
                Long.parseLong(record.getField("clusters")),
                verdict(record).orElseThrow(),
                evidence(record),
                differ.contains(BY_VERDICT),
                differ.contains(BY_INTERVAL),
                Coded.find(Source.class, record.getField("stands")));
    }

    static InstrumentRow instrument(NamedCsvRecord record) {
        return new InstrumentRow(
                record.getField("object"),
                record.getField("object_id"),
                record.getField("operator"),
                Coded.find(Source.class, record.getField("source")).orElseThrow(),
                record.getField("instrument_id"),
                record.getField("code"),
                Long.parseLong(record.getField("samples")),
                Long.parseLong(record.getField("tests")));
    }

    static QuantileRow quantile(NamedCsvRecord record) {
        return new QuantileRow(
                record.getField("object"),
                record.getField("object_id"),
                record.getField("operator"),
                rat(record),
                Coded.find(Measure.class, record.getField("measure")).orElseThrow(),
                record.getField("method"),
                Long.parseLong(record.getField("samples")),
                Double.parseDouble(record.getField("p05")),
                Double.parseDouble(record.getField("p50")),
                Double.parseDouble(record.getField("p95")),
                Double.parseDouble(record.getField("within")));
    }

    private static Measured measured(NamedCsvRecord record, boolean onRat) {
        return new Measured(
                whole(record, "samples"),
                whole(record, "covered"),
                number(record, "share"),
                number(record, "share_low"),
                number(record, "share_high"),
                whole(record, "clusters"),
                integer(record, "dates"),
                integer(record, "dates_failed"),
                onRat ? number(record, "on_rat_share") : OptionalDouble.empty(),
                whole(record, "no_service"),
                whole(record, "weak"),
                whole(record, "interfered"));
    }

    private static Optional<String> text(NamedCsvRecord record, String column) {
        return Optional.of(record.getField(column)).filter(text -> !text.isEmpty());
    }

    private static TestMode mode(NamedCsvRecord record) {
        return Coded.find(TestMode.class, record.getField("test_mode")).orElseThrow();
    }

    private static RatRow rat(NamedCsvRecord record) {
        return Coded.find(RatRow.class, record.getField("rat")).orElseThrow();
    }

    private static Optional<Verdict> verdict(NamedCsvRecord record) {
        return Coded.find(Verdict.class, record.getField("verdict"));
    }

    private static Optional<Evidence> evidence(NamedCsvRecord record) {
        return Coded.find(Evidence.class, record.getField("evidence"));
    }

    private static OptionalDouble number(NamedCsvRecord record, String column) {
        String text = record.getField(column);
        return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }

    private static OptionalInt integer(NamedCsvRecord record, String column) {
        String text = record.getField(column);
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }

    private static OptionalLong whole(NamedCsvRecord record, String column) {
        String text = record.getField(column);
        return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }

    private static long millimetres(NamedCsvRecord record, String column) {
        return new BigDecimal(record.getField(column)).movePointRight(3).longValueExact();
    }
}
