package org.signalup.live;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.signalup.domain.Language;
import org.signalup.domain.ProgressListener;
import org.signalup.engine.Engine;
import org.signalup.intake.Intake;
import org.signalup.intake.IntakeOptions;
import org.signalup.intake.RowIntake;
import org.signalup.intake.SampleJson;
import org.signalup.lake.Lake;
import org.signalup.lake.SourceBasis;
import org.signalup.live.KnownBatch.Place;
import org.signalup.live.internal.book.BatchBook;
import org.signalup.live.internal.inbox.Segment;
import org.signalup.standards.Programme;
import org.signalup.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way from the inbox into the lake. A closed file of the inbox becomes one sample file with the same bytes every time, so that
 * the lake takes it once however often the process is killed: it goes from the inbox only after the lake names it and its batches
 * are written down.
 */
public final class LiveDrain implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveDrain.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Inbox inbox;
    private final Where where;
    private final Consumer<List<KnownBatch>> book;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /**
     * Where samples go and what reads them.
     *
     * @param work folder of one's own
     * @param engines opens one for each way
     */
    public record Where(Programme programme, Path lake, Path work, Supplier<Engine> engines) {}

    /** Begins to look every now and then. */
    public LiveDrain(Inbox inbox, Store store, Where where, LiveSettings settings) {
        this(inbox, new BatchBook(store)::add, where, settings);
    }

    /** @param book writes batches down; the same ones may come again */
    LiveDrain(Inbox inbox, Consumer<List<KnownBatch>> book, Where where, LiveSettings settings) {
        this.inbox = inbox;
        this.where = where;
        this.book = book;
        this.thread = new Thread(() -> run(settings.drainEvery()), "live-drain");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    private void run(Duration every) {
        try {
            while (!closing.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    drain();
                } catch (RuntimeException e) {
                    LOG.error("what arrived waits for its way into the lake: {}", e.toString());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Takes what is in the inbox into the lake.
     *
     * @throws RuntimeException if the lake or the database cannot be written; everything stays in the inbox then
     */
    public synchronized void drain() {
        List<Segment> closed = inbox.closed();
        if (closed.isEmpty()) {
            return;
        }
        try (Engine engine = where.engines.get()) {
            for (Segment segment : closed) {
                drain(segment, engine);
            }
        }
    }

    /** How many rows of which messages on their way have one of some words as a cell. */
    public synchronized Map<Batch, Long> holding(Set<String> words) {
        return inbox.holding(words);
    }

    private void drain(Segment segment, Engine engine) {
        Written written = write(segment);
        String lakeBatch = written.rows == 0 ? "" : add(written.file, engine);
        book.accept(written.batches.stream().map(known -> in(lakeBatch, known)).toList());
        inbox.remove(segment);
        delete(written.file);
    }

    private static KnownBatch in(String lakeBatch, KnownBatch known) {
        Place place = known.place().orElseThrow();
        return new KnownBatch(known.batch(), Optional.of(new Place(place.file(), place.firstRow(), lakeBatch)));
    }

    private record Written(Path file, long rows, List<KnownBatch> batches) {}

    private Written write(Segment segment) {
        List<KnownBatch> batches = new ArrayList<>();
        String name = "live-" + segment.name() + ".csv";
        long[] rows = {0};
        try {
            Path file = Files.createDirectories(where.work).resolve(name);
            try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                out.write(String.join(",", RowIntake.headings()) + "\n");
                segment.forEach(entry -> {
                    Batch batch = entry.batch();
                    long first = rows[0] + 2;
                    rows[0] += batch.accepted();
                    Place place = batch.accepted() == 0 ? new Place("", 0, "") : new Place(name, first, "");
                    batches.add(new KnownBatch(batch, Optional.of(place)));
                    append(out, entry.rows());
                });
            }
            return new Written(file, rows[0], batches);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(BufferedWriter out, byte[] rows) {
        try {
            out.write(new String(rows, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The batch of the lake that has the file's rows. */
    private String add(Path file, Engine engine) {
        Lake lake = Lake.openOrCreate(where.lake, where.programme.zone())
                .waiting(PATIENCE)
                .stating(new SourceBasis(SourceBasis.Kind.LIVE, "", ""));
        Lake.Added added = lake.add(List.of(file), options(), engine);
        if (added.report().rejected() > 0) {
            LOG.error(
                    "{}: {} rows were accepted and are refused now",
                    file.getFileName(),
                    added.report().rejected());
        }
        if (!added.batch().isEmpty()) {
            return added.batch();
        }
        String digest = Intake.digest(file).orElseThrow();
        return lake.view().batches().stream()
                .filter(batch ->
                        batch.files().stream().anyMatch(known -> known.digest().equals(digest)))
                .map(batch -> batch.id())
                .findFirst()
                .orElse("");
    }

    private IntakeOptions options() {
        return new IntakeOptions(
                where.programme,
                List.of(),
                Optional.of(SampleJson.PROFILE),
                Optional.of("WGS84"),
                Optional.empty(),
                Language.ZH,
                where.work,
                ProgressListener.NONE);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends after the way that was begun; what is left waits in the inbox. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
