package org.signalup.bench.internal.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU seconds of this whole process, the engine's threads included; wall time says little on a shared machine. */
final class CpuClock {
    static final double NANOS = 1e9;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private CpuClock() {}

    static double seconds() {
        return SYSTEM.getProcessCpuTime() / NANOS;
    }

    static double seconds(Runnable work) {
        double from = seconds();
        work.run();
        return seconds() - from;
    }

    /** Largest resident set so far in MB; 0 where the system does not tell (not Linux). */
    static long peakMb() {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
