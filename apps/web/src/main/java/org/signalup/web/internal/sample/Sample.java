package org.signalup.web.internal.sample;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.signalup.domain.Coded;
import org.signalup.domain.Outcome;
import org.signalup.domain.Purpose;
import org.signalup.domain.Rat;
import org.signalup.domain.Service;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.engine.Row;
import org.signalup.standards.Standard.Limit;

/**
 * A sample that counted for a target: where it came from, how it was taken, what it says.
 *
 * @param localS seconds of the wall clock in the programme's zone
 * @param dlMbps of a rate test
 */
public record Sample(
        Target target,
        String file,
        long row,
        long localS,
        String operator,
        Source source,
        TestMode mode,
        Optional<Purpose> purpose,
        String device,
        String instrument,
        OptionalInt spot,
        Rat rat,
        String ratDetail,
        String cell,
        OptionalDouble rsrpDbm,
        OptionalDouble sinrDb,
        Optional<Service> service,
        Optional<Outcome> outcome,
        OptionalDouble dlMbps,
        OptionalDouble ulMbps) {
    /** Of {@code match AS m}, {@code sample AS s} and {@code sample_file AS f}, in the order {@link #of} reads them. */
    static final String COLUMNS = """
            m.tid, COALESCE(f.file, ''), s.row_no, s.local_s, s.operator, s.source, s.test_mode, s.purpose,
              COALESCE(s.device_id, ''), COALESCE(s.instrument_id, ''), s.spot, s.rat, COALESCE(s.rat_detail, ''),
              COALESCE(s.cell_id, CAST(s.pci AS VARCHAR), ''), s.rsrp_mdbm / 1000.0, s.sinr_mdb / 1000.0, s.service, s.outcome,
              s.dl_kbps / 1000.0, s.ul_kbps / 1000.0""";

    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    static Sample of(Row row, IntFunction<Target> targets) {
        return new Sample(
                targets.apply(row.getInt(0)),
                row.findText(1).orElse(""),
                row.getLong(2),
                row.getLong(3),
                row.text(4),
                Coded.of(Source.class, row.getInt(5)),
                Coded.of(TestMode.class, row.getInt(6)),
                row.isNull(7) ? Optional.empty() : Optional.of(Coded.of(Purpose.class, row.getInt(7))),
                row.text(8),
                row.text(9),
                row.findInt(10),
                Coded.of(Rat.class, row.getInt(11)),
                row.text(12),
                row.text(13),
                row.findDouble(14),
                row.findDouble(15),
                row.isNull(16) ? Optional.empty() : Optional.of(Coded.of(Service.class, row.getInt(16))),
                row.isNull(17) ? Optional.empty() : Optional.of(Coded.of(Outcome.class, row.getInt(17))),
                row.findDouble(18),
                row.findDouble(19));
    }

    public Finding finding() {
        return Finding.of(rat, rsrpDbm, sinrDb, target.limits());
    }

    /** The limit it was held against. */
    public Optional<Limit> limit() {
        return Optional.ofNullable(target.limits().get(rat));
    }

    public String time() {
        return time(localS);
    }

    /** Of a second of the wall clock. */
    static String time(long localS) {
        return moment(localS).format(TIME);
    }

    public String dateTime() {
        return moment(localS).format(DATE_TIME);
    }

    private static LocalDateTime moment(long localS) {
        return LocalDateTime.ofEpochSecond(localS, 0, ZoneOffset.UTC);
    }
}
