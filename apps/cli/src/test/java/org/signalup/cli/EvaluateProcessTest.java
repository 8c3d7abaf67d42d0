package org.signalup.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as a process: what it leaves on disk and says, when all is well and when it is not. */
class EvaluateProcessTest {
    private static final List<String> CONTRACT = List.of(
            "points.csv",
            "places.csv",
            "bins.csv",
            "sections.csv",
            "lines.csv",
            "rates.csv",
            "progress.csv",
            "plan.csv",
            "rejects.csv",
            "summary.json",
            "report.html",
            "manifest.json");

    @TempDir
    Path folder;

    private TinyWorld world;

    @BeforeEach
    void makeWorld() throws IOException {
        world = TinyWorld.in(folder);
    }

    @Test
    void wholeFolderAppearsAndPipedOutputIsPlainText() throws IOException {
        world.goodSamples(300);
        Run run = Run.of(folder, world.evaluate());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(CONTRACT)
                .allSatisfy(file -> assertThat(world.out().resolve(file)).exists());
        assertThat(run.out()).contains("samples: read 300 = kept 300", "report.html");
        assertThat(run.out().chars().filter(c -> c < ' ' && c != '\n').count()).isZero();
        assertThat(names(folder)).containsExactlyInAnyOrder("ledger", "samples", "out");
    }

    @Test
    void rowsThatWereNotJudgedAreSaid() throws IOException {
        world.goodSamples(30);
        Run outside = Run.of(folder, world.evaluate("--from=2025-07-01"));
        assertThat(outside.out())
                .contains("outside the period, not judged: 30")
                .doesNotContain("no coverage sample met");

        world.ledger(
                "keypoints.csv",
                "point_id,place_id,name,kind,lon,lat,crs,radius_m,indoor\nK1,P1,服务大厅,SERVICE_HALL,117.001,36.65,WGS84,50,false\n");
        Run elsewhere = Run.of(folder, world.evaluate("--replace"));
        assertThat(elsewhere.out()).contains("no coverage sample met a point or line of the ledger");
    }

    @Test
    void samplesThatAreAllLockedToANetworkMeetTheLedgerToo() throws IOException {
        Files.writeString(world.samples().resolve("locked.csv"), """
                observed_at,lon,lat,crs,operator,rat,test_mode,device_id,session_id,rsrp_dbm,sinr_db
                2025-08-01T09:00:00+08:00,117.0,36.65,WGS84,CMCC,4G,LOCK_4G,d1,s1,-90,12
                """);
        Run run = Run.of(folder, world.evaluate());
        assertThat(run.out()).contains("read 1").doesNotContain("no coverage sample met");
    }

    @Test
    void aggregatesOfInternetCompaniesStandBesideTheMeasurementsAndNeverInThem() throws IOException {
        world.goodSamples(300);
        Run.of(folder, world.evaluate());
        String services = Files.readString(world.out().resolve("services.csv"));
        String places = Files.readString(world.out().resolve("places.csv"));
        Files.writeString(folder.resolve("brought.csv"), """
                provider,method,from,to,division_code,operator,service,sessions,users,connect_share,stall_ratio
                Live Co,all sessions of phones,2025-06-01,2025-06-30,370000,CMCC,LIVE,5000,900,0.995,0.02
                Live Co,all sessions of phones,2025-06-01,2025-06-30,110000,CMCC,LIVE,5000,900,0.995,0.02
                Live Co,all sessions of phones,2025-06-01,2025-06-30,370000,CTCC,LIVE,10,9,0.995,0.02
                """);
        Run run = Run.of(folder, world.evaluate("--replace", "--aggregates=brought.csv"));
        assertThat(run.err()).isEmpty();
        assertThat(Files.readAllLines(world.out().resolve("service_aggregates.csv")))
                .contains(
                        "Live Co,all sessions of phones,2025-06-01,2025-06-30,370000,CMCC,LIVE,CONNECT,5000,900,0.995000,SHARE,0.99,0.97,GOOD,370000,,,",
                        "Live Co,all sessions of phones,2025-06-01,2025-06-30,370000,CMCC,LIVE,STALL_RATIO,5000,900,0.020000,SHARE,0.01,0.03,FAIR,370000,,,")
                .hasSize(3);
        assertThat(Files.readString(world.out().resolve("rejects.csv")))
                .contains(
                        "brought.csv,3,division_code,110000,DIVISION_UNKNOWN",
                        "brought.csv,4,sessions,10,SESSIONS_FEW");
        assertThat(Files.readString(world.out().resolve("report.html"))).contains("Live Co", "all sessions of phones");
        assertThat(Files.readString(world.out().resolve("services.csv"))).isEqualTo(services);
        assertThat(Files.readString(world.out().resolve("places.csv"))).isEqualTo(places);
    }

    @Test
    void checkInsCountAtAPointThatStandsWhereItsPlaceDoes() throws IOException {
        world.ledger("keypoints.csv", "point_id,place_id,name,kind,indoor\nK1,P1,服务大厅,SERVICE_HALL,true\n");
        StringBuilder rows = new StringBuilder("observed_at,point_id,operator,rat,device_id,rsrp_dbm,sinr_db\n");
        for (int second = 10; second < 60; second++) {
            rows.append("2025-06-02T09:00:").append(second).append("+08:00,K1,CMCC,5G,d1,-90.5,12.0\n");
        }
        world.samples("checkins.csv", rows.toString());
        Run run = Run.of(folder, world.evaluate());
        assertThat(run.err()).isEmpty();
        assertThat(Files.readAllLines(world.out().resolve("points.csv")))
                .filteredOn(row -> row.startsWith("K1,P1,,CMCC,ANY,"))
                .singleElement()
                .asString()
                .contains(",50,");
    }

    @Test
    void quietSaysNothing() throws IOException {
        world.goodSamples(100);
        Run run = Run.of(folder, world.evaluate("--quiet"));
        assertThat(run).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void folderWithContentNeedsReplace() throws IOException {
        world.goodSamples(100);
        Files.createDirectories(world.out());
        Files.writeString(world.out().resolve("mine.txt"), "keep");
        Run refused = Run.of(folder, world.evaluate());
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("is not empty; add --replace");
        assertThat(names(world.out())).containsExactly("mine.txt");

        Run replaced = Run.of(folder, world.evaluate("--replace"));
        assertThat(replaced.exitCode()).isZero();
        assertThat(names(world.out())).contains("report.html").doesNotContain("mine.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger", "samples", "."})
    void whatTheRunReadsIsNeverReplaced(String place) throws IOException {
        world.goodSamples(10);
        Run refused = Run.of(
                folder,
                "--lang=en",
                "evaluate",
                "--ledger=ledger",
                "--samples=samples",
                "--standard=signal-upgrade-2025",
                "--out=" + folder.resolve(place),
                "--replace");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("which replacing would delete");
        assertThat(names(folder)).containsExactlyInAnyOrder("ledger", "samples");
        assertThat(names(world.samples())).containsExactly("good.csv.gz");
    }

    @Test
    void everyProblemOfLedgerAndStandardIsToldAtOnce() throws IOException {
        world.goodSamples(10);
        world.ledger("keypoints.csv", """
                point_id,place_id,name,kind,lon,lat,crs,radius_m
                =K1,P1,a,SERVICE_HALL,117.0,36.65,WGS84,50
                K2,P9,b,SERVICE_HALL,117.0,36.65,WGS84,50
                K3,P1,c,SERVICE_HALL,117.0,36.65,WGS84,-5
                """);
        world.ledger("lines.geojson", """
                {"type":"FeatureCollection","features":[{"type":"Feature",
                "properties":{"line_id":"L1","name":"x","kind":"ROAD","division_codes":"370102"},
                "geometry":{"type":"LineString","coordinates":[[117.0,36.65]]}}]}
                """);
        String[] words = world.evaluate();
        words[List.of(words).indexOf("signal-upgrade-2025")] = "no-such-standard";
        Run run = Run.of(folder, words);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains(
                        "no-such-standard",
                        "keypoints.csv:2",
                        "keypoints.csv:3",
                        "keypoints.csv:4",
                        "lines.geojson",
                        "nothing was written");
        assertThat(world.out()).doesNotExist();
    }

    @Test
    void placeWithoutKeyPointsIsSaidAndNotMeasured() throws IOException {
        world.goodSamples(10);
        Path places = world.ledger().resolve("places.csv");
        Files.writeString(places, Files.readString(places) + "P2,无点位的场所,GOV,370102,117.0,36.65,WGS84\n");
        Run run = Run.of(folder, world.evaluate());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("places.csv:3", "P2", "PLACE_NO_POINTS");
        assertThat(Files.readString(world.out().resolve("places.csv"))).contains("P2,ALL,NOT_MEASURED,,0,");
    }

    static Stream<List<String>> refusedFiles() {
        String good = TinyWorld.HEADER + "2025-06-02T09:00:00+08:00,117.0,36.65,WGS84,CMCC,5G,d1,s1,-90,12\n";
        return Stream.of(
                List.of("FILE_EMPTY", "empty.csv", ""),
                List.of("NOT_TEXT", "garbage.csv", "\u0000\u0001\u0002\u0003garbage\u0000".repeat(500)),
                List.of("WRONG_DELIMITER", "pipes.csv", good.replace(',', '|')),
                List.of("LINE_TOO_LONG", "long.csv", TinyWorld.HEADER + "x".repeat(3_000_000)),
                List.of("CRS_ABSENT", "nocrs.csv", good.replace("crs,", "").replace("WGS84,", "")),
                List.of("GZIP_BROKEN", "cut.csv.gz", "\u001f"));
    }

    @ParameterizedTest
    @MethodSource("refusedFiles")
    void oneRefusedFileRefusesTheRun(List<String> file) throws IOException {
        world.goodSamples(20);
        byte[] content = file.get(2).getBytes(StandardCharsets.UTF_8);
        if (file.get(1).endsWith(".gz")) {
            byte[] whole = Files.readAllBytes(world.samples().resolve("good.csv.gz"));
            content = java.util.Arrays.copyOf(whole, whole.length / 2);
        }
        Files.write(world.samples().resolve(file.get(1)), content);
        Run run = Run.of(folder, world.evaluate());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(file.get(0), file.get(1));
        assertThat(names(folder)).containsExactlyInAnyOrder("ledger", "samples");
    }

    @Test
    void badRowsAreListedAndTheRestCounts() throws IOException {
        world.goodSamples(100);
        world.samples("odd.csv", TinyWorld.HEADER + """
                        2025-06-02T09:00:00,117.0,36.65,WGS84,CMCC,5G,d2,s2,-90,12
                        2025-06-02T09:00:01+08:00,117.0,36.65,WGS84,NOBODY,5G,d2,s2,-90,12
                        2025-06-02T09:00:02+08:00,117.0,36.65,WGS84,CMCC,6G,d2,s2,-90,12
                        2025-06-02T09:00:03+08:00,117.0,36.65,PLUTO,CMCC,5G,d2,s2,-90,12
                        2025-06-02T09:00:04+08:00,117.0,36.65,WGS84,CMCC,5G,d2,s2,NaN,12
                        2025-06-02T09:00:05+08:00,117.0,36.65,WGS84,CMCC,5G,d2,s2,-90,12
                        2025-06-09T09:00:05+08:00,117.0,36.65,WGS84,CMCC,5G,d2,s2,-90,12
                        """);
        Run run = Run.of(folder, world.evaluate("--as-of", "2025-06-03"));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("samples: read 107 = kept 101 + thinned 0 + rejected 6");
        assertThat(Files.readString(world.out().resolve("rejects.csv")))
                .contains(
                        "TIME_NO_ZONE",
                        "OPERATOR_UNKNOWN",
                        "RAT_UNKNOWN",
                        "CRS_UNKNOWN",
                        "NUMBER_INVALID",
                        "AFTER_AS_OF");
    }

    @Test
    void sameFileGivenTwiceCountsOnceAndIsSaid() throws IOException {
        world.goodSamples(50);
        Files.copy(world.samples().resolve("good.csv.gz"), world.samples().resolve("again.csv.gz"));
        Run run = Run.of(folder, world.evaluate());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("read 50 =", "given twice, counted once");
    }

    @Test
    void killedRunLeavesTheOldResultWholeAndTheNextRunWorks() throws IOException, InterruptedException {
        world.goodSamples(200);
        assertThat(Run.of(folder, world.evaluate()).exitCode()).isZero();
        String before = Files.readString(world.out().resolve("manifest.json"));
        world.goodSamples(600_000);
        killInTheMiddle(Run.command(world.evaluate("--replace")));
        assertThat(Files.readString(world.out().resolve("manifest.json"))).isEqualTo(before);

        world.goodSamples(300);
        Run next = Run.of(folder, world.evaluate("--replace"));
        assertThat(next.exitCode()).isZero();
        assertThat(next.out()).contains("read 300");
        assertThat(names(folder)).containsExactlyInAnyOrder("ledger", "samples", "out");
    }

    /** Kills the process as soon as it has begun to write beside its result. */
    private void killInTheMiddle(List<String> command) throws IOException, InterruptedException {
        Process process = Run.builder(folder, command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Instant patience = Instant.now().plus(Duration.ofSeconds(60));
        while (names(folder).stream().noneMatch(name -> name.contains(".partial-"))) {
            assertThat(Instant.now())
                    .as("a private folder should have appeared")
                    .isBefore(patience);
            assertThat(process.isAlive()).as("the run should still be going").isTrue();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        TimeUnit.MILLISECONDS.sleep(300);
        assertThat(process.isAlive()).as("the run should still be going").isTrue();
        process.destroyForcibly().waitFor();
    }

    @Test
    void fullDiskIsSaidAndLeavesNothing() throws IOException {
        world.goodSamples(50_000);
        Path disk = Files.createDirectories(folder.resolve("disk"));
        List<String> java = Run.command(world.evaluate());
        String out = disk.resolve("out").toString();
        java.set(java.indexOf(world.out().toString()), out);
        List<String> command = new ArrayList<>(
                List.of(
                        "unshare",
                        "-rm",
                        "sh",
                        "-c",
                        "mount -t tmpfs -o size=200k none \"$0\" && \"$@\"; code=$?; echo \"left: $(ls -A \"$0\")\" >&2; exit $code"));
        assumeTrue(canMount(disk), "a small file system cannot be mounted here");
        command.add(disk.toString());
        command.addAll(java);
        Run run = Run.of(folder, command);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Disk full; nothing was written").endsWith("left: \n");
    }

    @Test
    void aLakeThatMayOnlyBeReadIsEvaluatedAndKeepsNothing() throws IOException {
        world.goodSamples(300);
        Path lake = folder.resolve("lake");
        Run.of(folder, "lake", "add", "--lake", lake.toString(), world.samples().toString());
        assumeTrue(canMount(Files.createDirectories(folder.resolve("disk"))), "no file system can be mounted here");

        Run first = onlyReading(lake, evaluateLake());
        assertThat(first.err()).isEmpty();
        assertThat(first.exitCode()).isZero();
        assertThat(first.out())
                .contains("1 matched anew", "the lake may only be read: the tallies of 1 days were not kept in it");
        byte[] places = Files.readAllBytes(world.out().resolve("places.csv"));
        assertThat(lake.resolve("tallies")).doesNotExist();

        Run kept = Run.of(folder, evaluateLake());
        assertThat(kept.out()).contains("1 matched anew").doesNotContain("not kept");
        assertThat(world.out().resolve("places.csv")).hasBinaryContent(places);
        Run found = onlyReading(lake, evaluateLake());
        assertThat(found.out()).contains("1 found tallied").doesNotContain("not kept");
        assertThat(world.out().resolve("places.csv")).hasBinaryContent(places);
    }

    private String[] evaluateLake() {
        List<String> words = new ArrayList<>(List.of(world.evaluate("--replace")));
        words.set(words.indexOf("--samples") + 1, folder.resolve("lake").toString());
        words.set(words.indexOf("--samples"), "--lake");
        return words.toArray(String[]::new);
    }

    /** With a folder as on a medium that cannot be written. */
    private Run onlyReading(Path place, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "unshare",
                "-rm",
                "sh",
                "-c",
                "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\" && exec \"$@\"",
                place.toString()));
        command.addAll(Run.command(arguments));
        return Run.of(folder, command);
    }

    private boolean canMount(Path disk) {
        try {
            return Run.of(folder, List.of("unshare", "-rm", "mount", "-t", "tmpfs", "none", disk.toString()))
                            .exitCode()
                    == 0;
        } catch (java.io.UncheckedIOException e) {
            return false;
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> child.getFileName().toString()).toList();
        }
    }
}
