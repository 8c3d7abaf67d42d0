package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalup.store.DataFolder;
import org.signalup.web.Visitor.Reply;

/** Whoever brings what harms, as a program or with a browser, is told no in words, and nothing half written stays. */
class HostileUploadTest {
    private static final String API = "/api/v1/uploads";
    private static final String PAGE = "/uploads";
    private static final String FORM = "multipart/form-data; boundary=XX";
    private static final String GOOD =
            "observed_at,operator,rat,lon,lat,crs,rsrp_dbm\n2026-03-05T12:00:00+08:00,CMCC,5G,121.4,31.2,WGS84,-88\n";
    private static final int MANY = 12;

    private static String token;

    @TempDir
    Path folder;

    private Visitor person;
    private List<Path> before;

    @BeforeAll
    static void people() {
        Workshop.fill();
        token = Town.token(Town.account("hostile", Town.organisation("HOSTILE", "ASSESSOR", null, "{97}"), "MANAGER"));
    }

    @BeforeEach
    void signIn() {
        person = Town.visitor();
        person.signIn("hostile", Town.PASSWORD);
        before = lying();
    }

    @AfterEach
    void nothingHalfWrittenStays() {
        assertThat(lying()).containsExactlyInAnyOrderElementsOf(before);
    }

    private static DataFolder data() {
        return new DataFolder(
                Town.server().context().getBean(WebOptions.class).data().orElseThrow());
    }

    /** What is in the lake, and on its way to be read. */
    private static List<Path> lying() {
        return Stream.of(
                        data().lake().resolve("parts"),
                        data().uploads().resolve("arriving"),
                        data().uploads().resolve("work"))
                .filter(Files::isDirectory)
                .flatMap(HostileUploadTest::files)
                .toList();
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] form(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String head = "--XX\r\nContent-Disposition: form-data; name=\"basis\"\r\n\r\nOPEN_DATA\r\n"
                + "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n";
        bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(content);
        bytes.writeBytes("\r\n--XX--\r\n".getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static Reply program(String type, byte[] body) {
        return Town.ask(token, "POST", API, type, BodyPublishers.ofByteArray(body));
    }

    private String secret() {
        return person.get(PAGE).page().select("input[name=_csrf]").attr("value");
    }

    private Reply browser(String type, byte[] body) {
        return person.send(person.request(PAGE)
                .header("Content-Type", type)
                .header("X-CSRF-TOKEN", secret())
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    private static void saysNo(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("content-type")).startsWith("application/problem+json");
        assertThat(reply.body()).contains(code, "detail_zh", "detail_en").doesNotContain("Exception");
    }

    private static void showsNo(Reply reply, int status, String words) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.body()).contains("<h1", words).doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "text/csv", "application/octet-stream", "application/x-www-form-urlencoded"})
    void whatIsNoFormOfFilesIsRefused(String type) {
        byte[] body = GOOD.getBytes(StandardCharsets.UTF_8);
        saysNo(program(type, body), 415, "TYPE_UNSUPPORTED");
        showsNo(browser(type, body), 415, "请用表单上传");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=YY"})
    void aFormWhosePartsCannotBeToldApartIsRefused(String type) {
        byte[] body = form("a.csv", GOOD.getBytes(StandardCharsets.UTF_8));
        Reply reply = program(type, body);
        assertThat(reply.status()).as(reply.body()).isBetween(400, 422);
        assertThat(reply.body()).contains("detail_zh", "detail_en").doesNotContain("Exception");
        Reply page = browser(type, body);
        assertThat(page.status()).as(page.body()).isBetween(400, 422);
        assertThat(page.body()).contains("<h1").doesNotContain("Exception");
    }

    /** Sends bytes as they are and hangs up; what was answered until then. */
    private static String raw(String path, String headers, int announced, byte[] body) throws IOException {
        URI server = URI.create(Town.server().url());
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(30_000);
            String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Content-Type: " + FORM
                    + "\r\nConnection: close\r\nContent-Length: " + announced + "\r\n\r\n";
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.write(body);
            out.flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aBodyThatBreaksOffInTheMiddleIsNoUpload() throws IOException {
        byte[] whole = form("half.csv", GOOD.repeat(500).getBytes(StandardCharsets.UTF_8));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        String uploads = person.get(PAGE).body();
        assertThat(raw(API, "Authorization: Bearer " + token + "\r\n", whole.length, half))
                .doesNotContain("HTTP/1.1 20");
        assertThat(raw(PAGE, "Cookie: signalup=" + person.session() + "\r\n", whole.length, half))
                .doesNotContain("HTTP/1.1 20")
                .doesNotContain("HTTP/1.1 30");
        assertThat(person.get(PAGE).body().contains("half.csv"))
                .isEqualTo(uploads.contains("half.csv"))
                .isFalse();
    }

    @Test
    void whatComesBeyondTheLengthAnnouncedIsNotReadAsPartOfIt() throws IOException {
        byte[] whole = form("long.csv", GOOD.repeat(500).getBytes(StandardCharsets.UTF_8));
        assertThat(raw(API, "Authorization: Bearer " + token + "\r\n", whole.length / 2, whole))
                .startsWith("HTTP/1.1 400")
                .contains("UPLOAD_BROKEN", "没有传完");
        assertThat(person.get(PAGE).body()).doesNotContain("long.csv");
    }

    static Stream<String> badNames() {
        return Stream.of(
                "a\u0007b.csv", "a\u0000b.csv", "a\tb.csv", "a\u202Egpj.csv", "n".repeat(296) + ".csv", "..", "");
    }

    @ParameterizedTest
    @MethodSource("badNames")
    void aNameThatNoFileMayHaveIsRefused(String name) {
        byte[] body = form(name, GOOD.getBytes(StandardCharsets.UTF_8));
        Reply reply = program(FORM, body);
        assertThat(reply.status()).as(reply.body()).isBetween(400, 422);
        assertThat(reply.body()).contains("detail_zh", "detail_en").doesNotContain("Exception");
        Reply page = browser(FORM, body);
        assertThat(page.status()).as(page.body()).isBetween(400, 422);
        assertThat(page.body()).doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../etc/cron.d/zero.csv", "C:\\\\windows\\\\zero.csv", "/etc/zero.csv"})
    void ofAPathTheLastPartIsTheNameAndZeroBytesAreNoFile(String name) {
        saysNo(program(FORM, form(name, new byte[0])), 422, "FILE_EMPTY");
        Reply page = browser(FORM, form(name, new byte[0]));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("zero.csv", "文件为空").doesNotContain("cron.d", "windows");
    }

    private static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Refused once it was read: said by the program's and by the browser's door alike. */
    private void refusedWhenRead(String name, byte[] content, String code, String words) {
        Reply sent = program(FORM, form(name, content));
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        Reply read = Town.ask(token, "GET", sent.location(), null);
        for (int i = 0; i < 600 && read.body().matches("(?s).*\"state\":\"(READING|COMMITTING)\".*"); i++) {
            pause();
            read = Town.ask(token, "GET", sent.location(), null);
        }
        assertThat(read.body()).contains("\"state\":\"REFUSED\"", code).doesNotContain("Exception");
        String page = person.get(PAGE + sent.location().substring(API.length())).body();
        assertThat(page).contains(words).doesNotContain("Exception");
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aWorkbookWhoseEntitiesMultiplyIsRefused() {
        StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < MANY; i++) {
            bomb.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
        }
        bomb.append("]><worksheet>&a%d;</worksheet>".formatted(MANY - 1));
        byte[] book = zip("xl/worksheets/sheet1.xml", bomb.toString().getBytes(StandardCharsets.UTF_8));
        refusedWhenRead("bomb.xlsx", book, "XLSX_", "XLSX");
    }

    @Test
    void anArchiveThatUnpacksToFarTooMuchWithinAnotherIsRefused() {
        byte[] inner = zip("zeros.csv", new byte[300 << 20]);
        refusedWhenRead("nested.zip", zip("inner.zip", zip("deeper.zip", inner)), "ARCHIVE_BOMB", "解开后过大");
    }

    @Test
    void aMemberThatLeadsOutOfItsArchiveIsRefused() throws IOException {
        Path file = folder.resolve("out.7z");
        try (SevenZOutputFile archive = new SevenZOutputFile(file.toFile())) {
            SevenZArchiveEntry entry = new SevenZArchiveEntry();
            entry.setName("../../out.csv");
            archive.putArchiveEntry(entry);
            archive.write(GOOD.getBytes(StandardCharsets.UTF_8));
            archive.closeArchiveEntry();
        }
        refusedWhenRead("out.7z", Files.readAllBytes(file), "ARCHIVE_UNSAFE", "不安全的路径");
        assertThat(files(data().uploads()).map(one -> one.getFileName().toString()))
                .doesNotContain("out.csv");
    }
}
