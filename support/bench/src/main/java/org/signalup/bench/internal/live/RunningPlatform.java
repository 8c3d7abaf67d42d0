package org.signalup.bench.internal.live;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code signalup serve --data} as a process of its own, with its first account and probes. */
public final class RunningPlatform implements AutoCloseable {
    private static final String SETTINGS = """
            signalup.api.address-requests-a-minute=1000000
            signalup.api.token-requests-a-minute=100000
            """;
    private static final Pattern SECRET = Pattern.compile("\"secret\":\"(sgup_[^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"probe_id\":(\\d+)");
    private static final int LONGEST_START_S = 180;

    private final Path folder;
    private final int port;
    private final Path log;
    private final HttpClient client = HttpClient.newHttpClient();
    private Process process;

    private RunningPlatform(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.log = folder.resolveSibling(folder.getFileName() + ".log");
    }

    /** Starts one in a new folder, or over what an earlier one left in it. */
    public static RunningPlatform start(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("signalup.properties"), SETTINGS);
        RunningPlatform platform = new RunningPlatform(folder, freePort());
        Files.deleteIfExists(platform.log);
        platform.start();
        return platform;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    private void start() throws IOException, InterruptedException {
        Path launcher = Path.of("signalup").toAbsolutePath();
        process = new ProcessBuilder(
                        launcher.toString(), "serve", "--data", folder.toString(), "--port", Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        long end = System.nanoTime() + Duration.ofSeconds(LONGEST_START_S).toNanos();
        while (!answers()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IllegalStateException("the platform does not start: see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url() + "/sign-in")).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException e) {
            return false;
        }
    }

    /** Kills it without a warning and starts it again; returns how long nobody answered. */
    public Duration killAndRestart() throws IOException, InterruptedException {
        long from = System.nanoTime();
        process.descendants().filter(RunningPlatform::isJava).forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        start();
        return Duration.ofNanos(System.nanoTime() - from);
    }

    /** CPU time the program has taken so far. */
    public Duration cpu() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .flatMap(handle -> handle.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The same of its database, as far as its connections are still open. */
    public Duration databaseCpu() throws IOException {
        long server = Long.parseLong(Files.readAllLines(folder.resolve("postgres/data/postmaster.pid"))
                .get(0)
                .strip());
        return ProcessHandle.of(server).stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .flatMap(handle -> handle.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Its database is a child as well, and is left to the next start to deal with. */
    private static boolean isJava(ProcessHandle handle) {
        return handle.info()
                .command()
                .filter(command -> command.endsWith("java"))
                .isPresent();
    }

    /** Somebody of the administration, signed in: what it is asked for is answered as their browser would be. */
    public HttpClient signedIn() throws IOException, InterruptedException {
        return new Desk(url(), log).signIn();
    }

    /** Sets up probes and returns their tokens. */
    public List<String> probes(int count) throws IOException, InterruptedException {
        String manager = new Desk(url(), log).managerToken();
        List<String> tokens = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            String order = "{\"code\":\"BENCH-%03d\",\"name\":\"%d\",\"operator\":\"CMCC\"}".formatted(number, number);
            String id = found(ID, post("/api/v1/probes", order, manager));
            tokens.add(found(SECRET, post("/api/v1/probes/" + id + "/token", "{}", manager)));
        }
        return tokens;
    }

    private String post(String path, String body, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in: " + text);
        }
        return matcher.group(1);
    }

    /** Ends it as a person would. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
