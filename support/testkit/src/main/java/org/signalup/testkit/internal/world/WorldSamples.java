package org.signalup.testkit.internal.world;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.signalup.domain.Coded;
import org.signalup.domain.Outcome;
import org.signalup.domain.Purpose;
import org.signalup.domain.Rat;
import org.signalup.domain.ServerClass;
import org.signalup.domain.Service;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.testkit.RefSample;

/** Reads the cells of a canonical file the plain way, for files known to be well-formed. */
public final class WorldSamples {
    private final ZoneId zone;

    public WorldSamples(ZoneId zone) {
        this.zone = zone;
    }

    /** @param rowNo physical line of the row, the header being line 1 */
    public RefSample read(List<String> cells, long rowNo) {
        OffsetDateTime time = OffsetDateTime.parse(cell(cells, "observed_at"));
        LocalDateTime local = time.atZoneSameInstant(zone).toLocalDateTime();
        String operator = cell(cells, "operator");
        Source source = word(Source.class, cell(cells, "source"), Source.DRIVE);
        String device = cell(cells, "device_id");
        String session = cell(cells, "session_id");
        Long down = scaled(cell(cells, "dl_mbps"), 1000);
        Long up = scaled(cell(cells, "ul_mbps"), 1000);
        return new RefSample(
                1,
                rowNo,
                time.toInstant().toEpochMilli(),
                local.toEpochSecond(ZoneOffset.UTC),
                (int) local.toLocalDate().toEpochDay(),
                whole(cell(cells, "lon"), 10_000_000),
                whole(cell(cells, "lat"), 10_000_000),
                whole(cell(cells, "accuracy_m"), 1000),
                text(cell(cells, "point_id")),
                whole(cell(cells, "spot_no"), 1),
                text(cell(cells, "line_id")),
                scaled(cell(cells, "chainage_m"), 1000),
                operator,
                word(Rat.class, cell(cells, "rat"), null),
                source,
                word(TestMode.class, cell(cells, "test_mode"), TestMode.FREE),
                word(Purpose.class, cell(cells, "purpose"), null),
                text(cell(cells, "instrument_id")),
                text(device),
                text(session),
                device.isEmpty()
                        ? Objects.hash(operator, source.code(), cell(cells, "instrument_id"))
                        : 1L << 40 | device.hashCode(),
                session.hashCode(),
                !device.isEmpty() && !session.isEmpty(),
                whole(cell(cells, "rsrp_dbm"), 1000),
                whole(cell(cells, "sinr_db"), 1000),
                word(Service.class, cell(cells, "service"), null),
                word(Outcome.class, cell(cells, "outcome"), null),
                down,
                up,
                whole(cell(cells, "floor"), 1),
                text(cell(cells, "serving_plmn")),
                whole(cell(cells, "arfcn"), 1),
                new RefSample.Measured(
                        scaled(cell(cells, "setup_ms"), 1000),
                        scaled(cell(cells, "first_frame_ms"), 1000),
                        scaled(cell(cells, "stall_ms"), 1000),
                        scaled(cell(cells, "played_ms"), 1000),
                        scaled(cell(cells, "hd_ms"), 1000),
                        scaled(cell(cells, "latency_ms"), 1000),
                        scaled(cell(cells, "loss_pct"), 10_000),
                        scaled(cell(cells, "mos"), 1000),
                        scaled(cell(cells, "stalls"), 1),
                        scaled(cell(cells, "delay_ms"), 1000),
                        scaled(cell(cells, "av_sync_ms"), 1000)),
                client(cells));
    }

    private static RefSample.Client client(List<String> cells) {
        return new RefSample.Client(
                whole(cell(cells, "mock_location"), 1),
                number(word(ServerClass.class, cell(cells, "server_class"), null)),
                whole(cell(cells, "bandwidth_mhz"), 1000),
                whole(cell(cells, "layers"), 1));
    }

    private static Integer number(ServerClass found) {
        return found == null ? null : found.number();
    }

    private static String cell(List<String> cells, String column) {
        return cells.get(SampleRow.COLUMNS.indexOf(column));
    }

    private static String text(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private static Long scaled(String cell, long factor) {
        return cell.isEmpty()
                ? null
                : new BigDecimal(cell).multiply(BigDecimal.valueOf(factor)).longValueExact();
    }

    private static Integer whole(String cell, long factor) {
        Long scaled = scaled(cell, factor);
        return scaled == null ? null : Math.toIntExact(scaled);
    }

    private static <E extends Enum<E> & Coded> E word(Class<E> type, String cell, E missing) {
        return cell.isEmpty() ? missing : Coded.find(type, cell).orElseThrow();
    }
}
