package org.signalup.web.internal.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.signalup.domain.Sha256;
import org.signalup.intake.RowIntake;
import org.signalup.live.LiveDrain.Where;
import org.signalup.live.LiveSettings;
import org.signalup.live.Receiver;
import org.signalup.live.Receiver.Message;
import org.signalup.live.Rehearsal;
import org.signalup.live.Sender;
import org.signalup.standards.Programme;
import org.signalup.store.DataFolder;
import org.signalup.store.Store;
import org.signalup.web.WebOptions;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.catalog.PageEngine;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** Rehearses what probes will send, before the pages answer. */
@Platform
@Component
final class Rehearsed implements SmartLifecycle {
    private static final String FORMAT = """
            {"observed_at":"2026-01-01T00:00:%02dZ","lon":116.%d,"lat":39.%d,"operator":"%s","rat":"5G","rsrp_dbm":-%d,"sinr_db":%d}
            """;
    private static final Sender NOBODY =
            new Sender(0, false, Optional.empty(), Optional.empty(), "", Optional.empty(), Map.of());
    private static final int ROWS = 10;

    private final RowIntake rows;
    private final Store store;
    private final Programme programme;
    private final LiveSettings settings;
    private final JsonMapper json;
    private final Path folder;
    private boolean running;

    Rehearsed(
            RowIntake rows,
            Store store,
            Programme programme,
            LiveSettings settings,
            JsonMapper json,
            WebOptions options) {
        this.rows = rows;
        this.store = store;
        this.programme = programme;
        this.settings = settings;
        this.json = json;
        this.folder = new DataFolder(options.data().orElseThrow()).inbox().resolve("rehearsal");
    }

    /** Before the web server's. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        running = true;
        try {
            clear();
            Files.createDirectories(folder);
            Where where = new Where(programme, folder.resolve("lake"), folder, PageEngine::open);
            new Rehearsal(rows, store, where, settings).of(this::send);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            clear();
        }
    }

    private void send(Receiver receiver, String key) {
        byte[] content = content().getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve(key);
        try {
            Files.write(file, content);
            try (Body body = new Body(file, Sha256.hex(content), content.length);
                    RowFile rowFile = SampleFormat.NDJSON.rows(body)) {
                Message message = SamplesApi.message(SampleFormat.NDJSON, body, rowFile, Optional.of(key), Set.of());
                json.writeValueAsString(
                        ToldBatch.withRows(receiver.receive(NOBODY, message).known()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String content() {
        String operator = programme.operators().get(0).code();
        return IntStream.range(0, ROWS)
                .mapToObj(row -> FORMAT.formatted(row, 1000 + row, 1000 + row, operator, 80 + row, row))
                .collect(Collectors.joining());
    }

    private void clear() {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
