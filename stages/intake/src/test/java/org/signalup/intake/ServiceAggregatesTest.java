package org.signalup.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalup.domain.Period;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Service;
import org.signalup.intake.ServiceAggregates.Read;
import org.signalup.standards.ProgrammeReader;
import org.signalup.standards.ServiceKpi;

class ServiceAggregatesTest {
    private static final String HEADER =
            "provider,method,from,to,division_code,operator,service,sessions,users,connect_share,stall_ratio,delay_ms\n";
    private static final String GOOD =
            "Live Co,all sessions,2025-09-01,2025-09-30,370000,CMCC,LIVE,5000,900,0.99,1.2%,2400\n";

    @TempDir
    Path dir;

    private Path file(String name, String text, Charset charset) {
        try {
            return Files.write(dir.resolve(name), text.getBytes(charset));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Read read(Path... files) {
        Period september = new Period(LocalDate.of(2025, 9, 1), LocalDate.of(2025, 9, 30));
        return ServiceAggregates.read(
                List.of(files),
                new ServiceAggregates.Known(
                        ProgrammeReader.read(Path.of("../../programme"), List.of()),
                        code -> code.equals("370000"),
                        1000,
                        september));
    }

    @Test
    void aRowTellsItsKpisInTheirUnits() {
        Read read = read(file("a.csv", HEADER + GOOD, StandardCharsets.UTF_8));
        assertThat(read.refused()).isEmpty();
        assertThat(read.kept())
                .containsExactly(new ServiceAggregate(
                        "Live Co",
                        "all sessions",
                        LocalDate.of(2025, 9, 1),
                        LocalDate.of(2025, 9, 30),
                        "370000",
                        "CMCC",
                        Service.LIVE,
                        5000,
                        OptionalLong.of(900),
                        Map.of(
                                ServiceKpi.CONNECT, 0.99,
                                ServiceKpi.STALL_RATIO, 0.012,
                                ServiceKpi.DELAY, 2400.0)));
    }

    @Test
    void chineseHeadingsInGb18030AreUnderstood() {
        String text = """
                提供方,口径说明,起始日期,截止日期,行政区划代码,运营商,业务,业务次数,接通率
                某直播,全量会话,2025/09/01,2025-09-30,370000,中国移动,视频直播,5000,0.98
                """;
        Read read = read(file("b.csv", text, Charset.forName("GB18030")));
        assertThat(read.refused()).isEmpty();
        assertThat(read.kept().get(0).kpis()).isEqualTo(Map.of(ServiceKpi.CONNECT, 0.98));
        assertThat(read.kept().get(0).operator()).isEqualTo("CMCC");
    }

    @ParameterizedTest
    @CsvSource({
        "Live Co, '', PROVIDER_MISSING, provider",
        "Live Co, =1+1, ID_FORMULA, provider",
        "all sessions, '', METHOD_MISSING, method",
        "2025-09-30, 2025-08-31, PERIOD_INVALID, to",
        "2025-09-01, first of May, PERIOD_INVALID, from",
        "2025-09-30, 2025-09-31, PERIOD_INVALID, to",
        "370000, 110000, DIVISION_UNKNOWN, division_code",
        "CMCC, ACME, OPERATOR_UNKNOWN, operator",
        "LIVE, RATE, SERVICE_UNKNOWN, service",
        "5000, 999, SESSIONS_FEW, sessions",
        "5000, many, NUMBER_INVALID, sessions",
        "900, 5001, RANGE, users",
        "0.99, 99.2, RANGE, connect_share",
        "0.99, NaN, NUMBER_INVALID, connect_share",
        "2400, 600001, RANGE, delay_ms",
        "2400, -1, NUMBER_INVALID, delay_ms",
    })
    void aRowIsRefusedForTheFirstThingWrong(String part, String instead, RejectCode code, String column) {
        Read read = read(file("c.csv", HEADER + GOOD.replaceFirst(part, instead), StandardCharsets.UTF_8));
        assertThat(read.kept()).isEmpty();
        assertThat(read.refused())
                .singleElement()
                .isEqualTo(new ServiceAggregates.Refused("c.csv", 2, column, instead, code));
    }

    @Test
    void aPeriodThatOverlapsAnotherRowOfTheSameIsRefusedWhereverItStands() {
        Read read = read(
                file(
                        "2.csv",
                        HEADER + GOOD.replace("2025-09-01,2025-09-30", "2025-09-20,2025-10-05"),
                        StandardCharsets.UTF_8),
                file("1.csv", HEADER + GOOD + GOOD.replace("CMCC", "CTCC"), StandardCharsets.UTF_8));
        assertThat(read.kept()).hasSize(2);
        assertThat(read.refused())
                .singleElement()
                .isEqualTo(
                        new ServiceAggregates.Refused("2.csv", 2, "from", "2025-09-20", RejectCode.AGGREGATE_OVERLAP));
    }

    @Test
    void rowsOutsideThePeriodWithoutKpiOrWithTooFewCellsAreRefused() {
        String outside = GOOD.replace("2025-09-01,2025-09-30", "2025-08-01,2025-08-31");
        String silent = GOOD.replace("0.99,1.2%,2400", ",,");
        Read read = read(file("d.csv", HEADER + outside + silent + "Live Co,short\n", StandardCharsets.UTF_8));
        assertThat(read.refused())
                .extracting(ServiceAggregates.Refused::code)
                .containsExactly(RejectCode.PERIOD_OUTSIDE, RejectCode.KPI_MISSING, RejectCode.FIELD_COUNT);
        assertThat(read.rows()).isEqualTo(3);
    }

    @Test
    void aFileWithoutARequiredColumnIsRefusedWhole() {
        Path file = file("e.csv", HEADER.replace("method,", "") + GOOD, StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.code()).isEqualTo("COLUMN_MISSING")));
    }

    @ParameterizedTest
    @CsvSource({"'', FILE_EMPTY", "'{\"a\":1}', FORMAT_UNKNOWN", "'<kml></kml>', FORMAT_UNKNOWN"})
    void whatIsNoTableIsRefused(String text, String code) {
        Path file = file("f.csv", text, StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(problem -> problem.code())
                                .containsExactly(code));
    }
}
