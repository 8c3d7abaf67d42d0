package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.store.Scope;
import org.signalup.web.Crawl.Visited;

/** Pages of a town of two counties in a province of its own, read by somebody who sees a part of it. */
class ReachOfPagesTest {
    /** Places of the other county, its lines, and its samples' files. */
    private static final Pattern FOREIGN = Pattern.compile("SIM-P0[1-5]|SIM-L[1-4]|SIM-T1|SIM-W1|HIDDEN");

    private static final Pattern OTHER_OPERATORS = Pattern.compile("CTCC|CUCC|CBN|中国电信|中国联通|中国广电");

    private static final String EVALUATION = "counties";

    @TempDir
    static Path folder;

    @BeforeAll
    static void serve() throws IOException {
        Path ledger = Files.createDirectories(folder.resolve("ledger"));
        try (Stream<Path> files = Files.list(Served.LEDGER)) {
            for (Path file : files.toList()) {
                Files.writeString(ledger.resolve(file.getFileName()), moved(Files.readString(file)));
            }
        }
        Files.writeString(ledger.resolve("divisions.csv"), """
                code,name,parent,valid_from,valid_to
                970000,模拟省,,,
                970100,模拟市,970000,,
                970101,模拟县,970100,,
                970102,HIDDEN县,970100,,
                """);
        for (String standard : List.of("2024", "2025")) {
            String id = standard.equals("2025") ? EVALUATION : EVALUATION + "-2024";
            Served.evaluate(folder.resolve(id), "signal-upgrade-" + standard, Served.SAMPLES, ledger);
            Town.serve(id, folder.resolve(id));
        }
    }

    /** Five places and most lines lie in another county, under names nobody else has. */
    private static String moved(String text) {
        StringBuilder moved = new StringBuilder();
        for (String line : text.split("(?<=\n)")) {
            boolean place = line.matches("(?s)SIM-P0[1-5],.*");
            boolean foreign =
                    place || (line.contains("geometry") && FOREIGN.matcher(line).find());
            moved.append(
                    foreign
                            ? line.replace("990101", "970102")
                                    .replace("模拟镇", "HIDDEN镇")
                                    .replace("\"name\":\"", "\"name\":\"HIDDEN")
                            : line.replace("990101", "970101"));
        }
        return moved.toString();
    }

    /** Somebody of an organisation with this reach; an empty text is no limit. */
    private static Visitor of(String code, String kind, String divisions, String scenarios, String operators) {
        long organisation = Town.organisation(code, kind, null, array(divisions));
        Town.store()
                .run(
                        Scope.PLATFORM,
                        client -> client.sql("""
                                update organisation set scenarios = :scenarios::text[], operators = :operators::text[]
                                where organisation_id = :id
                                """)
                                .param("scenarios", array(scenarios))
                                .param("operators", array(operators))
                                .param("id", organisation)
                                .update());
        Town.account("user-" + code, organisation, "MEMBER");
        return Town.signedIn("user-" + code);
    }

    private static String array(String codes) {
        return codes.isEmpty() ? null : "{" + codes.replace(' ', ',') + "}";
    }

    private static Visitor owner(String code, String place) {
        Visitor visitor = of(code, "OWNER", "", "", "");
        Town.store()
                .run(
                        Scope.PLATFORM,
                        client -> client.sql("""
                                insert into organisation_place (organisation_id, place_id)
                                select organisation_id, :place from organisation where code = :code
                                """)
                                .param("place", place)
                                .param("code", code)
                                .update());
        return visitor;
    }

    /** Addresses of what says something it must not, with the first such words. */
    private static List<String> walked(Visitor visitor, Pattern pattern, Predicate<String> except) {
        Crawl crawl = Crawl.of(EVALUATION, visitor);
        assertThat(crawl.visited())
                .hasSizeGreaterThan(15)
                .allSatisfy(visited -> assertThat(visited.status())
                        .as("%s, linked from %s", visited.path(), visited.from())
                        .isEqualTo(200));
        return crawl.visited().stream()
                .filter(visited -> !except.test(visited.path()))
                .flatMap(visited -> said(visited, pattern).stream())
                .toList();
    }

    private static Optional<String> said(Visited visited, Pattern pattern) {
        // The secret of a form is made by chance and may spell anything.
        String body = visited.body().replaceAll("name=\"_csrf\"[^>]*", "");
        Matcher found = pattern.matcher(body);
        return found.find()
                ? Optional.of(visited.path() + ": " + body.substring(Math.max(0, found.start() - 60), found.end()))
                : Optional.empty();
    }

    private static List<String> walked(Visitor visitor, Pattern pattern) {
        return walked(visitor, pattern, path -> false);
    }

    @Test
    void aCountySeesNothingOfAnotherOnAnyPageOrInAnyFile() {
        Visitor visitor = of("COUNTY", "ADMINISTRATION", "970101", "", "");
        assertThat(walked(visitor, FOREIGN)).isEmpty();
    }

    @Test
    void anOperatorSeesNoOtherOperatorOnAnyPageOrInAnyFile() {
        Visitor visitor = of("CMCC-99", "OPERATOR", "97", "", "CMCC");
        // The standard lists who is obliged; that is no measurement.
        assertThat(walked(visitor, OTHER_OPERATORS, path -> path.contains("/standard")))
                .isEmpty();
    }

    /** What it does not see is not counted either: of three obliged operators it is the only one. */
    @Test
    void anOperatorIsCountedAloneAmongThoseObliged() {
        Visitor visitor = of("CMCC-98", "OPERATOR", "97", "", "CMCC");
        assertThat(visitor.get("/e/counties/place?id=SIM-P01")
                        .page()
                        .select(".headline .big")
                        .text())
                .endsWith("/1");
        assertThat(visitor.get("/e/counties/places").page().select("td.nm b").eachText())
                .isNotEmpty()
                .allMatch(count -> count.endsWith("/1"));
        assertThat(visitor.get("/e/counties/lines").page().select("td.nm b").eachText())
                .allMatch(count -> count.endsWith("/1"));
    }

    @Test
    void aDepartmentSeesItsScenarioOnly() {
        Visitor visitor = of("EDU-99", "DEPARTMENT", "97", "EDU", "");
        assertThat(walked(visitor, Pattern.compile("SIM-P(?!03)|SIM-[LTMW]1"))).isEmpty();
    }

    @Test
    void anOwnerSeesItsPlacesOnly() {
        Visitor visitor = owner("OWNER-7", "SIM-P07");
        assertThat(walked(visitor, Pattern.compile("SIM-P(?!07)|SIM-[LTMW]1"))).isEmpty();
    }

    @Test
    void whatIsOutOfReachIsNotThereEvenForThoseWhoKnowItsAddress() {
        Visitor visitor = of("CMCC-9901", "OPERATOR", "970101", "", "CMCC");
        for (String path : List.of(
                "place?id=SIM-P01",
                "place/samples?id=SIM-P01",
                "place/samples.csv?id=SIM-P01",
                "line?id=SIM-L1",
                "replay?place=SIM-P01",
                "replay?line=SIM-L1&from=0&to=1000",
                "map/about?place=SIM-P01",
                "map/about?line=SIM-L1&from=0")) {
            assertThat(visitor.get("/e/counties/" + path).status()).as(path).isIn(400, 404);
        }
        for (String path : List.of(
                "file/points.csv",
                "file/sample.parquet",
                "file/summary.json",
                "file/report.html",
                "quality",
                "whatif")) {
            assertThat(visitor.get("/e/counties/" + path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void aReachWithNothingInItShowsEmptyPages() {
        Visitor visitor = of("ELSEWHERE", "ADMINISTRATION", "98", "", "");
        assertThat(walked(visitor, Pattern.compile("SIM-[A-Z]\\d|HIDDEN"))).isEmpty();
    }

    @Test
    void aComparisonBeginsWithTheRatesOfOnesOwnProvince() {
        String compare = "/e/counties/compare?with=counties-2024";
        Visitor province = of("PROVINCE-97", "ADMINISTRATION", "97", "", "");
        assertThat(province.get(compare).body()).contains("速率对照").contains("下行均值接入速率");
        Visitor county = of("COUNTY-97", "ADMINISTRATION", "970101", "", "");
        assertThat(county.get(compare).body()).contains("场景对照").doesNotContain("速率对照");
    }

    @Test
    void aProvinceBeginsWithItsOwnProgress() {
        String byProvince = "目标按省级地区统计";
        Visitor province = of("PROVINCE-97", "ADMINISTRATION", "97", "", "");
        assertThat(province.get("/e/counties").body()).doesNotContain(byProvince);
        assertThat(of("COUNTY-97", "ADMINISTRATION", "970101", "", "")
                        .get("/e/counties")
                        .body())
                .contains(byProvince);
    }
}
