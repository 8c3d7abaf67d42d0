package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Reach;
import org.signalup.web.Crawl.Visited;
import org.signalup.web.internal.catalog.ResultReach;

/** Pages of a town of two counties, read by somebody who sees a part of it. */
class ReachOfPagesTest {
    /** Places of the other county, its lines, and its samples' files. */
    private static final Pattern FOREIGN = Pattern.compile("SIM-P0[1-5]|SIM-L[1-4]|SIM-T1|SIM-W1|HIDDEN");

    private static final Pattern OTHER_OPERATORS = Pattern.compile("CTCC|CUCC|CBN|中国电信|中国联通|中国广电");

    /** Whoever reads the town in a test sees this. */
    private static Reach reach = Reach.NOTHING;

    @TempDir
    static Path folder;

    private static WebServer server;

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
                990000,模拟省,,,
                990100,模拟市,990000,,
                990101,模拟县,990100,,
                990102,HIDDEN县,990100,,
                """);
        Path evaluations = Files.createDirectories(folder.resolve("evaluations"));
        Served.evaluate(evaluations.resolve("before"), "signal-upgrade-2024", Served.SAMPLES, ledger);
        Served.evaluate(evaluations.resolve("now"), "signal-upgrade-2025", Served.SAMPLES, ledger);
        server = WebServer.start(
                WebOptions.of(evaluations, 0),
                context -> context.registerBean(
                        "partReach",
                        ResultReach.class,
                        () -> request -> reach,
                        definition -> definition.setPrimary(true)));
    }

    @AfterAll
    static void stop() {
        server.close();
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
                            ? line.replace("990101", "990102")
                                    .replace("模拟镇", "HIDDEN镇")
                                    .replace("\"name\":\"", "\"name\":\"HIDDEN")
                            : line);
        }
        return moved.toString();
    }

    private static Reach limits(String divisions, String scenarios, String operators, String places) {
        return new Reach(limit(divisions), limit(scenarios), limit(operators), limit(places));
    }

    private static Optional<Set<String>> limit(String codes) {
        return codes.isEmpty() ? Optional.empty() : Optional.of(Set.of(codes.split(" ")));
    }

    /** Addresses of what says something it must not, with the first such words. */
    private static List<String> walked(Pattern pattern, Predicate<String> except) {
        Crawl crawl = Crawl.of(server.url(), "now");
        assertThat(crawl.visited())
                .hasSizeGreaterThan(20)
                .allSatisfy(visited -> assertThat(visited.status())
                        .as("%s, linked from %s", visited.path(), visited.from())
                        .isEqualTo(200));
        return crawl.visited().stream()
                .filter(visited -> !except.test(visited.path()))
                .flatMap(visited -> said(visited, pattern).stream())
                .toList();
    }

    private static Optional<String> said(Visited visited, Pattern pattern) {
        Matcher found = pattern.matcher(visited.body());
        return found.find()
                ? Optional.of(visited.path() + ": "
                        + visited.body().substring(Math.max(0, found.start() - 60), found.end()))
                : Optional.empty();
    }

    private static List<String> walked(Pattern pattern) {
        return walked(pattern, path -> false);
    }

    @Test
    void aCountySeesNothingOfAnotherOnAnyPageOrInAnyFile() {
        reach = limits("990101", "", "", "");
        assertThat(walked(FOREIGN)).isEmpty();
    }

    @Test
    void anOperatorSeesNoOtherOperatorOnAnyPageOrInAnyFile() {
        reach = limits("", "", "CMCC", "");
        // The standard lists who is obliged; that is no measurement.
        assertThat(walked(OTHER_OPERATORS, path -> path.contains("/standard"))).isEmpty();
    }

    @Test
    void aDepartmentSeesItsScenarioOnly() {
        reach = limits("", "EDU", "", "");
        assertThat(walked(Pattern.compile("SIM-P(?!03)|SIM-[LTMW]1"))).isEmpty();
    }

    @Test
    void anOwnerSeesItsPlacesOnly() {
        reach = limits("", "", "", "SIM-P07");
        assertThat(walked(Pattern.compile("SIM-P(?!07)|SIM-[LTMW]1"))).isEmpty();
    }

    @Test
    void whatIsOutOfReachIsNotThereEvenForThoseWhoKnowItsAddress() {
        reach = limits("990101", "", "CMCC", "");
        for (String path : List.of(
                "place?id=SIM-P01",
                "place/samples?id=SIM-P01",
                "place/samples.csv?id=SIM-P01",
                "line?id=SIM-L1",
                "replay?place=SIM-P01",
                "replay?line=SIM-L1&from=0&to=1000",
                "map/about?place=SIM-P01",
                "map/about?line=SIM-L1&from=0")) {
            Served.Answer answer = Served.get(server.url(), "/e/now/" + path);
            assertThat(answer.status()).as(path).isIn(400, 404);
        }
        for (String path : List.of(
                "file/points.csv",
                "file/sample.parquet",
                "file/summary.json",
                "file/report.html",
                "quality",
                "whatif")) {
            assertThat(Served.get(server.url(), "/e/now/" + path).status())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void aReachWithNothingInItShowsEmptyPages() {
        reach = Reach.NOTHING;
        assertThat(walked(Pattern.compile("SIM-[A-Z]\\d|HIDDEN"))).isEmpty();
    }
}
