package org.signalup.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;

/** What whoever brings files adds to them, and is held to. */
class TermsTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private IntakeReport read(Path file, Terms terms) {
        return Intake.read(List.of(file), desk.options().on(terms), desk.engine);
    }

    private static Terms corrected(String file, Correction correction) {
        return new Terms(Map.of(), Optional.empty(), false, Map.of(file, correction));
    }

    @Test
    void swappedCoordinatesAreReadTheOtherWayRoundAndTheFindingGoes() {
        Path file = desk.file(
                "a.csv",
                "observed_at,operator,rat,lon,lat,crs,rsrp_dbm",
                "2025-07-18T12:00:00+08:00,CMCC,4G,39.9,116.4,WGS84,-90");
        IntakeReport wrong = read(file, Terms.NONE);
        assertThat(wrong.warnings()).extracting(Problem::code).contains("LON_LAT_SWAPPED");
        assertThat(wrong.rejected()).isEqualTo(1);

        Correction fix = FindingCode.LON_LAT_SWAPPED.correction().orElseThrow();
        IntakeReport right = read(file, corrected("a.csv", fix));
        assertThat(right.warnings()).extracting(Problem::code).containsExactly("CORRECTED");
        assertThat(desk.rows("SELECT lon_e7, lat_e7 FROM sample_read")).containsExactly("1164000000 399000000");
    }

    @Test
    void ratesOfAnotherUnitTimesOfAnotherZoneAndPositionsOfAnotherSystemAreReadAsSaid() {
        Path file = desk.file(
                "b.csv",
                "observed_at,operator,rat,lon,lat,crs,dl_mbps",
                "2025-07-18T12:00:00+08:00,CMCC,4G,116.4,39.9,WGS84,85000");
        read(file, corrected("b.csv", new Correction(false, "GCJ02", "", "kbit/s")));
        assertThat(desk.rows("SELECT dl_kbps FROM sample_read")).containsExactly("85000");
        // GCJ-02 is some 500 m off: the corrected position lies west and south of the one written.
        assertThat(desk.engine.number(
                        "SELECT COUNT(*) FROM sample_read WHERE lon_e7 < 1163990000 AND lat_e7 < 398995000"))
                .isEqualTo(1);

        Path night = desk.file(
                "track.txt",
                "Timestamp\tLongitude\tLatitude\tOperatorname\tOperator\tNetworkTech\tLevel\tQual\tSNR\tSpeed\tCellID\tLAC\tNode",
                "2025.07.18_02.00.00\t116.4\t39.9\tCMCC\t46000\t4G\t-90\t-10\t8\t3\t5\t6\t7");
        List<String> before = clock(night, Terms.NONE);
        List<String> after = clock(night, corrected("track.txt", new Correction(false, "", "UTC", "")));
        assertThat(Long.parseLong(after.get(0)) - Long.parseLong(before.get(0))).isEqualTo(8 * 3600_000L);
    }

    private List<String> clock(Path file, Terms terms) {
        read(file, terms);
        return desk.rows("SELECT observed_ms FROM sample_read");
    }

    @Test
    void aCorrectionThatMeansNothingIsRefusedInWords() {
        assertThatThrownBy(() -> new Correction(false, "ELSEWHERE", "Nowhere/City", "furlong").check())
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::column)
                                .containsExactly("crs", "zone", "rate_unit"));
    }

    @Test
    void whoMeasuresOnlySomeNetworksAndOnlyItsOwnWorkIsHeldToThat() {
        Path file = desk.file(
                "c.csv",
                "observed_at,operator,rat,lon,lat,crs,rsrp_dbm,purpose",
                "2025-07-18T12:00:00+08:00,CMCC,4G,116.4,39.9,WGS84,-90,",
                "2025-07-18T12:00:01+08:00,CUCC,4G,116.4,39.9,WGS84,-90,",
                "2025-07-18T12:00:02+08:00,CMCC,4G,116.4,39.9,WGS84,-90,AUTHORITY",
                "2025-07-18T12:00:03+08:00,NOBODY,4G,116.4,39.9,WGS84,-90,");
        Terms terms = new Terms(Map.of(SampleColumn.PURPOSE, "SELF"), Optional.of(Set.of("CMCC")), true, Map.of());
        IntakeReport report = read(file, terms);
        assertThat(report.files().get(0).rejectedByCode())
                .isEqualTo(Map.of("OPERATOR_NOT_YOURS", 1L, "PURPOSE_NOT_YOURS", 1L, "OPERATOR_UNKNOWN", 1L));
        assertThat(desk.rows("SELECT row_no, purpose FROM sample_read")).containsExactly("2 1");
        assertThat(desk.rejects())
                .containsExactly(
                        "3 operator CUCC OPERATOR_NOT_YOURS",
                        "4 purpose AUTHORITY PURPOSE_NOT_YOURS",
                        "5 operator NOBODY OPERATOR_UNKNOWN");
    }
}
