package org.signalup.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.signalup.domain.Language;

class LedgerTemplatesTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsWrittenReadsBackWithoutAProblem(Language language) throws IOException {
        LedgerTemplates.write(dir, Folder.programme(), LedgerTemplates.Kind.LEDGER, language);

        for (Path folder : List.of(dir, dir.resolve("csv"))) {
            LedgerCheck check = LedgerReader.check(folder, Folder.programme());
            assertThat(check.errors()).isEmpty();
            assertThat(check.warnings()).extracting(p -> p.code()).containsExactly("OUTLINE_SKIPPED");
            Ledger ledger = check.ledger().orElseThrow();
            assertThat(ledger.places().get(0).scenario()).isEqualTo("GOV");
            assertThat(ledger.keyPoints().get(0).radiusM()).isEqualTo(30);
            assertThat(ledger.lines().get(0).sections()).hasSize(2);
        }
    }

    @Test
    void workbooksHaveDropDownsAndAFrozenHeading() throws IOException {
        LedgerTemplates.write(dir, Folder.programme(), LedgerTemplates.Kind.LEDGER, Language.ZH);

        String sheet = part(dir.resolve("places.xlsx"), "xl/worksheets/sheet1.xml");

        assertThat(sheet).contains("dataValidation ").contains("state=\"frozen\"");
        // The writer spells Chinese as character references: 政务中心 of the drop-down.
        assertThat(part(dir.resolve("places.xlsx"), "xl/sharedStrings.xml"))
                .contains("&#x653f;&#x52a1;&#x4e2d;&#x5fc3;");
        assertThat(Files.size(dir.resolve("places.xlsx"))).isLessThan(50_000);
    }

    @Test
    void aKeyPointIsToldToNameItsPlaceAndNotToInventAnId() throws IOException {
        LedgerTemplates.write(dir, Folder.programme(), LedgerTemplates.Kind.LEDGER, Language.EN);

        assertThat(part(dir.resolve("keypoints.xlsx"), "xl/sharedStrings.xml")).contains("the place it belongs to");
        assertThat(part(dir.resolve("places.xlsx"), "xl/sharedStrings.xml")).doesNotContain("the place it belongs to");
    }

    @Test
    void theSampleTemplateHasEveryColumnOfTheContract() throws IOException {
        List<Path> written = LedgerTemplates.write(dir, Folder.programme(), LedgerTemplates.Kind.SAMPLES, Language.EN);

        assertThat(written).containsExactly(dir.resolve("samples.xlsx"), dir.resolve("csv/samples.csv"));
        List<String> lines = Files.readAllLines(dir.resolve("csv/samples.csv"));
        assertThat(lines.get(0))
                .isEqualTo("\uFEFFobserved_at,lon,lat,crs,accuracy_m,point_id,spot_no,line_id,chainage_m,operator,"
                        + "serving_plmn,rat,source,test_mode,state,task_id,tester_org,purpose,instrument_id,device_id,"
                        + "session_id,rsrp_dbm,sinr_db,rsrq_db,service,outcome,dl_mbps,ul_mbps,traffic_dl_mbps,"
                        + "traffic_ul_mbps,latency_ms,jitter_ms,loss_pct,setup_ms,first_frame_ms,stall_ms,played_ms,"
                        + "hd_ms,mos,arfcn,pci,cell_id,band,speed_kmh,floor,stalls,delay_ms,av_sync_ms,mock_location,"
                        + "server_class,bandwidth_mhz,layers");
        assertThat(lines).hasSize(2);

        LedgerTemplates.write(dir, Folder.programme(), LedgerTemplates.Kind.SAMPLES, Language.ZH);
        assertThat(Files.readString(dir.resolve("csv/samples.csv"))).startsWith("\uFEFF采集时间,经度,纬度,坐标系,定位精度");
    }

    private static String part(Path workbook, String name) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
