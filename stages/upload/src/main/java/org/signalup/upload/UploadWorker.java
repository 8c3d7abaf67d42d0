package org.signalup.upload;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
 * Reads uploads and takes them into the lake, one after the other. What was begun when the process was killed is done again: reading
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
    private final Thread thread;
    private volatile Progress progress = new Progress(0, Text.same(""), 0, 0);

    /** Begins to work. */
    public UploadWorker(Store store, Where where, UploadSettings settings) {
        this.book = new UploadBook(store);
        this.folder = new UploadFolder(where.uploads(), where.sealing(), settings);
        this.looking = new Looking(where, folder, settings, store);
        this.taking = new Taking(where, folder, looking);
        sweep();
        this.thread = new Thread(this::work, "uploads");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /**
     * How far the one has come that is worked on.
     *
     * @param upload its id
     * @param total 0 = nobody knows
     */
    public record Progress(long upload, Text phase, long done, long total) {}

    /** How far an upload has come, if it is the one that is worked on. */
    public Optional<Progress> progress(long upload) {
        return Optional.of(progress).filter(now -> now.upload == upload);
    }

    private void sweep() {
        try {
            folder.sweep(new HashSet<>(book.digests()));
        } catch (IOException | DataAccessException e) {
            LOG.warn("what earlier uploads left stays for now: {}", e.toString());
        }
    }

    private void work() {
        while (!closed()) {
            try {
                Optional<Upload> next = book.next();
                while (next.isPresent() && closing.getCount() > 0) {
                    attempt(next.get());
                    next = book.next();
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

    private void attempt(Upload upload) {
        try {
            ProgressListener heard = (phase, done, total) -> progress = new Progress(upload.id(), phase, done, total);
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

    /** Ends after the piece of work that was begun, or is begun again by the next process. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(PATIENCE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
