package org.signalup.live.internal.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.live.Batch;
import org.signalup.live.LiveSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of an inbox: one file that is written, closed ones before it, and what is in them. */
public final class InboxFiles {
    private static final Logger LOG = LoggerFactory.getLogger(InboxFiles.class);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final String LOCK = ".lock";
    private static final String DAMAGED = "damaged";
    private static final int REMEMBERED = 50_000;

    private final Path folder;
    private final LiveSettings settings;
    private final FileChannel lock;
    private final Map<String, Batch> here = new ConcurrentHashMap<>();
    private final Map<String, Batch> gone = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Batch> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final AtomicLong backlog = new AtomicLong();
    private OpenSegment open;
    private String lastName = "";

    private InboxFiles(Path folder, LiveSettings settings, FileChannel lock) {
        this.folder = folder;
        this.settings = settings;
        this.lock = lock;
    }

    /** Two processes would take each other's files away. */
    private static FileChannel lock(Path folder) {
        try {
            FileChannel lock =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() != null) {
                return lock;
            }
            lock.close();
        } catch (OverlappingFileLockException e) {
            // Said below.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new RefusedException(Problem.ofFile(
                folder.toString(), "INBOX_IN_USE", Text.of("收件箱正被另一个程序使用", "another program uses this inbox")));
    }

    /** Opens a folder: files a killed process was writing are closed as far as they came. */
    public static InboxFiles open(Path folder, LiveSettings settings) {
        InboxFiles files = new InboxFiles(folder, settings, lock(folder));
        try {
            for (Path left : list(folder, Segment.OPEN)) {
                String name = left.getFileName().toString().replace(Segment.OPEN, Segment.CLOSED);
                Files.move(left, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
            for (Path closed : list(folder, Segment.CLOSED)) {
                files.take(Segment.of(closed));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static List<Path> list(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private void take(Segment segment) throws IOException {
        lastName = segment.name();
        backlog.addAndGet(segment.bytes());
        int damaged = segment.forEach(entry -> here.put(entry.batch().id(), entry.batch()));
        if (damaged > 0) {
            LOG.error(
                    "{}: {} messages are damaged and left out; the file is kept in {}",
                    segment.file(),
                    damaged,
                    DAMAGED);
            Path aside = Files.createDirectories(folder.resolve(DAMAGED));
            Files.copy(
                    segment.file(), aside.resolve(segment.file().getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    public Optional<Batch> find(String id) {
        Batch batch = here.get(id);
        if (batch == null) {
            synchronized (gone) {
                batch = gone.get(id);
            }
        }
        return Optional.ofNullable(batch);
    }

    public Collection<Batch> waiting() {
        return List.copyOf(here.values());
    }

    public long backlogBytes() {
        return backlog.get();
    }

    /** What is free on the disk. */
    long freeBytes() {
        return folder.toFile().getUsableSpace();
    }

    /** Writes a group; it is on the disk, and found, when this returns. */
    synchronized void append(List<Entry> group) throws IOException {
        if (open == null) {
            open = new OpenSegment(folder, nextName());
        }
        List<byte[]> bytes = group.stream().map(Entry::bytes).toList();
        open.append(bytes);
        bytes.forEach(entry -> backlog.addAndGet(entry.length));
        group.forEach(entry -> here.put(entry.batch().id(), entry.batch()));
        if (open.bytes() >= settings.segmentBytes()) {
            closeCurrent();
        }
    }

    /** By time, and later than every one before, whatever the clock says. */
    private String nextName() {
        String name = NAME.format(Clock.systemUTC().instant()) + "-0000";
        if (name.compareTo(lastName) <= 0) {
            int count = Integer.parseInt(lastName.substring(lastName.length() - 4)) + 1;
            name = lastName.substring(0, lastName.length() - 4) + String.format("%04d", count);
        }
        lastName = name;
        return name;
    }

    private void closeCurrent() throws IOException {
        if (open != null) {
            OpenSegment ended = open;
            open = null;
            ended.close();
        }
    }

    /** Ends the file that is written; all closed ones, the oldest first. */
    public synchronized List<Segment> closed() {
        try {
            closeCurrent();
            return list(folder, Segment.CLOSED).stream().map(Segment::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a closed file away; what was in it is remembered for a while. */
    public void remove(Segment segment) {
        segment.forEach(entry -> {
            synchronized (gone) {
                gone.put(entry.batch().id(), entry.batch());
            }
            here.remove(entry.batch().id());
        });
        try {
            Files.delete(segment.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        backlog.addAndGet(-segment.bytes());
    }

    public synchronized void close() {
        try {
            closeCurrent();
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
