package org.signalup.lake.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.signalup.engine.Engine;
import org.signalup.engine.EngineFailure;
import org.signalup.intake.DeviceName;
import org.signalup.intake.Intake.SampleFile;
import org.signalup.intake.IntakeOptions;
import org.signalup.lake.Lake.Added;
import org.signalup.lake.Lake.Changed;
import org.signalup.lake.Lake.Repaired;
import org.signalup.lake.Lake.Verification;
import org.signalup.lake.SourceBasis;
import org.signalup.lake.internal.Deed.Leavings;
import org.signalup.lake.internal.LakeState.Dismissed;

/** Everything that changes a lake; each call takes the right to write for itself. */
public final class LakeWriter {
    private final LakeFolder folder;
    private final Duration patience;
    private final Clock clock;
    private final Optional<SourceBasis> basis;

    /**
     * @param patience how long to wait for another writer to end
     * @param clock for the log, and for how long files stay after their rows have moved elsewhere
     * @param basis of what is added
     */
    public LakeWriter(LakeFolder folder, Duration patience, Clock clock, Optional<SourceBasis> basis) {
        this.folder = folder;
        this.patience = patience;
        this.clock = clock;
        this.basis = basis;
    }

    /** Makes an empty lake where there is none. */
    public static void create(LakeFolder folder, String zone) {
        Writing.create(folder, zone);
    }

    public Added add(List<Path> inputs, Predicate<SampleFile> wanted, IntakeOptions options, Engine engine) {
        return write(writing -> new Adding(writing, engine, writing.state()).add(inputs, wanted, options));
    }

    /** The same from a folder in which files are still arriving. */
    Added take(Path inbox, Predicate<SampleFile> wanted, IntakeOptions options, Engine engine) {
        return write(writing -> Adding.arriving(writing, engine).add(List.of(inbox), wanted, options));
    }

    /** Remembers refused files, so that nobody tries them again without being asked to. */
    void dismiss(List<Dismissed> files) {
        write(writing -> {
            List<Dismissed> all = new ArrayList<>(writing.state().dismissed());
            all.removeIf(old -> files.stream().anyMatch(file -> file.digest().equals(old.digest())));
            all.addAll(files);
            String names = files.stream().map(Dismissed::file).collect(Collectors.joining(" | "));
            Map<String, Long> counts = Map.of("files", (long) files.size());
            Deed deed = new Deed("refuse", Map.of("files", names), counts, Set.of(), Leavings.RETIRED);
            writing.publish(writing.state().withDismissed(all), deed);
            return files.size();
        });
    }

    public Changed withdraw(String batch, Engine engine) {
        return write(writing -> new Withdrawing(writing, engine).withdraw(batch));
    }

    public Changed compact(Optional<LocalDate> only, Engine engine) {
        return write(writing -> new Compacting(writing, engine).compact(only));
    }

    public Changed purge(LocalDate before, Engine engine) {
        return write(writing -> new Purging(writing, engine).purge(before));
    }

    /** @param names all names the device may have */
    public Changed forget(List<DeviceName> names, String device, Engine engine) {
        if (device.isBlank()) {
            throw new IllegalArgumentException("device: blank (expected: the id of one)");
        }
        return write(writing -> new Forgetting(writing, engine).forget(names, device));
    }

    public Repaired repair(List<Path> from, IntakeOptions options, Engine engine) {
        Verification found = new Verifying(folder).verify();
        return write(writing -> new Repairing(writing, engine, found).repair(from, options));
    }

    /** Takes the right to write and does something with it: once more, while there is patience, when somebody else was faster. */
    private <T> T write(Function<Writing, T> work) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try (Writing writing = Writing.begin(folder, patience, clock).stating(basis)) {
                return work.apply(writing);
            } catch (Book.OvertakenException e) {
                if (System.nanoTime() >= end) {
                    throw e;
                }
            } catch (EngineFailure e) {
                throw Refusals.unreadable(folder, e);
            }
        }
    }
}
