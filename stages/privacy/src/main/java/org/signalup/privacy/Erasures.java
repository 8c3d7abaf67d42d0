package org.signalup.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.signalup.engine.Engine;
import org.signalup.intake.DeviceName;
import org.signalup.intake.Pseudonyms;
import org.signalup.lake.Holding;
import org.signalup.lake.Lake;
import org.signalup.live.LiveDrain;
import org.signalup.people.Actor;
import org.signalup.privacy.Traces.InLake;
import org.signalup.privacy.Traces.InMessage;
import org.signalup.privacy.Traces.InUpload;
import org.signalup.privacy.internal.ErasureBook;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.signalup.upload.DeviceFiles;

/**
 * Erases a device wherever a platform has it: samples of the lake and of messages on their way, raw files that hold it. Tallies of its dates go
 * too and are counted anew by the next evaluation. What remains is a receipt with the pseudonyms, which nobody without the keys can
 * trace back. Results that were published hold sums and stay.
 */
public final class Erasures {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ErasureBook book;
    private final Where where;

    /**
     * Where a platform has devices.
     *
     * @param keys all there are, asked for each erasure
     * @param live has messages on their way into the lake
     */
    public record Where(
            Path lake,
            Supplier<Engine> engines,
            Supplier<Optional<Pseudonyms>> keys,
            DeviceFiles files,
            LiveDrain live) {}

    public Erasures(Store store, Where where) {
        this.book = new ErasureBook(store);
        this.where = where;
    }

    /** What was found, with all that is needed to erase it. */
    private record Search(List<DeviceName> names, List<DeviceFiles.Found> files, Traces traces) {
        /** A digest without a key could be traced back by trying: only keyed ones are told. */
        List<String> pseudonyms(String device) {
            List<String> keyed = names.stream().skip(1).map(DeviceName::kept).toList();
            return names.get(0).kept().equals(device) && device.matches("p[0-9a-f]{16}") ? List.of(device) : keyed;
        }
    }

    /**
     * What there is of a device.
     *
     * @throws org.signalup.domain.RefusedException if none is named
     */
    public Traces look(ErasureOrder order) {
        order.checkDevice();
        return search(order.device()).traces();
    }

    private Search search(String device) {
        List<DeviceName> names = DeviceName.all(device, where.keys().get());
        Set<String> kept = names.stream().map(DeviceName::kept).collect(Collectors.toSet());
        List<InMessage> messages = where.live().holding(kept).entrySet().stream()
                .map(found -> new InMessage(found.getKey().id(), found.getValue()))
                .toList();
        List<Holding> holdings = holdings(names);
        List<DeviceFiles.Found> files = where.files()
                .find(
                        holdings.stream().map(Holding::batch).collect(Collectors.toSet()),
                        holdings.stream().map(Holding::digest).collect(Collectors.toSet()),
                        device,
                        names);
        List<InUpload> uploads = files.stream()
                .map(found -> new InUpload(
                        found.upload().id(), found.file().name(), found.file().bytes()))
                .toList();
        List<InLake> lake = holdings.stream()
                .map(one -> new InLake(one.date(), one.batch(), one.file(), one.rows()))
                .toList();
        return new Search(names, files, new Traces(lake, uploads, messages));
    }

    private List<Holding> holdings(List<DeviceName> names) {
        if (!Lake.isIn(where.lake())) {
            return List.of();
        }
        try (Engine engine = where.engines().get()) {
            return Lake.open(where.lake()).view().holdings(names, engine);
        }
    }

    /**
     * Erases it. Broken off, it can be asked for again: what went before stays gone.
     *
     * @throws org.signalup.domain.RefusedException if something is not stated, or somebody else writes to the lake for long
     */
    public Erasure erase(Actor actor, ErasureOrder order) {
        order.check();
        Search found = search(order.device());
        long id = book.begin(actor, order, found.pseudonyms(order.device()), found.traces());
        // What is on its way is in the lake afterwards, and erased there.
        where.live().drain();
        long rows = samples(order.device());
        try {
            where.files().erase(found.files());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        book.end(actor, id, rows, found.files().size());
        return find(actor.scope(), id).orElseThrow();
    }

    private long samples(String device) {
        if (!Lake.isIn(where.lake())) {
            return 0;
        }
        try (Engine engine = where.engines().get()) {
            return Lake.open(where.lake())
                    .waiting(PATIENCE)
                    .forget(device, where.keys().get(), engine)
                    .rows();
        }
    }

    public Optional<Erasure> find(Scope scope, long id) {
        return book.find(scope, id);
    }

    /** The newest first, of those before another (0: the newest). */
    public List<Erasure> list(Scope scope, long before, int most) {
        return book.list(scope, before, most);
    }
}
