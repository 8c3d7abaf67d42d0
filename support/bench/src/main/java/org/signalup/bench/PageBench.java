package org.signalup.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.signalup.bench.internal.live.RunningPlatform;
import org.signalup.bench.internal.page.Readers;
import org.signalup.bench.internal.page.Readers.Page;

/**
 * How long people wait for pages of the ledger at the size of the nation, asked for at fixed times. The database of the folder is
 * one that {@code RegisterBench} of stages/register filled.
 */
public final class PageBench {
    private static final int PLACES = 120_000;
    private static final int ROUNDS = 3;

    private final Random random = new Random(7);

    private PageBench() {}

    /** {@code FOLDER [PAGES_A_SECOND [SECONDS]]}: three rounds, the first of them right after the start. */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        Path folder = Path.of(args[0]).toAbsolutePath();
        int perSecond = args.length > 1 ? Integer.parseInt(args[1]) : 50;
        int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 30;
        if (!Files.isDirectory(folder.resolve("postgres"))) {
            throw new IllegalArgumentException(
                    folder + ": no postgres in it (expected: the folder of a database that RegisterBench filled)");
        }
        PageBench bench = new PageBench();
        try (RunningPlatform platform = RunningPlatform.start(folder)) {
            Readers readers = new Readers(platform.url(), platform.signedIn());
            for (int round = 1; round <= ROUNDS; round++) {
                System.out.printf("round %d: %d pages a second for %d s%n", round, perSecond, seconds);
                Duration before = platform.cpu();
                Duration databaseBefore = platform.databaseCpu();
                readers.ask(bench.pages(perSecond * seconds), perSecond).forEach(System.out::println);
                System.out.printf(
                        Locale.ROOT,
                        "CPU of a page: program %.1f ms, database %.1f ms; load of the machine %s%n",
                        platform.cpu().minus(before).toMillis() / (double) (perSecond * seconds),
                        platform.databaseCpu().minus(databaseBefore).toMillis() / (double) (perSecond * seconds),
                        Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
            }
        }
        System.exit(0);
    }

    private List<Page> pages(int count) {
        List<Page> pages = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            pages.add(page(number));
        }
        return pages;
    }

    private Page page(int number) {
        String id = String.format(Locale.ROOT, "P%07d", 1 + random.nextInt(PLACES));
        int province = 11 + random.nextInt(54);
        return switch (number % 6) {
            case 0 -> new Page("list", "/ledger/places?after=" + id);
            case 1 -> new Page("filtered", "/ledger/places?scenario=MED&year=2025&division=" + province);
            case 2 -> new Page("search by a name", "/ledger/places?q=" + encoded("第一医院" + id.charAt(7)));
            case 3 -> new Page("key points by an id", "/ledger/keypoints?q=" + id);
            case 4 -> new Page("missing kinds", "/ledger/places?scenario=GOV&missing=yes&division=" + province);
            default -> new Page("detail", "/ledger/places/entry?id=" + id);
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
