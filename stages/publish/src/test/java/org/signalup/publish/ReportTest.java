package org.signalup.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Measure;
import org.signalup.domain.RatRow;
import org.signalup.domain.Service;
import org.signalup.domain.ServiceLevel;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.evaluate.ResultRows.AgreementRow;
import org.signalup.evaluate.ResultRows.CrowdRow;
import org.signalup.evaluate.ResultRows.InstrumentRow;
import org.signalup.evaluate.ResultRows.QuantileRow;
import org.signalup.evaluate.ResultRows.ScoreRow;
import org.signalup.evaluate.ResultRows.ServiceRow;
import org.signalup.standards.CrowdRule;
import org.signalup.standards.ServiceKpi;
import org.signalup.standards.Standard;

class ReportTest {
    private static final String BANNER = "模拟数据：";

    @TempDir
    Path folder;

    private String page(World world) throws IOException {
        return page(new Report(), world);
    }

    private String page(Report report, World world) throws IOException {
        report.write(world, folder);
        return Files.readString(folder.resolve(Report.FILE));
    }

    @Test
    void an_evaluation_of_nothing_still_gives_a_whole_page() throws IOException {
        assertThat(page(new World()))
                .contains("没有这样的记录。", "没有已测的线路。", "台账没有位置。")
                .endsWith("</html>\n");
    }

    @Test
    void every_section_has_its_anchor() throws IOException {
        String page = page(Town.of("Site ", 30, 2, 40));
        for (String id : List.of(
                "minute",
                "progress",
                "scenarios",
                "worst",
                "causes",
                "lines",
                "map",
                "rates",
                "services",
                "plan",
                "sources",
                "stars",
                "method",
                "quality",
                "glossary")) {
            assertThat(page).contains("<section id=\"" + id + "\">").contains("href=\"#" + id + "\"");
        }
    }

    @Test
    void a_proposal_says_so_beside_the_standard_and_the_stars() throws IOException {
        assertThat(page(Town.of("Site ", 5, 1, 10))).contains("平台试评", "平台试评：星级算法是本平台的建议");
    }

    @Test
    void equal_results_give_equal_bytes() throws IOException {
        assertThat(page(Town.of("Site ", 60, 3, 100))).isEqualTo(page(Town.of("Site ", 60, 3, 100)));
    }

    @Test
    void simulated_data_are_labelled() throws IOException {
        assertThat(page(Town.of("Site ", 5, 1, 10))).doesNotContain(BANNER);
        World world = Town.of("Site ", 5, 1, 10);
        world.simulated = true;
        assertThat(page(world)).contains(BANNER);
    }

    @Test
    void what_a_filter_of_crowd_samples_caught_stands_beside_the_mean_without_it() throws IOException {
        World world = Town.of("Site ", 5, 1, 10);
        assertThat(page(world)).doesNotContain("若不用此规则");
        world.crowd.add(new CrowdRow(
                CrowdRule.PER_DAY,
                Source.APP,
                "CMCC",
                1_234,
                56,
                7,
                8,
                1_178,
                OptionalDouble.of(201.5),
                OptionalDouble.of(198.25)));
        assertThat(page(world)).contains("若不用此规则", "PER_DAY", "1,234", "201.5", "crowd_filters.csv");
    }

    @Test
    void how_sources_agree_is_added_up_by_what_was_compared_and_the_order_of_the_standard_is_stated()
            throws IOException {
        World world = Town.of("Site ", 5, 1, 10);
        assertThat(page(world)).doesNotContain("不一致最多的场所和线路");
        String place = world.ledgerPlaces.get(0).id();
        String line = world.ledgerLines.get(0).id();
        List<Source> sources = List.of(Source.DRIVE, Source.APP);
        world.agreement.add(
                new AgreementRow("PLACE", place, "POINT", "CMCC", TestMode.FREE, sources, 1_500, 1_500, 0, 0));
        world.agreement.add(
                new AgreementRow("LINE", line, "BIN", "CMCC", TestMode.LOCK_5G, sources, 2_000, 1_877, 120, 10));
        assertThat(page(world))
                .contains("不一致最多的场所和线路", "1,500", "2,000", "1,877", "123", "锁5G", "source_disagreements.csv")
                .contains("路测 + 互联网应用数据", "drive test + app data", "标准没有规定来源的次序。");
    }

    @Test
    void what_a_place_lost_to_instruments_stands_with_the_reason() throws IOException {
        World world = Town.of("Site ", 5, 1, 10);
        assertThat(page(world)).doesNotContain("因仪表未采用的样本");
        String place = world.ledgerPlaces.get(0).id();
        world.instruments.add(new InstrumentRow("NONE", "", "CMCC", Source.DRIVE, "", "INSTRUMENT_MISSING", 4_567, 0));
        world.instruments.add(
                new InstrumentRow("PLACE", place, "CMCC", Source.WALK, "I-7", "INSTRUMENT_EXPIRED", 1_234, 5));
        assertThat(page(world))
                .contains("因仪表未采用的样本", "I-7", "采样仪表的证书已过期", "1,234", "instrument_refusals.csv", "不在任何场所或线路", "4,567");
    }

    @Test
    void how_levels_of_a_region_are_spread_is_told_as_the_steps_they_lie_in() throws IOException {
        World world = Town.of("Site ", 5, 1, 10);
        assertThat(page(world)).doesNotContain("quantiles.csv");
        world.quantiles.add(
                new QuantileRow("REGION", "CN", "CMCC", RatRow.G5, Measure.RSRP, "", 7_654, -110, -90, -75, 5));
        world.quantiles.add(new QuantileRow(
                "REGION", "CN", "CMCC", RatRow.ANY, Measure.LATENCY, "app_user", 321, 12.5, 23.456, 40, 0));
        assertThat(page(world))
                .contains("地区的电平、速率与时延分布", "7,654", "−110 ~ −105", "−90 ~ −85", "−75 ~ −70", "quantiles.csv")
                .contains("时延", "23.456", "321");
    }

    @Test
    void a_kpi_of_a_service_stands_with_its_n_and_limits_and_never_looks_better_than_it_is() throws IOException {
        World world = Town.of("Site ", 5, 1, 10);
        world.services.add(new ServiceRow(
                "REGION",
                "CN",
                "CMCC",
                Service.LIVE,
                ServiceKpi.FIRST_FRAME_P95,
                321,
                3000.25,
                OptionalDouble.of(2000),
                OptionalDouble.of(3000),
                Optional.of(ServiceLevel.POOR)));
        world.services.add(new ServiceRow(
                "REGION",
                "CN",
                "CMCC",
                Service.LIVE,
                ServiceKpi.CONNECT,
                322,
                0.989999,
                OptionalDouble.of(0.99),
                OptionalDouble.of(0.97),
                Optional.of(ServiceLevel.FAIR)));
        assertThat(page(world))
                .contains("首帧时延95分位", "3,001 ms", "321", "好 ≤ 2000 ms，中 ≤ 3000 ms", "差")
                .contains("98.99 %", "好 ≥ 99 %，中 ≥ 97 %", "services.csv");
    }

    @Test
    void the_report_names_the_kpi_that_lost_points() throws IOException {
        World world = Town.of("Site ", 5, 1, 10);
        world.scores.add(new ScoreRow(
                "PLACE",
                "P1",
                "CMCC",
                RatRow.ANY,
                Standard.Part.SERVICE,
                25,
                0.25,
                85.71,
                3.57,
                List.of("LIVE.STALL_RATIO:POOR", "WEB.SUCCESS")));
        assertThat(page(world))
                .contains("失分在哪里", "scores.csv", "85.7", "3.6")
                .contains(
                        Words.lost("LIVE.STALL_RATIO:POOR").zh(),
                        Words.lost("WEB.SUCCESS").zh());
    }

    @Test
    void a_share_just_below_its_target_never_reads_as_the_target() throws IOException {
        assertThat(page(Town.of("Site ", 5, 1, 10))).contains("94.9 %");
    }

    @Test
    void targets_stand_in_the_order_of_the_programme() throws IOException {
        World world = Town.of("Site ", 30, 2, 40);
        Collections.reverse(world.progress);
        String page = page(world);
        assertThat(page.substring(page.indexOf("<section id=\"progress\">")))
                .containsSubsequence("重点场所深度覆盖", "公路连续覆盖", "重点商超", "下行均值接入速率", "达标速率占比");
    }

    @Test
    void a_province_stays_below_three_megabytes_and_says_where_the_rest_is() throws IOException {
        String page = page(Town.of("某某市某某区某某街道某某人民医院", 12_000, 50, 250));
        assertThat(Files.size(folder.resolve(Report.FILE))).isLessThan(3_000_000);
        assertThat(page).contains("行，此处列前 200 行。").contains("共 50 条线路，此处绘最需关注的 16 条。");
    }
}
