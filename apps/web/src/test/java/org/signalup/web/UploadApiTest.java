package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.signalup.store.DataFolder;

/** Programs bring files: sent, read, corrected, taken; what is hostile leaves nothing. */
class UploadApiTest {
    private static final String PATH = "/api/v1/uploads";
    private static final String TYPE = "multipart/form-data; boundary=XX";
    private static final String HEADER = "observed_at,operator,rat,lon,lat,crs,rsrp_dbm\n";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private static String token;
    private static String stranger;

    @BeforeAll
    static void people() {
        Workshop.fill();
        token = Town.token(Town.account("up-api", Town.organisation("UP-API", "ASSESSOR", null, "{97}"), "MANAGER"));
        stranger = Town.token(
                Town.account("up-other", Town.organisation("UP-OTHER", "ASSESSOR", null, "{97}"), "MANAGER"));
    }

    private static String row(String lonLat) {
        return "2026-03-05T10:%02d:00+08:00,CMCC,5G,%s,WGS84,-88\n".formatted(NEXT.incrementAndGet(), lonLat);
    }

    private static String part(String disposition, String content) {
        return "--XX\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    }

    private static String body(String name, String content) {
        return part("name=\"basis\"", "OPEN_DATA")
                + part("name=\"file\"; filename=\"" + name + "\"", content)
                + "--XX--\r\n";
    }

    private static Visitor.Reply send(String body) {
        return Town.ask(token, "POST", PATH, TYPE, BodyPublishers.ofString(body));
    }

    private static Visitor.Reply settled(String path) {
        Visitor.Reply reply = Town.ask(token, "GET", path, null);
        for (int i = 0; i < 600 && reply.body().matches("(?s).*\"state\":\"(READING|COMMITTING)\".*"); i++) {
            pause();
            reply = Town.ask(token, "GET", path, null);
        }
        return reply;
    }

    private static List<String> lying() {
        Path uploads = new DataFolder(
                        Town.server().context().getBean(WebOptions.class).data().orElseThrow())
                .uploads();
        try (Stream<Path> files = Files.walk(uploads.resolve("arriving"))) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    @Test
    void sentReadCorrectedAndTaken() {
        Visitor.Reply sent = send(body("swapped.csv", HEADER + row("31.2,121.4")));
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        String path = sent.location();
        assertThat(path).startsWith(PATH + "/");
        assertThat(settled(path).body()).contains("\"state\":\"READ\"", "\"basis\":\"OPEN_DATA\"");
        assertThat(Town.ask(token, "GET", path + "/findings", null).body())
                .contains("LON_LAT_SWAPPED", "经纬度", "LAT_RANGE");
        String before = settled(path).header("etag");
        assertThat(Town.ask(token, "POST", path + "/commit", null).status()).isEqualTo(428);
        assertThat(Town.ask(token, "POST", path + "/commit", null, "If-Match", before)
                        .status())
                .isEqualTo(422);
        String correction = "{\"file\": \"swapped.csv\", \"swapped\": true}";
        assertThat(Town.ask(token, "POST", path + "/corrections", correction, "If-Match", before)
                        .status())
                .isEqualTo(202);
        assertThat(settled(path).body()).contains("\"swapped\":true");
        assertThat(Town.ask(token, "POST", path + "/commit", null, "If-Match", before)
                        .status())
                .isEqualTo(412);
        String now = settled(path).header("etag");
        assertThat(Town.ask(token, "POST", path + "/commit", null, "If-Match", now)
                        .status())
                .isEqualTo(202);
        assertThat(settled(path).body()).contains("\"state\":\"COMMITTED\"", "\"lake_batch\":\"b0");
    }

    @Test
    void aDriveTestOfARegisteredDeviceIsJudgedWithItsInstrumentAndItsIdIsKeptNowhere() throws IOException {
        String id = "350000000000033";
        String root = Town.token(Town.id("account", "login", Town.MANAGER));
        String scanner = "{\"instrument_id\":\"UP-SCANNER\",\"name\":\"扫频仪\",\"device_ids\":[\"" + id + "\"],"
                + "\"certificate_no\":\"校 9 号\",\"compared_on\":\"2026-02-01\",\"comparison\":\"ACCEPTED\"}";
        assertThat(Town.ask(root, "POST", "/api/v1/instruments?reason=new", scanner)
                        .status())
                .isEqualTo(201);
        String header = HEADER.strip() + ",device_id\n";
        String known = row("116.4,39.9").strip() + "," + id + "\n";
        String unknown = row("116.4,39.9").strip() + ",350000000000041\n";
        String path =
                send(body("drive-" + id + ".csv", header + known + unknown)).location();
        String tag = settled(path).header("etag");
        Town.ask(token, "POST", path + "/commit", null, "If-Match", tag);
        assertThat(settled(path).body()).contains("\"state\":\"COMMITTED\"").doesNotContain(id);

        String job = Town.ask(
                        root,
                        "POST",
                        "/api/v1/jobs",
                        "{\"name\":\"up-judged\",\"standard\":\"signal-upgrade-2025\",\"from\":\"2026-03-05\",\"to\":\"2026-03-05\"}")
                .header("location");
        String done = Town.ask(root, "GET", job, null).body();
        for (int i = 0; i < 900 && done.matches("(?s).*\"state\":\"(QUEUED|RUNNING)\".*"); i++) {
            pause();
            done = Town.ask(root, "GET", job, null).body();
        }
        assertThat(done).contains("\"state\":\"DONE\"");
        DataFolder data = new DataFolder(
                Town.server().context().getBean(WebOptions.class).data().orElseThrow());
        String refused = Files.readString(data.evaluations().resolve("up-judged/rejects.csv"));
        assertThat(refused.lines().filter(line -> line.contains("drive-p")).toList())
                .hasSize(1)
                .allMatch(line -> line.contains("INSTRUMENT_MISSING"));
        for (Path folder : List.of(data.lake(), data.uploads().resolve("readings"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                assertThat(files.filter(Files::isRegularFile).filter(file -> holds(file, id)))
                        .isEmpty();
            }
        }
    }

    private static boolean holds(Path file, String id) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(id);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Visitor.Reply profile(String who, String yaml) {
        return Town.ask(who, "POST", "/api/v1/profiles", "application/yaml", BodyPublishers.ofString(yaml));
    }

    private static String yaml(String id, String name, String time, String level) {
        return """
                id: %s
                name: {zh: "%s", en: "own"}
                detect: {required: [%s, %s]}
                crs: WGS84
                columns:
                  - {to: observed_at, from: [%s]}
                  - {to: lon, from: [x]}
                  - {to: lat, from: [y]}
                  - {to: rsrp_dbm, from: [%s]}
                constants: {operator: CMCC, rat: 5G, source: DRIVE}
                """.formatted(id, name, time, level, time, level);
    }

    @Test
    void aProfileIsBroughtInVersionsAndAnUploadIsReadAnewWithIt() {
        String yaml = yaml("up-sonde", "自研探针", "when", "level");
        String path = send(body("sonde.csv", "when,x,y,level\n2026-03-05T11:00:00+08:00,121.4,31.2,-91\n"))
                .location();
        assertThat(settled(path).body()).contains("\"state\":\"REFUSED\"", "FORMAT_UNKNOWN");
        assertThat(profile(token, yaml.replace("rsrp_dbm", "rsrq_of_moon")).status())
                .isEqualTo(422);

        Visitor.Reply added = profile(token, yaml);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.location()).isEqualTo("/api/v1/profiles/up-sonde/versions/1");
        assertThat(profile(token, yaml.replace("自研探针", "自研探针二型")).location()).endsWith("/versions/2");
        assertThat(Town.ask(token, "GET", "/api/v1/profiles/up-sonde", null).body())
                .containsSubsequence("自研探针二型", "\"version\":1");
        assertThat(Town.ask(token, "GET", added.location(), null).body())
                .contains("to: rsrp_dbm")
                .doesNotContain("二型");

        String order = "{\"basis\":\"OPEN_DATA\",\"profile\":\"up-sonde\"}";
        assertThat(Town.ask(token, "POST", path + "/order", order).status()).isEqualTo(428);
        assertThat(Town.ask(
                                token,
                                "POST",
                                path + "/order",
                                "{}",
                                "If-Match",
                                settled(path).header("etag"))
                        .status())
                .isEqualTo(422);
        assertThat(Town.ask(
                                token,
                                "POST",
                                path + "/order",
                                order,
                                "If-Match",
                                settled(path).header("etag"))
                        .status())
                .isEqualTo(202);
        assertThat(settled(path).body()).contains("\"state\":\"READ\"");
        assertThat(Town.ask(token, "GET", path + "/findings", null).body()).contains("up-sonde");
    }

    @Test
    void othersUseAProfileOnlyOnceItIsShared() {
        String yaml = yaml("up-shared", "共享的", "moment", "strength");
        assertThat(profile(token, yaml).status()).isEqualTo(201);
        assertThat(Town.ask(stranger, "GET", "/api/v1/profiles/up-shared", null).status())
                .isEqualTo(404);
        assertThat(profile(stranger, yaml).status()).isEqualTo(422);
        String sharing = "/api/v1/profiles/up-shared/sharing";
        assertThat(Town.ask(stranger, "POST", sharing, "{\"shared\":true}").status())
                .isEqualTo(404);
        assertThat(Town.ask(token, "POST", sharing, "{\"shared\":true}").status())
                .isEqualTo(200);
        assertThat(Town.ask(stranger, "GET", "/api/v1/profiles?limit=1000", null)
                        .body())
                .contains("up-shared");
    }

    @Test
    void othersSeeNothingOfIt() {
        String path = send(body("mine.csv", HEADER + row("121.4,31.2"))).location();
        String tag = settled(path).header("etag");
        assertThat(Town.ask(stranger, "GET", path, null).status()).isEqualTo(404);
        assertThat(Town.ask(stranger, "GET", path + "/findings", null).status()).isEqualTo(404);
        assertThat(Town.ask(stranger, "POST", path + "/discard", null, "If-Match", tag)
                        .status())
                .isEqualTo(404);
        assertThat(Town.ask(stranger, "GET", PATH, null).body()).doesNotContain("mine.csv");
        assertThat(Town.ask(token, "POST", path + "/discard", null, "If-Match", tag)
                        .body())
                .contains("\"state\":\"DISCARDED\"");
    }

    @Test
    void whatIsNoFormOrSaysNoGroundIsRefusedInWords() {
        Visitor.Reply json = Town.ask(token, "POST", PATH, "{}");
        assertThat(json.status()).isEqualTo(415);
        assertThat(json.header("content-type")).startsWith("application/problem+json");
        Visitor.Reply ground = send(part("name=\"basis\"", "BECAUSE")
                + part("name=\"file\"; filename=\"a.csv\"", HEADER + row("121.4,31.2"))
                + "--XX--\r\n");
        assertThat(ground.status()).isEqualTo(422);
        assertThat(ground.body()).contains("请选择来源依据");
        assertThat(send(body("empty.csv", "")).body()).contains("FILE_EMPTY");
        assertThat(send(body("..", HEADER)).body()).contains("NAME_INVALID");
        assertThat(lying()).isEmpty();
    }

    @Test
    void whatBreaksOffHalfwayOrStandsStillLeavesNothing() throws IOException {
        String known = Town.ask(token, "GET", PATH, null).body();
        URI server = URI.create(Town.server().url());
        String head = "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: " + TYPE + "\r\nContent-Length: 100000\r\n\r\n";
        String half = body("half.csv", HEADER + row("121.4,31.2")).replace("--XX--\r\n", "");
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write((head + half).getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write((head + half).getBytes(StandardCharsets.UTF_8));
            out.flush();
            // Whoever says nothing for long is let go; a page is answered meanwhile.
            assertThat(Town.visitor().get("/sign-in").status()).isEqualTo(200);
            String said = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
            assertThat(said).doesNotContain(" 20");
        }
        assertThat(Town.ask(token, "GET", PATH, null).body()).isEqualTo(known);
        assertThat(lying()).isEmpty();
    }

    private static Socket opened(String path, String headers) throws IOException {
        URI server = URI.create(Town.server().url());
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(30_000);
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Content-Type: " + TYPE
                + "\r\nContent-Length: 100000\r\n\r\n";
        socket.getOutputStream().write((head + part("name=\"basis\"", "OPEN_DATA")).getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    /** What somebody is answered who sends a few bytes now and again. */
    private static String dribble(Socket socket) throws IOException {
        try (socket) {
            for (int i = 0; i < 100 && socket.getInputStream().available() == 0; i++) {
                socket.getOutputStream().write("a dribbling few\r\n".getBytes(StandardCharsets.UTF_8));
                Thread.sleep(100);
            }
            byte[] said = new byte[1 << 14];
            int length = socket.getInputStream().read(said);
            return new String(said, 0, Math.max(0, length), StandardCharsets.UTF_8);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoeverDribblesIsLetGoInWordsAndNobodyWaitsForHim() throws IOException {
        assertThat(dribble(opened(PATH, "Authorization: Bearer " + token + "\r\n")))
                .startsWith("HTTP/1.1 408")
                .contains("BODY_TOO_SLOW", "传得太慢");
        // A form of somebody who has not even signed in is read before that is known.
        assertThat(dribble(opened("/uploads", ""))).startsWith("HTTP/1.1 408").contains("传得太慢");
        assertThat(lying()).isEmpty();
    }

    @Test
    void onePersonSendsSoManyFilesAtOnceAndOthersAreNotKeptWaiting() throws IOException {
        String mine = "Authorization: Bearer " + token + "\r\n";
        try (Socket first = opened(PATH, mine);
                Socket second = opened(PATH, mine);
                Socket third = opened(PATH, mine)) {
            awaitTaken(first, second, third);
            assertThat(dribble(opened(PATH, mine)))
                    .startsWith("HTTP/1.1 429")
                    .contains("TOO_MANY_ARRIVING", "Retry-After");
            assertThat(Town.ask(stranger, "POST", PATH, TYPE, BodyPublishers.ofString(body("..", HEADER)))
                            .status())
                    .isEqualTo(422);
            assertThat(Town.visitor().get("/sign-in").status()).isEqualTo(200);
        }
    }

    /** The server has begun to read what each of them sends. */
    private static void awaitTaken(Socket... sockets) throws IOException {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        for (Socket socket : sockets) {
            assertThat(socket.getInputStream().available()).isZero();
        }
    }
}
