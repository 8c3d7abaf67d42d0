package org.signalup.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Problem;
import org.signalup.intake.IntakeReport.FileReport;

/** Archives stand for the files in them. */
class ArchiveTest {
    private static final String HEADER = "observed_at,lon,lat,crs,operator,rat,rsrp_dbm,sinr_db";

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

    private static byte[] csv(int second) {
        String row = "2025-07-18T22:11:%02d+08:00,116.3975,39.9087,WGS84,CMCC,5G,-85.5,12.25".formatted(second);
        return (HEADER + "\n" + row + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> members(Object... namesAndContents) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            members.put((String) namesAndContents[i], (byte[]) namesAndContents[i + 1]);
        }
        return members;
    }

    private static List<String> names(IntakeReport report) {
        return report.files().stream().map(FileReport::file).toList();
    }

    private static List<String> passedOver(IntakeReport report) {
        return report.warnings().stream().map(Problem::file).toList();
    }

    @Test
    void everyKindOfArchiveStandsForTheFilesInIt() throws IOException {
        Map<String, byte[]> two = members("day/b.csv", csv(2), "a.csv", csv(1));
        Path sevenZip = Packer.sevenZip(folder.resolve("s.7z"), members("a.csv", csv(7)), null);
        IntakeReport report = desk.read(
                desk.bytes("z.zip", Packer.zip(two)),
                desk.bytes("t.tar", Packer.tar(members("c.csv", csv(3)))),
                desk.bytes("t.tar.gz", Desk.gzip(Packer.tar(members("d.csv.gz", Desk.gzip(csv(4)))))),
                desk.bytes("misnamed.csv", Packer.zip(members("e.csv", csv(5)))),
                desk.bytes("z.zip.gz", Desk.gzip(Packer.zip(members("f.csv", csv(6))))),
                sevenZip);

        assertThat(names(report))
                .containsExactly(
                        "misnamed.csv!/e.csv",
                        "s.7z!/a.csv",
                        "t.tar!/c.csv",
                        "t.tar.gz!/d.csv.gz",
                        "z.zip!/a.csv",
                        "z.zip!/day/b.csv",
                        "z.zip.gz!/f.csv");
        assertThat(report.read()).isEqualTo(7);
        assertThat(unpackedFolders()).isEmpty();
    }

    @Test
    void bzip2AndXzAreReadLikeGzipByThemselvesAndAroundArchives() throws IOException {
        IntakeReport report = desk.read(
                desk.bytes("a.csv.xz", Packer.xz(csv(1))),
                desk.bytes("b.csv.bz2", Packer.bzip2(csv(2))),
                desk.bytes("misnamed.csv", Packer.xz(csv(3))),
                desk.bytes("t.tar.xz", Packer.xz(Packer.tar(members("d.csv.bz2", Packer.bzip2(csv(4)))))),
                desk.bytes("t.tbz2", Packer.bzip2(Packer.tar(members("e.csv", csv(5))))),
                desk.bytes("z.zip.xz", Packer.xz(Packer.zip(members("f.csv.xz", Packer.xz(csv(1)))))));

        assertThat(names(report))
                .containsExactly("a.csv.xz", "b.csv.bz2", "misnamed.csv", "t.tar.xz!/d.csv.bz2", "t.tbz2!/e.csv");
        assertThat(report.duplicates()).containsExactly("z.zip.xz!/f.csv.xz");
        assertThat(unpackedFolders()).isEmpty();
    }

    @Test
    void damagedAndHostilePackedFilesAreRefusedInWords() {
        for (String ending : List.of("xz", "bz2")) {
            byte[] whole = ending.equals("xz") ? Packer.xz(csv(1)) : Packer.bzip2(csv(1));
            byte[] half = Arrays.copyOf(whole, whole.length - 12);
            byte[] flipped = whole.clone();
            flipped[whole.length / 2] ^= 0x55;
            String said = "x.csv." + ending + ": the packed file (bz2, xz) is truncated or damaged: " + ending
                    + " [PACKED_BROKEN]";
            assertThat(desk.refusals(desk.bytes("x.csv." + ending, half))).containsExactly(said);
            assertThat(desk.refusals(desk.bytes("x.csv." + ending, flipped))).containsExactly(said);
        }
        byte[] empties = Arrays.copyOf(csv(1), 80 << 20);
        Arrays.fill(empties, csv(1).length, empties.length, (byte) '\n');
        assertThat(desk.refusals(desk.bytes("bomb.csv.xz", Packer.xz(empties))))
                .singleElement()
                .asString()
                .contains("ARCHIVE_BOMB");
        assertThat(desk.refusals(desk.bytes("bomb.tar.xz", Packer.xz(Packer.tar(members("b.csv", empties))))))
                .singleElement()
                .asString()
                .contains("ARCHIVE_BOMB");
        assertThat(desk.refusals(desk.bytes("a.csv.zst", new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 4, 0})))
                .singleElement()
                .asString()
                .contains("Zstandard", "ARCHIVE_KIND");
    }

    @Test
    void theSameContentInAndOutsideOfAnArchiveIsCountedOnce() {
        IntakeReport report = desk.read(
                desk.bytes("a.zip", Packer.zip(members("x.csv", csv(1), "y.csv.gz", Desk.gzip(csv(1))))),
                desk.bytes("b.csv", csv(1)));

        assertThat(report.read()).isEqualTo(1);
        assertThat(report.duplicates()).containsExactly("a.zip!/y.csv.gz", "b.csv");
    }

    @Test
    void whatIsNoMeasurementIsPassedOverAndListed() {
        IntakeReport report = desk.read(desk.bytes(
                "a.zip",
                Packer.zip(members(
                        "x.csv", csv(1),
                        "LIZENZ.txt", text("CC BY 4.0"),
                        "说明.txt", text("测试说明"),
                        "__MACOSX/._x.csv", text("mac"),
                        "log/.DS_Store", text("mac"),
                        "log/photo.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8}))));

        assertThat(names(report)).containsExactly("a.zip!/x.csv");
        assertThat(passedOver(report))
                .containsExactlyInAnyOrder(
                        "a.zip!/LIZENZ.txt",
                        "a.zip!/说明.txt",
                        "a.zip!/__MACOSX/._x.csv",
                        "a.zip!/log/.DS_Store",
                        "a.zip!/log/photo.jpg");
    }

    @Test
    void namesOfChineseWindowsAreShownRight() {
        byte[] zip = Packer.zip(members("济南\\移动\\路测一.csv", csv(1)), Charset.forName("GB18030"));
        assertThat(names(desk.read(desk.bytes("a.zip", zip)))).containsExactly("a.zip!/济南/移动/路测一.csv");
    }

    @Test
    void archivesWithinArchivesAreReadThreeDeep() {
        byte[] third = Packer.zip(members("x.csv", csv(1)));
        byte[] second = Packer.tar(members("third.zip", third));
        byte[] first = Packer.zip(members("second.tar.gz", Desk.gzip(second)));
        assertThat(names(desk.read(desk.bytes("first.zip", first))))
                .containsExactly("first.zip!/second.tar.gz!/third.zip!/x.csv");

        byte[] fourth = Packer.zip(members("first.zip", first));
        assertThat(desk.refusals(desk.bytes("deep.zip", fourth)))
                .containsExactly("deep.zip: archives within archives, three deep at most:"
                        + " deep.zip!/first.zip!/second.tar.gz!/third.zip [ARCHIVE_DEEP]");
    }

    @Test
    void aFileWithinThatIsRefusedIsNamedWithItsArchive() {
        byte[] zip = Packer.zip(members("ok.csv", csv(1), "in/odd.csv", text("a,b\n1,2\n")));
        assertThat(desk.refusals(desk.bytes("a.zip", zip)))
                .singleElement()
                .asString()
                .startsWith("a.zip!/in/odd.csv: unknown format");
        assertThat(desk.refusals(desk.bytes("a.zip", Packer.zip(members("photo.jpg", text("x"))))))
                .singleElement()
                .asString()
                .startsWith("a.zip: no sample file");
    }

    @Test
    void bombsAreRefusedWhileTheyUnpack() throws IOException {
        byte[] empties = new byte[70 << 20];
        byte[] nested = Packer.zip(members("inner.zip", Packer.zip(members("empties.csv", empties))));
        Map<String, byte[]> crowd = new LinkedHashMap<>();
        for (int i = 0; i <= 20_000; i++) {
            crowd.put(i + ".csv", new byte[0]);
        }

        assertThat(desk.refusals(
                        desk.bytes("bomb.zip", Packer.zip(members("empties.csv", empties))),
                        desk.bytes("nested.zip", nested),
                        desk.bytes("bomb.csv.gz", Desk.gzip(empties)),
                        desk.bytes("crowd.zip", Packer.zip(crowd)),
                        desk.bytes("bomb.tar.gz", Desk.gzip(Packer.tar(members("empties.csv", empties)))),
                        Packer.sevenZip(folder.resolve("bomb.7z"), members("empties.csv", empties), null)))
                .hasSize(6)
                .filteredOn(line -> !line.startsWith("bomb.csv.gz"))
                .hasSize(5)
                .allMatch(line -> line.endsWith("[ARCHIVE_BOMB]"));
        assertThat(unpackedFolders()).isEmpty();
    }

    @Test
    void aGzippedFileThatUnpacksToTooMuchIsRefused() {
        byte[] header = (HEADER + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] bomb = Arrays.copyOf(header, 70 << 20);
        Arrays.fill(bomb, header.length, bomb.length, (byte) '\n');
        assertThat(desk.refusals(desk.bytes("bomb.csv.gz", Desk.gzip(bomb))))
                .singleElement()
                .asString()
                .endsWith("[ARCHIVE_BOMB]");
    }

    @Test
    void pathsThatLeadElsewhereAndNamesGivenTwiceAreRefused() throws IOException {
        List<Path> hostile = new ArrayList<>();
        for (String name : List.of("../../x.csv", "a/../../x.csv", "C:\\x.csv", "\\\\host\\x.csv", "a\u202Evsc.exe")) {
            hostile.add(desk.bytes("h" + hostile.size() + ".zip", Packer.zip(members(name, csv(1)))));
        }
        hostile.add(desk.bytes("abs.tar", Packer.tar(members("/etc/x.csv", csv(1)))));
        assertThat(desk.refusals(hostile.toArray(Path[]::new)))
                .hasSize(hostile.size())
                .allMatch(line -> line.endsWith("[ARCHIVE_UNSAFE]"));
        assertThat(desk.refusals(desk.bytes("twice.zip", Packer.zip(members("a/x.csv", csv(1), "a\\x.csv", csv(2))))))
                .containsExactly("twice.zip: a name appears twice in the archive: a/x.csv [ARCHIVE_NAME_TWICE]");
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(path -> path.endsWith("x.csv"))).isEmpty();
        }
        assertThat(folder.resolveSibling("x.csv")).doesNotExist();
    }

    @Test
    void linksAreNotFollowed() {
        IntakeReport report =
                desk.read(desk.bytes("a.tar", Packer.tar(members("link.csv", new byte[0], "x.csv", csv(1)))));
        assertThat(names(report)).containsExactly("a.tar!/x.csv");
        assertThat(passedOver(report)).containsExactly("a.tar!/link.csv");
    }

    @Test
    void encryptedArchivesAreRefusedInWords() {
        byte[] zip = Packer.zip(members("x.csv", csv(1)));
        zip[6] |= 1;
        int directory = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        zip[directory + 8] |= 1;
        assertThat(desk.refusals(
                        desk.bytes("a.zip", zip),
                        Packer.sevenZip(folder.resolve("b.7z"), members("x.csv", csv(1)), "secret".toCharArray())))
                .containsExactly(
                        "a.zip: the archive is encrypted, decrypt it first: x.csv [ARCHIVE_ENCRYPTED]",
                        "b.7z: the archive is encrypted, decrypt it first: 7z [ARCHIVE_ENCRYPTED]");
    }

    @Test
    void truncatedDamagedAndForeignArchivesAreRefused() throws IOException {
        byte[] zip = Packer.zip(members("x.csv", csv(1), "y.csv", csv(2)));
        byte[] tar = Packer.tar(members("x.csv", csv(1), "y.csv", csv(2)));
        byte[] seven = Files.readAllBytes(Packer.sevenZip(folder.resolve("whole.bin"), members("x.csv", csv(1)), null));
        byte[] flipped = zip.clone();
        flipped[60] ^= 0x55;
        assertThat(desk.refusals(
                        desk.bytes("cut.zip", Arrays.copyOf(zip, zip.length / 2)),
                        desk.bytes("flipped.zip", flipped),
                        desk.bytes("cut.tar", Arrays.copyOf(tar, 512 + 40)),
                        desk.bytes("cut.7z", Arrays.copyOf(seven, seven.length - 20)),
                        desk.bytes("old.rar", text("Rar!\u001A\u0007 and more"))))
                .hasSize(5)
                .anyMatch(line -> line.startsWith("old.rar") && line.endsWith("RAR [ARCHIVE_KIND]"))
                .filteredOn(line -> line.endsWith("[ARCHIVE_BROKEN]"))
                .hasSize(4);
    }

    @Test
    void realLogsInAnArchiveAreReadAsInTheirFolder() throws IOException {
        Path logs = Desk.SHARED.resolve("m-sn-gnettrack-dakar");
        if (!Files.isDirectory(logs)) {
            System.out.println("skipped: no ../shared/data/m-sn-gnettrack-dakar");
            return;
        }
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (Stream<Path> all = Files.list(logs)) {
            for (Path log : all.sorted().toList()) {
                members.put("dakar/" + log.getFileName(), Files.readAllBytes(log));
            }
        }
        desk.zone = ZoneId.of("Africa/Dakar");
        String sums =
                "SELECT COUNT(*), SUM(observed_ms), SUM(lon_e7), SUM(rsrp_mdbm), MIN(session_id) FROM sample_read";
        IntakeReport direct = desk.read(logs);
        List<String> rows = desk.rows(sums);
        IntakeReport packed = desk.read(desk.bytes("dakar.zip", Packer.zip(members)));

        assertThat(desk.rows(sums)).isEqualTo(rows);
        assertThat(packed.read()).isEqualTo(direct.read());
        assertThat(packed.files())
                .extracting(FileReport::digest)
                .containsExactlyElementsOf(
                        direct.files().stream().map(FileReport::digest).toList());
    }

    private List<String> unpackedFolders() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("unpacked"))
                    .toList();
        }
    }
}
