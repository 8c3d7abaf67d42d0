package org.signalup.bench.internal.live;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Probes that send a message a second each, and again until it is acknowledged. */
public final class Fleet implements AutoCloseable {
    private static final long SECOND_MS = 1_000;
    private static final long RETRY_MS = 200;
    private static final int PARTS = 12;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final URI address;
    private final List<String> tokens;
    private final int samples;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Took> took = new ArrayList<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong again = new AtomicLong();
    private final AtomicLong full = new AtomicLong();
    private final AtomicLong known = new AtomicLong();
    private volatile boolean finishing;
    private long startedNanos;
    private long endedNanos;

    /** @param samples of a message */
    public Fleet(String url, List<String> tokens, int samples) {
        this.address = URI.create(url + "/api/v1/samples");
        this.tokens = List.copyOf(tokens);
        this.samples = samples;
    }

    /** Begins to send, the probes spread over the second. */
    public void start() {
        startedNanos = System.nanoTime();
        for (int number = 0; number < tokens.size(); number++) {
            int probe = number;
            Thread thread = new Thread(() -> send(probe), "probe-" + probe);
            threads.add(thread);
            thread.start();
        }
    }

    private void send(int probe) {
        try {
            TimeUnit.MILLISECONDS.sleep(SECOND_MS * probe / tokens.size());
            long next = System.nanoTime();
            for (int message = 0; !finishing; message++) {
                deliver(probe, message);
                next += TimeUnit.MILLISECONDS.toNanos(SECOND_MS);
                TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(int probe, int message) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + tokens.get(probe))
                .header("Content-Type", "application/x-ndjson")
                .header("Idempotency-Key", "m" + message)
                .POST(HttpRequest.BodyPublishers.ofString(rows(probe, message)))
                .build();
        for (long waitMs = send(request); waitMs > 0; waitMs = send(request)) {
            again.incrementAndGet();
            TimeUnit.MILLISECONDS.sleep(waitMs);
        }
    }

    /** How long to wait before it is sent again; 0 = it was acknowledged. */
    private long send(HttpRequest request) throws InterruptedException {
        long from = System.nanoTime();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 429) {
                full.incrementAndGet();
                return SECOND_MS
                        * response.headers().firstValueAsLong("Retry-After").orElse(1);
            }
            if (response.statusCode() != 202) {
                return RETRY_MS;
            }
            if (!response.body().contains("\"accepted\":" + samples)) {
                throw new IllegalStateException(response.body());
            }
            known.addAndGet(response.headers().firstValue("Idempotent-Replayed").isPresent() ? 1 : 0);
            acknowledged.addAndGet(samples);
            note(from);
            return 0;
        } catch (IOException e) {
            return RETRY_MS;
        }
    }

    private synchronized void note(long from) {
        took.add(new Took(from - startedNanos, System.nanoTime() - from));
    }

    /** An acknowledgement: when it was asked for since the start, and how long it took. */
    private record Took(long fromNanos, long nanos) {}

    /** Samples of one message, one a tenth of a second; a session says which is which. */
    private String rows(int probe, int message) {
        StringBuilder rows = new StringBuilder();
        Instant base = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(message);
        for (int sample = 0; sample < samples; sample++) {
            rows.append("{\"observed_at\":\"").append(base.plusMillis(sample * 100L));
            rows.append("\",\"lon\":116.")
                    .append(1000 + probe)
                    .append(",\"lat\":39.")
                    .append(1000 + message % 9000);
            rows.append(",\"rat\":\"5G\",\"rsrp_dbm\":-")
                    .append(80 + sample)
                    .append(",\"sinr_db\":")
                    .append(sample);
            rows.append(",\"session_id\":\"")
                    .append(probe)
                    .append('-')
                    .append(message)
                    .append('-')
                    .append(sample);
            rows.append("\"}\n");
        }
        return rows.toString();
    }

    /** Sends what was begun and no more. */
    public void finish() throws InterruptedException {
        finishing = true;
        for (Thread thread : threads) {
            thread.join();
        }
        endedNanos = System.nanoTime();
    }

    public long acknowledged() {
        return acknowledged.get();
    }

    /** What was measured, in words. */
    public synchronized Map<String, String> figures() {
        double seconds = (endedNanos - startedNanos) / 1e9;
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("samples a second", "%.0f over %.0f s".formatted(acknowledged.get() / seconds, seconds));
        figures.put("acknowledged after", quantiles(took));
        for (int part = 0; part < PARTS; part++) {
            long from = (endedNanos - startedNanos) / PARTS * part;
            long to = from + (endedNanos - startedNanos) / PARTS;
            List<Took> these = took.stream()
                    .filter(one -> one.fromNanos >= from && one.fromNanos < to)
                    .toList();
            figures.put("  of them from second " + TimeUnit.NANOSECONDS.toSeconds(from), quantiles(these));
        }
        figures.put("sent again", again.get() + ", of them told to wait (429) " + full.get());
        figures.put("already there when sent again", Long.toString(known.get()));
        return figures;
    }

    private static String quantiles(List<Took> all) {
        long[] sorted = all.stream().mapToLong(Took::nanos).sorted().toArray();
        return "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms"
                .formatted(at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))] / 1e6;
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
