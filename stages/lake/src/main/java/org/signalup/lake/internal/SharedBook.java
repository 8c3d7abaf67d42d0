package org.signalup.lake.internal;

import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Of a lake on an object store or a distributed file system, where no lock can be relied on. The manifest has editions, {@code
 * lake-000000012.json}, of which the newest counts, and an edition is written only if there is none of its number: of two who change
 * the same edition one succeeds, the other has changed nothing. No clock decides anything. The log has editions too.
 */
final class SharedBook implements Book {
    /** A reader may be about to read one of these; they are copies of the manifest as well. */
    private static final int KEPT = 20;

    private static final Pattern EDITION = Pattern.compile("\\.?(lake|log)-([0-9]{9})\\.jsonl?(\\.[0-9a-f]+\\.tmp)?");

    private final LakeFolder folder;
    private final String writer = UUID.randomUUID().toString().substring(0, 8);
    private long edition;

    SharedBook(LakeFolder folder) {
        this.folder = folder;
    }

    private static String manifest(long number) {
        return "lake-%09d.json".formatted(number);
    }

    private static String log(long number) {
        return "log-%09d.jsonl".formatted(number);
    }

    /** Whether a name in the folder of a lake is one that only a book gives. */
    static boolean names(String name) {
        return EDITION.matcher(name).matches();
    }

    private List<Long> editions(String kind) {
        return folder.names("").stream()
                .map(EDITION::matcher)
                .filter(Matcher::matches)
                .filter(name -> name.group(1).equals(kind) && name.group(3) == null)
                .map(name -> Long.parseLong(name.group(2)))
                .sorted()
                .toList();
    }

    private static long newest(List<Long> editions) {
        return editions.isEmpty() ? 0 : editions.get(editions.size() - 1);
    }

    @Override
    public LakeFolder folder() {
        return folder;
    }

    @Override
    public boolean begun() {
        return newest(editions("lake")) > 0;
    }

    @Override
    public String manifest() {
        while (true) {
            long newest = newest(editions("lake"));
            try {
                String text = folder.read(manifest(newest));
                edition = newest;
                return text;
            } catch (UncheckedIOException e) {
                // Cleared away between two looks: there are newer ones.
                if (!(e.getCause() instanceof NoSuchFileException) || newest(editions("lake")) == newest) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void publish(String manifest) {
        long next = edition + 1;
        if (!folder.create(manifest(next), manifest) && !isOurs(next, manifest)) {
            throw new OvertakenException(Refusals.overtaken(folder));
        }
        if (edition == 0 && folder.create(manifest(next), manifest)) {
            folder.delete(manifest(next));
            throw Refusals.careless(folder);
        }
        // The number may be free because it was cleared away, and then so was the edition that we read.
        if (edition > 0 && !folder.exists(manifest(edition))) {
            folder.delete(manifest(next));
            throw new OvertakenException(Refusals.overtaken(folder));
        }
        edition = next;
        clear();
    }

    /** A store may have taken what it then seemed to refuse, when it was asked twice over a bad line. */
    private boolean isOurs(long number, String manifest) {
        return folder.exists(manifest(number)) && folder.read(manifest(number)).equals(manifest);
    }

    /** Oldest first: an edition is never cleared away before the one it replaced. */
    private void clear() {
        List<Long> all = editions("lake");
        all.subList(0, Math.max(0, all.size() - KEPT)).forEach(number -> folder.delete(manifest(number)));
    }

    @Override
    public String log() {
        long newest = newest(editions("log"));
        return newest == 0 ? "" : folder.read(log(newest));
    }

    @Override
    public void cutLog(String whole) {
        throw new IllegalStateException("log: broken (expected: whole, as every file of a shared lake)");
    }

    /** Whoever changes the lake next writes the line if we do not; so there is one log for an edition, whoever wrote it. */
    @Override
    public void addToLog(String whole, String line) {
        List<Long> older = editions("log");
        if (newest(older) >= edition) {
            return;
        }
        folder.create(log(edition), whole + line);
        older.forEach(number -> folder.delete(log(number)));
    }

    @Override
    public Turn turn(Duration patience) {
        return () -> {};
    }

    @Override
    public String tail() {
        return "-e%09d-%s".formatted(edition + 1, writer);
    }

    @Override
    public long edition() {
        return edition;
    }
}
