package org.signalup.upload;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.signalup.domain.Problem;
import org.signalup.domain.ProgressListener;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.signalup.upload.internal.Looking;
import org.signalup.upload.internal.Taking;
import org.signalup.upload.internal.UploadBook;
import org.signalup.upload.internal.UploadFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Reads uploads, several at once, and takes them into the lake, one after the other as the lake wants it. One lane is for small
 * uploads only: they do not wait until large ones are read. What was begun when the process was killed is done again: reading
 * changes nothing, and the lake takes each content once.
 */
public final class UploadWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UploadWorker.class);
    private static final long LOOK_EVERY_MS = 500;
    private static final long PATIENCE_MS = 20_000;

    private final UploadBook book;
    private final UploadFolder folder;
    private final Looking looking;
    private final Taking taking;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Thread> lanes = new ArrayList<>();
    private final Map<Long, UploadState> busy = new HashMap<>();
    private final Map<Long, Progress> progress = new ConcurrentHashMap<>();

    /** Begins to work. */
    public UploadWorker(Store store, Where where, UploadSettings settings) {
        this.book = new UploadBook(store);
        this.folder = new UploadFolder(where.uploads(), where.sealing(), settings);
        this.looking = new Looking(where, folder, settings, store);
        this.taking = new Taking(where, folder, looking);
        sweep();
        for (int lane = 0; lane < settings.lanes(); lane++) {
            long most = lane == 0 && settings.lanes() > 1 ? settings.smallBytes() : Long.MAX_VALUE;
            Thread thread = new Thread(() -> work(most), "uploads-" + lane);
            thread.setDaemon(true);
            lanes.add(thread);
        }
        lanes.forEach(Thread::start);
    }

    /**
     * How far one has come that is worked on.
     *
     * @param total 0 = nobody knows
     */
    public record Progress(Text phase, long done, long total) {
        /** In hundredths; empty while nobody knows. */
        public Optional<Integer> percent() {
            return total > 0 ? Optional.of((int) Math.min(100, done * 100 / total)) : Optional.empty();
        }
    }

    /** How far an upload has come; empty if nobody works on it, as while it waits for its turn. */
    public Optional<Progress> progress(long upload) {
        return Optional.ofNullable(progress.get(upload));
    }

    private void sweep() {
        try {
            folder.sweep(new HashSet<>(book.digests()));
        } catch (IOException | DataAccessException e) {
            LOG.warn("what earlier uploads left stays for now: {}", e.toString());
        }
    }

    private void work(long most) {
        while (!closed()) {
            try {
                Optional<Upload> next = claim(most);
                while (next.isPresent() && closing.getCount() > 0) {
                    carryOut(next.get());
                    next = claim(most);
                }
            } catch (DataAccessException e) {
                LOG.debug("the database does not answer", e);
            } catch (RuntimeException e) {
                LOG.error("uploads", e);
            }
        }
    }

    private boolean closed() {
        try {
            return closing.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** The oldest that nobody works on and that suits the lane; two are never taken into the lake at once. */
    private Optional<Upload> claim(long most) {
        synchronized (busy) {
            boolean taking = busy.containsValue(UploadState.COMMITTING);
            Optional<Upload> found = book.waiting().stream()
                    .filter(one -> !busy.containsKey(one.id()) && one.bytes() <= most)
                    .filter(one -> !taking || one.state() != UploadState.COMMITTING)
                    .findFirst();
            found.ifPresent(one -> busy.put(one.id(), one.state()));
            return found;
        }
    }

    private void carryOut(Upload upload) {
        try {
            attempt(upload);
        } finally {
            progress.remove(upload.id());
            synchronized (busy) {
                busy.remove(upload.id());
            }
        }
    }

    private void attempt(Upload upload) {
        try {
            ProgressListener heard =
                    (phase, done, total) -> progress.put(upload.id(), new Progress(phase, done, total));
            heard.progress(upload.state().text(), 0, 0);
            if (upload.state() == UploadState.READING) {
                Reading reading = looking.look(upload, heard);
                book.keep(upload, reading, Looking.profiles(reading.report()));
            } else {
                Reading reading = book.reading(Scope.PLATFORM, upload.id(), upload.reading())
                        .orElseThrow();
                String batch = taking.take(upload, reading, heard);
                book.end(upload, UploadState.COMMITTED, List.of(), batch);
            }
        } catch (RefusedException e) {
            fail(upload, e.problems());
        } catch (DataAccessException e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            LOG.error("upload {}", upload.id(), e);
            Text text = Text.of("读取出错：" + e.getMessage(), "it failed: " + e.getMessage());
            fail(upload, List.of(Problem.ofFile("", "FAILED", text)));
        }
    }

    private void fail(Upload upload, List<Problem> problems) {
        UploadState back = upload.state() == UploadState.READING ? UploadState.REFUSED : UploadState.READ;
        book.end(upload, back, problems, "");
    }

    /** Ends after the pieces of work that were begun, or they are begun again by the next process. */
    @Override
    public void close() {
        closing.countDown();
        long end = System.currentTimeMillis() + PATIENCE_MS;
        try {
            for (Thread lane : lanes) {
                lane.join(Math.max(1, end - System.currentTimeMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
