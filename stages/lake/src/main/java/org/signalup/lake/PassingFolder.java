package org.signalup.lake;

import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder among tallies that a process is filling or taking away. It is hidden and named after its process, so that others
 * can tell one that was left behind: it may hold what must not be kept.
 */
public final class PassingFolder {
    private static final Pattern NAME = Pattern.compile("\\.work-([0-9]{1,18})-.*");

    private PassingFolder() {}

    /** One of this process that does not exist yet. */
    public static Path in(Path place) {
        return place.resolve(".work-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID());
    }

    public static boolean isOne(Path folder) {
        return NAME.matcher(folder.getFileName().toString()).matches();
    }

    /** Whether it is one whose process is gone. */
    public static boolean isAbandoned(String name) {
        Matcher passing = NAME.matcher(name);
        return passing.matches()
                && ProcessHandle.of(Long.parseLong(passing.group(1)))
                        .filter(ProcessHandle::isAlive)
                        .isEmpty();
    }
}
