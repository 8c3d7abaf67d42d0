package org.signalup.bench.internal.page;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks for pages at fixed times, whether or not those before were answered: a server that falls behind is seen to. */
public final class Readers {
    private static final int AT_ONCE = 32;

    private final String url;
    private final HttpClient client;

    public Readers(String url, HttpClient client) {
        this.url = url;
        this.client = client;
    }

    /**
     * A page.
     *
     * @param kind of which figures are told
     */
    public record Page(String kind, String path) {}

    private record Answered(String kind, int status, double ms) {}

    /** Lines of a table: each kind of page, answered so long after it was due. */
    public List<String> ask(List<Page> pages, int perSecond) throws InterruptedException, ExecutionException {
        ScheduledExecutorService people = Executors.newScheduledThreadPool(AT_ONCE);
        List<Future<Answered>> answers = new ArrayList<>();
        long start = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        for (int number = 0; number < pages.size(); number++) {
            Page page = pages.get(number);
            long due = start + TimeUnit.SECONDS.toNanos(number) / perSecond;
            answers.add(people.schedule(() -> answered(page, due), due - System.nanoTime(), TimeUnit.NANOSECONDS));
        }
        Map<String, List<Double>> waits = new TreeMap<>();
        for (Future<Answered> answer : answers) {
            Answered one = answer.get();
            String kind = one.status == 200 ? one.kind : one.kind + " answered " + one.status;
            waits.computeIfAbsent(kind, any -> new ArrayList<>()).add(one.ms);
            waits.computeIfAbsent("~ all", any -> new ArrayList<>()).add(one.ms);
        }
        people.shutdown();
        return waits.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Answered answered(Page page, long due) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + page.path()))
                .header("Accept-Encoding", "gzip")
                .build();
        int status =
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        return new Answered(page.kind(), status, (System.nanoTime() - due) / 1e6);
    }

    private static String line(String kind, List<Double> waits) {
        double[] sorted = waits.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%-22s n %5d  p50 %7.1f  p95 %7.1f  max %7.1f ms",
                kind,
                sorted.length,
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                sorted[sorted.length - 1]);
    }
}
