package org.signalup.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.signalup.bench.internal.live.Fleet;
import org.signalup.bench.internal.live.LakeCount;
import org.signalup.bench.internal.live.RunningPlatform;

/**
 * Probes that send to a platform which is killed twice meanwhile: how long an acknowledgement takes, and whether every sample
 * acknowledged is in the lake once. Prints one line a figure; ends with 1 when a sample is lost or doubled.
 */
public final class LiveBench {
    private static final int SAMPLES_A_MESSAGE = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private LiveBench() {}

    /** {@code FOLDER [SECONDS [PROBES [KILLS]]]}; the folder must not exist. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]).toAbsolutePath();
        long seconds = args.length > 1 ? Long.parseLong(args[1]) : 600;
        int probes = args.length > 2 ? Integer.parseInt(args[2]) : 200;
        int kills = args.length > 3 ? Integer.parseInt(args[3]) : 2;
        if (Files.exists(folder)) {
            throw new IllegalArgumentException(folder + ": exists (expected: a new folder)");
        }
        System.exit(run(folder, seconds, probes, kills) ? 0 : 1);
    }

    private static boolean run(Path folder, long seconds, int probes, int kills)
            throws IOException, InterruptedException {
        String before = load();
        try (RunningPlatform platform = RunningPlatform.start(folder)) {
            List<String> tokens = platform.probes(probes);
            say("probes", probes + ", " + SAMPLES_A_MESSAGE + " samples a second each, for " + seconds + " s");
            try (Fleet fleet = new Fleet(platform.url(), tokens, SAMPLES_A_MESSAGE)) {
                fleet.start();
                for (int kill = 0; kill < kills; kill++) {
                    TimeUnit.SECONDS.sleep(seconds / (kills + 1));
                    say(
                            "killed, answered again after",
                            platform.killAndRestart().toMillis() + " ms");
                }
                TimeUnit.SECONDS.sleep(seconds / (kills + 1));
                fleet.finish();
                fleet.figures().forEach(LiveBench::say);
                say(
                        "CPU since the last start",
                        platform.cpu().toMillis() + " ms program, "
                                + platform.databaseCpu().toMillis() + " ms database");
                long acknowledged = fleet.acknowledged();
                say("samples acknowledged", Long.toString(acknowledged));
                LakeCount count = LakeCount.await(folder.resolve("lake"), acknowledged, PATIENCE);
                say("in the lake", count.rows() + ", of them distinct " + count.distinct());
                say("load of the machine", before + " before, " + load() + " after");
                return count.rows() == acknowledged && count.distinct() == acknowledged;
            }
        }
    }

    private static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }

    private static void say(String what, String figure) {
        System.out.println(what + ": " + figure);
    }
}
