package org.signalup.register.internal;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.springframework.dao.DataAccessException;

/** What the database refuses, in words. */
public final class Refusals {
    private record Reason(String code, Text text) {}

    /** By SQLSTATE; those of SU are raised by the triggers of the register. */
    private static final Map<String, Reason> REASONS = Map.of(
            "42501",
                    new Reason(
                            "OUT_OF_REACH",
                            Text.of(
                                    "不在您的管辖范围内（区划、场景），或您没有这项权限",
                                    "is outside your reach (division, scenario), or you may not do this")),
            "23505",
                    new Reason(
                            "ID_TAKEN", Text.of("编号已被占用（也可能在您的管辖范围之外）", "the id is taken, perhaps outside your reach")),
            "23503",
                    new Reason(
                            "STILL_USED",
                            Text.of(
                                    "还有关键点位属于它，或它所属的场所、线路不存在",
                                    "key points still belong to it, or the place or line it belongs to is not there")),
            "SU001", new Reason("DECIDED", Text.of("这项申请已经处理过了", "this request has been decided already")),
            "SU002",
                    new Reason(
                            "SECOND_PERSON",
                            Text.of(
                                    "须由申请人以外、有权冻结基线的人确认",
                                    "somebody else, who may freeze the baseline, has to decide this")),
            "SU004",
                    new Reason(
                            "DIVISION_TWICE",
                            Text.of("同一区划代码的有效期会重叠", "a division code would be valid twice on one day")),
            "SU005", new Reason("DEVICE_TWICE", Text.of("一台终端会属于两台仪表", "a device would belong to two instruments")),
            "SU003",
                    new Reason(
                            "FROZEN",
                            Text.of(
                                    "属于已冻结的台账基线：移出或免测须写明理由并由第二人确认，不能移到基线之外",
                                    "belongs to a frozen baseline: to remove or exempt it takes a reason and a second person;"
                                            + " it cannot be moved out of the baseline")));

    private Refusals() {}

    /** Does something; what the database refuses for a reason we know becomes a refusal in words. */
    public static <T> T inWords(String what, Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException failed) {
            Reason reason = state(failed).map(REASONS::get).orElseThrow(() -> failed);
            throw refused(what, reason.code(), reason.text());
        }
    }

    public static RefusedException refused(String what, String code, Text text) {
        return new RefusedException(new Problem("", 0, "", what, code, text));
    }

    /** What is said to have happened has a day, and has happened: a day to come is refused. */
    public static void notAfterToday(LocalDate day, ZoneId zone) {
        if (day == null) {
            throw refused("", "DATE_MISSING", Text.of("要写明日期", "a day is needed"));
        }
        if (day.isAfter(LocalDate.now(zone))) {
            throw refused(
                    day.toString(), "DATE_FUTURE", Text.of("日期不能晚于今天", "is a day to come (expected: not after today)"));
        }
    }

    private static Optional<String> state(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(sql.getSQLState());
            }
        }
        return Optional.empty();
    }
}
