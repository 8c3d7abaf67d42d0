package org.signalup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.cli.internal.terminal.Terminal;

/** What the verbs of the lake say and do; who writes at the same time is a process of its own. */
class LakeVerbsTest {
    @TempDir
    Path folder;

    private TinyWorld world;

    @BeforeEach
    void makeWorld() throws IOException {
        world = TinyWorld.in(folder);
        samples("a.csv", 2, 3);
        samples("b.csv", 3, 2);
    }

    /** A file with this many rows of one day in June. */
    private void samples(String name, int day, int rows) throws IOException {
        StringBuilder content = new StringBuilder(TinyWorld.HEADER);
        OffsetDateTime start = OffsetDateTime.parse("2025-06-0" + day + "T09:00:00+08:00");
        for (int row = 0; row < rows; row++) {
            content.append(TinyWorld.row(start.plusSeconds(row)));
        }
        world.samples(name, content.toString());
    }

    /** In this process; folders are below the test's. */
    private Run lake(String verb, String... more) {
        List<String> words = new ArrayList<>(List.of("lake", verb, "--lang", "en", "--lake", place("lake")));
        for (String word : more) {
            words.add(word.startsWith("samples") ? place(word) : word);
        }
        return run(words);
    }

    private static Run run(List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(words.toArray(String[]::new), Map.of(), Terminal.piped(out, err));
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String place(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void whatWasAddedIsListed() {
        Run first = lake("add", "samples/a.csv");
        assertThat(first)
                .isEqualTo(new Run(0, "batch b000001: 1 files, read 3 = kept 3 + rejected 0; 2025-06-02\n", ""));
        Run both = lake("add", "samples");
        assertThat(both.exitCode()).isZero();
        assertThat(both.out())
                .contains("batch b000002: 1 files, read 2 = kept 2", "there already, not added again: a.csv");
        Run again = lake("add", "samples");
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains("nothing new; the lake is unchanged");

        assertThat(lake("list").out()).contains("b000001", "b000002", "2025-06-02", "2025-06-03");
        assertThat(lake("list", "--csv").out().lines().map(line -> line.replaceAll("[0-9a-f]{64}", "DIGEST")))
                .startsWith(
                        "kind,batch,file,digest,date,rows,rejected,parts,bytes",
                        "file,b000001,a.csv,DIGEST,,3,0,,",
                        "file,b000002,b.csv,DIGEST,,2,0,,")
                .hasSize(5);
    }

    @Test
    void aLakeMayBeNamedByAUrlWhichOnlySparkReadsIfItIsOfNoDisk() {
        lake("add", "samples/a.csv");
        String url = folder.resolve("lake").toUri().toString();
        assertThat(run(List.of("lake", "list", "--lang", "en", "--lake", url)))
                .isEqualTo(lake("list"))
                .returns(0, Run::exitCode);
        Run unknown = run(List.of("lake", "list", "--lang", "en", "--lake", "s3a://bucket/lake"));
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("nothing here knows s3a://", "URL_UNUSABLE");
        Run embedded = run(List.of(
                "evaluate",
                "--lang",
                "en",
                "--ledger",
                place("ledger"),
                "--lake",
                "hdfs://host/lake",
                "--standard",
                "signal-upgrade-2025",
                "--out",
                place("out")));
        assertThat(embedded.exitCode()).isEqualTo(2);
        assertThat(embedded.err()).contains("a lake behind a URL is evaluated with --engine spark");
        assertThat(lake("compact", "--master", "yarn").err()).contains("--master goes with a lake behind a URL");
    }

    @Test
    void whatWasRecognisedAndWhichIdentifiersWereTakenOutIsSaid() throws IOException {
        world.samples(
                "phone.csv",
                TinyWorld.HEADER.strip() + ",imei\n"
                        + "2025-06-02T09:00:00+08:00,117.0,36.65,WGS84,CMCC,5G,d1,s1,-90,3,490154203237518\n");
        assertThat(lake("add", "samples/phone.csv").out())
                .contains("identifiers taken out: imei 1")
                .doesNotContain("490154203237518", "recognised");
    }

    @Test
    void aBatchOfWhichNothingWasKeptSaysWhatToDo() throws IOException {
        world.samples(
                "strange.csv",
                TinyWorld.HEADER + "2025-06-02T09:00:00+08:00,117.0,36.65,WGS84,NOBODY,5G,d1,s1,-90,3\n");
        assertThat(lake("add", "samples/strange.csv").out())
                .contains("rejected: OPERATOR_UNKNOWN 1", "not one row was kept", "lake withdraw b000001");
    }

    @Test
    void aRefusedFileAndAFolderThatIsNoLakeAreExitOne() throws IOException {
        world.samples("broken.csv", "no,such,format\n1,2,3\n");
        Run refused = lake("add", "samples");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("broken.csv", "FORMAT_UNKNOWN");
        assertThat(lake("list", "--csv").out()).hasLineCount(1);

        Run none = Run.of(folder, "lake", "list", "--lake", "samples", "--lang", "en");
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err()).contains("LAKE_ABSENT");
        assertThat(lake("add", "--wait", "long", "samples").exitCode()).isEqualTo(2);
    }

    @Test
    void aSecondProcessThatWritesIsRefusedOrWaits() throws IOException, InterruptedException {
        assertThat(lake("add", "samples/a.csv").exitCode()).isZero();
        Process waiting;
        try (FileChannel lock = FileChannel.open(folder.resolve("lake/.lock"), StandardOpenOption.WRITE)) {
            assertThat(lock.tryLock()).isNotNull();
            Run refused = Run.of(folder, "lake", "add", "--lang", "en", "--lake", "lake", "samples/b.csv");
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains("another process is writing to this lake", "LAKE_BUSY");
            assertThat(lake("list", "--csv").exitCode()).isZero();

            waiting = Run.builder(
                            folder,
                            Run.command("lake", "add", "--lake", "lake", "--wait", "300", "-q", "samples/b.csv"))
                    .start();
        }
        assertThat(waiting.waitFor()).isZero();
        assertThat(lake("list", "--csv").out()).contains("b.csv");
    }

    @Test
    void filesThatArriveAreTakenUntilTheProcessIsToldToEnd() throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        Process following = Run.builder(
                        folder, Run.command("lake", "follow", "--lang=en", "--lake=lake", "--settle=0", "samples"))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        await(following, said, "b000001: 2 files, read 5");
        samples("c.csv", 4, 7);
        await(following, said, "b000002: 1 files, read 7");

        following.destroy();

        assertThat(following.waitFor()).isZero();
        assertThat(lake("verify").err()).isEmpty();
        try (var names = Files.list(folder.resolve("lake"))) {
            assertThat(names.map(path -> path.getFileName().toString())).doesNotContain("work");
        }
    }

    private static void await(Process process, Path said, String words) throws IOException {
        while (process.isAlive() && !Files.readString(said).contains(words)) {
            Thread.onSpinWait();
        }
        assertThat(said).content().contains(words);
    }

    @Test
    void onceTakesWhatIsThereAndTellsWhatIsRefused() throws IOException {
        world.samples("broken.csv", "no,such,format\n1,2,3\n");
        Run first =
                lake("follow", "--once", "--settle", "0", "--basis", "contract", "--from-organisation", "甲", "samples");
        assertThat(Files.readString(folder.resolve("lake/lake.json"))).contains("\"kind\" : \"CONTRACT\"", "\"甲\"");
        assertThat(first.exitCode()).isEqualTo(1);
        assertThat(first.out()).contains("batch b000001: 2 files");
        assertThat(first.err())
                .contains("refused, left where it is: broken.csv")
                .contains("FORMAT_UNKNOWN");
        assertThat(lake("follow", "--once", "samples")).isEqualTo(new Run(0, "", ""));
        assertThat(lake("follow", "--once", "samples/a.csv").err()).contains("FOLDER_ABSENT");
        lake("withdraw", "b000001");
        assertThat(lake("list").out().replaceAll(" +", " "))
                .containsSubsequence("broken.csv refused", "a.csv withdrawn", "b.csv withdrawn");
        assertThat(lake("list", "--csv").out()).contains("refused,,broken.csv,", "withdrawn,,b.csv,");
    }

    @Test
    void damageIsNamedAndRepairedFromTheFilesThatHaveIt() throws IOException {
        assertThat(lake("add", "samples").exitCode()).isZero();
        Run sound = lake("verify");
        assertThat(sound.exitCode()).isZero();
        assertThat(sound.err()).isEmpty();
        Files.delete(folder.resolve("lake/parts/2025-06-03/00000002.parquet"));

        Run damaged = lake("verify");
        assertThat(damaged.exitCode()).isEqualTo(1);
        assertThat(damaged.err())
                .contains("parts/2025-06-03/00000002.parquet: the file is missing [MISSING]", "--repair");
        Run lost = lake("verify", "--repair");
        assertThat(lost.exitCode()).isEqualTo(1);
        assertThat(lost.err()).contains("must be added again: a.csv", "must be added again: b.csv");
        assertThat(lake("add", "samples").out()).contains("read 5 = kept 5");

        Files.delete(folder.resolve("lake/parts/2025-06-03/00000004.parquet"));
        Run repaired = lake("verify", "--repair", "--from", "samples");
        assertThat(repaired.exitCode()).isZero();
        assertThat(repaired.out()).contains("read again: a.csv", "the lake is sound");
        assertThat(lake("verify", "--from", "samples").exitCode()).isEqualTo(2);
    }

    @Test
    void batchesAreJoinedWithdrawnAndDevicesErased() throws IOException {
        samples("c.csv", 3, 4);
        lake("add", "samples/a.csv", "samples/b.csv");
        lake("add", "samples/c.csv");

        assertThat(lake("compact", "--date", "2025-06-03").out()).contains("joined 2 files to 1, 6 rows; 2025-06-03");
        assertThat(lake("compact").out()).contains("nothing to join");
        assertThat(lake("withdraw", "b000002").out()).contains("batch b000002 withdrawn: 1 files, 4 rows; 2025-06-03");
        assertThat(lake("withdraw", "b000002").err()).contains("BATCH_UNKNOWN");
        assertThat(lake("forget", "--device", "d1").out())
                .contains("5 rows erased (of 2 files); 2025-06-02 … 2025-06-03 (2)");
        assertThat(lake("forget", "--device", "").exitCode()).isEqualTo(2);
        assertThat(lake("list", "--csv").out()).contains("file,b000001,a.csv").doesNotContain("\ndate,");
        assertThat(Files.readString(folder.resolve("lake/log.jsonl")))
                .contains("forget")
                .doesNotContain("d1");
    }

    @Test
    void idsAreHashedWithAKeySamplesGoAfterADayAndADeviceIsStillFoundByIt() throws IOException {
        String keys = place("secret.keys");
        assertThat(lake("add", "samples", "--keys", keys, "--basis", "consent").exitCode())
                .isZero();
        assertThat(Files.readString(folder.resolve("lake/lake.json")))
                .contains("\"pseudonym_key\" : \"k1\"", "\"kind\" : \"CONSENT\"")
                .doesNotContain(Files.readString(Path.of(keys)).split(" ")[2].strip());
        assertThat(lake("add", "samples", "--basis", "whim").exitCode()).isEqualTo(2);
        assertThat(lake("purge", "--before", "2025-06-03").out())
                .contains("samples before 2025-06-03 purged: 3 rows (of 1 files); 2025-06-02");
        assertThat(lake("purge").out()).contains("0 rows");
        assertThat(lake("forget", "--device", "d1").out()).contains("0 rows erased");
        assertThat(lake("forget", "--device", "d1", "--keys", keys).out()).contains("2 rows erased");
        assertThat(lake("forget", "--device", "d1", "--keys", place("lost")).exitCode())
                .isEqualTo(1);
    }

    /** What an evaluation says of samples of an instrument whose device is d1, in files and in the lake. */
    @Test
    void samplesOfARegisteredDeviceAreJudgedAlikeFromFilesAndHashedFromTheLake() throws IOException {
        world.ledger(
                "instruments.csv",
                "instrument_id,device_ids,certificate_no,compared_on,comparison\nI1,d1,7,2025-05-01,ACCEPTED\n");
        assertThat(run(world.evaluate())).isZero();
        String files = Files.readString(world.out().resolve("places.csv"));
        assertThat(rejects("out")).hasSize(1);
        assertThat(lake("add", "samples", "--keys", place("secret.keys")).exitCode())
                .isZero();
        assertThat(run(ofLake("lake", "unnamed"))).isZero();
        assertThat(rejects("unnamed")).hasSize(6).last().asString().contains("INSTRUMENT_MISSING");
        Main.run(
                new String[] {
                    "lake",
                    "add",
                    "--lake",
                    place("named"),
                    "--keys",
                    place("secret.keys"),
                    "--ledger",
                    place("ledger"),
                    place("samples")
                },
                Map.of(),
                Terminal.piped(new ByteArrayOutputStream(), new ByteArrayOutputStream()));
        assertThat(run(ofLake("named", "judged"))).isZero();
        assertThat(rejects("judged")).hasSize(1);
        assertThat(Files.readString(folder.resolve("judged/places.csv"))).isEqualTo(files);
        world.ledger(
                "instruments.csv",
                "instrument_id,device_ids,certificate_no,compared_on,comparison\nI1,d1,7,2015-05-01,ACCEPTED\n");
        assertThat(run(world.evaluate("--replace"))).isZero();
        assertThat(run(ofLake("named", "refused"))).isZero();
        assertThat(rejects("refused")).hasSize(6).last().asString().contains(",I1,INSTRUMENT_UNCOMPARED,");
        assertThat(codes("refused")).isEqualTo(codes("out"));
    }

    /** Rejects without the message, which is in the language asked for. */
    private List<String> codes(String result) throws IOException {
        return rejects(result).stream()
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .toList();
    }

    @Test
    void rejectsOfFilesOfOneNameHaveOneOrderWhicheverCameFirst() throws IOException {
        String row = TinyWorld.row(OffsetDateTime.parse("2025-06-02T09:00:00+08:00"));
        for (String rat : List.of("Z9", "A9", "M9")) {
            Files.createDirectories(world.samples().resolve(rat));
            world.samples(rat + "/s.csv", TinyWorld.HEADER + row + row.replace(",5G,", "," + rat + ","));
            lake("add", "samples/" + rat);
        }
        assertThat(run(ofLake("lake", "judged"))).isZero();
        assertThat(rejects("judged"))
                .extracting(line -> line.split(",", 5)[3])
                .containsExactly("value", "A9", "M9", "Z9");
    }

    private List<String> rejects(String result) throws IOException {
        return Files.readAllLines(folder.resolve(result).resolve("rejects.csv"));
    }

    private String[] ofLake(String lake, String result) {
        return new String[] {
            "evaluate",
            "--ledger",
            place("ledger"),
            "--lake",
            place(lake),
            "--standard",
            "signal-upgrade-2025",
            "--out",
            place(result)
        };
    }

    private static int run(String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        return Main.run(words, Map.of(), Terminal.piped(said, said));
    }

    @Test
    void anEvaluationSaysWhatItReadAnew() {
        lake("add", "samples/a.csv");
        assertThat(judged("first", "en").out()).contains("  lake, 1 days: 0 found tallied", " 1 matched anew");
        lake("add", "samples/b.csv");
        assertThat(judged("second", "en").out()).contains("  lake, 2 days: 1 found tallied", " 1 matched anew");
        assertThat(judged("third", "zh").out()).contains("  数据湖 2 天：2 天沿用已有统计量", "0 天重新匹配");
    }

    private Run judged(String result, String language) {
        List<String> words = new ArrayList<>(List.of(ofLake("lake", result)));
        words.addAll(List.of("--lang", language));
        return run(words);
    }

    @Test
    void nothingIsLeftBesideWhatTheLakeLists() throws IOException {
        assertThat(lake("add", "samples").exitCode()).isZero();
        try (var names = Files.list(folder.resolve("lake"))) {
            assertThat(names.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(".lock", "lake.json", "log.jsonl", "parts", "batches");
        }
    }
}
