package org.signalup.lake;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.RefusedException;
import org.signalup.engine.Engine;
import org.signalup.intake.DeviceName;
import org.signalup.intake.Intake.SampleFile;
import org.signalup.intake.IntakeOptions;
import org.signalup.intake.IntakeReport;
import org.signalup.intake.IntakeReport.FileReport;
import org.signalup.intake.Pseudonyms;
import org.signalup.lake.internal.Following;
import org.signalup.lake.internal.LakeFolder;
import org.signalup.lake.internal.LakeWriter;
import org.signalup.lake.internal.Manifests;
import org.signalup.lake.internal.Verifying;

/**
 * A folder of samples that stay: Parquet by date and batch, and a manifest, {@code lake.json}, which says what there is.
 *
 * <p>One process writes at a time, any number read. A change appears as a whole, by replacing the manifest; a writer that
 * dies leaves the lake as it was, and the next one takes away what it left behind. Samples are read by the rules of
 * intake once, when they are added; no clock decides about them.
 */
public final class Lake {
    private final LakeFolder folder;
    private final LakeWriter writer;

    private final Duration patience;
    private final Optional<SourceBasis> basis;

    private Lake(LakeFolder folder, Duration patience, Optional<SourceBasis> basis) {
        this.folder = folder;
        this.patience = patience;
        this.basis = basis;
        this.writer = new LakeWriter(folder, patience, Clock.systemUTC(), basis);
    }

    /** Whether a folder has a lake. */
    public static boolean isIn(Path folder) {
        return new LakeFolder(folder).hasManifest();
    }

    /**
     * Opens a lake.
     *
     * @throws RefusedException if there is none, or if a newer program wrote it
     */
    public static Lake open(Path folder) {
        LakeFolder files = new LakeFolder(folder);
        Manifests.read(files);
        return new Lake(files, Duration.ZERO, Optional.empty());
    }

    /**
     * Opens a lake, or makes one in a folder that is empty or does not exist.
     *
     * @param zone the programme's zone, in which a sample has its date
     */
    public static Lake openOrCreate(Path folder, ZoneId zone) {
        LakeFolder files = new LakeFolder(folder);
        LakeWriter.create(files, zone.getId());
        return open(folder);
    }

    /** The same lake for a writer who waits that long for another to end. */
    public Lake waiting(Duration longest) {
        return new Lake(folder, longest, basis);
    }

    /** The same lake for somebody who says on what ground the samples he adds are kept. */
    public Lake stating(SourceBasis ground) {
        return new Lake(folder, patience, Optional.of(ground));
    }

    /**
     * The same lake for a writer who keeps what is not published yet in that folder. Only a lake that is not on a disk asks for one:
     * others have it inside.
     *
     * @param workplace on a disk of this machine; of all machines, where an engine runs on several
     */
    public Lake workingIn(Path workplace) {
        return new Lake(new LakeFolder(folder.root(), workplace), patience, basis);
    }

    /** What is in the lake now; later changes do not show in it. */
    public LakeView view() {
        return new LakeView(folder, Manifests.read(folder));
    }

    /**
     * What an {@code add} did.
     *
     * @param batch id of the new batch; empty if every file was there already
     * @param known files whose content was there already
     * @param report what reading the new files did
     * @param rows samples added
     */
    public record Added(String batch, List<LocalDate> dates, List<SampleFile> known, IntakeReport report, long rows) {
        public Added {
            dates = List.copyOf(dates);
            known = List.copyOf(known);
        }
    }

    /**
     * Reads files and folders into a new batch. A file whose content is in the lake already is left out.
     *
     * @param options work folder and as-of day are not used: the lake has its own folder, and knows no clock
     * @throws RefusedException if a file is refused, or somebody else writes; the lake is as before then
     */
    public Added add(List<Path> inputs, IntakeOptions options, Engine engine) {
        return writer.add(inputs, file -> true, options, engine);
    }

    /**
     * What a change did.
     *
     * @param dates that were touched
     * @param files whose rows went
     * @param rows that went; when compacting: that were written again
     * @param parts that were joined or rewritten
     */
    public record Changed(List<LocalDate> dates, long files, long rows, long parts) {
        public Changed {
            dates = List.copyOf(dates);
        }
    }

    /**
     * Takes a batch out: its samples, rejects and statistics, and the tallies of its dates.
     *
     * @throws RefusedException if there is no such batch
     */
    public Changed withdraw(String batch, Engine engine) {
        return writer.withdraw(batch, engine);
    }

    /**
     * Makes one part of the many of a date. Nothing that is read changes, and batches can still be taken out. The old
     * files stay for some hours, for those who are reading them.
     *
     * @param only this date; empty = every date
     */
    public Changed compact(Optional<LocalDate> only, Engine engine) {
        return writer.compact(only, engine);
    }

    /**
     * Erases all samples of a device, wherever they are. The log says how many, not whose.
     *
     * @param device as the tester's files name it, or as samples show it
     */
    public Changed forget(String device, Engine engine) {
        return forget(device, Optional.empty(), engine);
    }

    /** The same where ids of devices are hashed: with these keys, of whatever period. */
    public Changed forget(String device, Optional<Pseudonyms> pseudonyms, Engine engine) {
        return writer.forget(DeviceName.all(device, pseudonyms), device, engine);
    }

    /**
     * Takes away what was measured before a day: samples, statistics of devices and tallies; of batches of which nothing is left all
     * the rest, too. Their files are remembered, so that they do not come again by themselves.
     */
    public Changed purge(LocalDate before, Engine engine) {
        return writer.purge(before, engine);
    }

    /**
     * Takes files as they arrive in a folder, each content once.
     *
     * @param inbox folder that others put files into
     */
    public Follower follow(Path inbox, Follower.Manners manners, IntakeOptions options, Engine engine) {
        return new Follower(new Following(folder, writer, inbox, options, engine, manners));
    }

    /** Takes the messages of a topic, each once. */
    public TopicFollower follow(TopicSource source, IntakeOptions options, Engine engine) {
        return new TopicFollower(this, source, options, engine);
    }

    /**
     * What looking at every file found.
     *
     * @param files looked at
     * @param bytes of them
     * @param derivedBytes of tallies, which can be computed again
     */
    public record Verification(List<LakeFinding> findings, long files, long bytes, long derivedBytes) {
        public Verification {
            findings = List.copyOf(findings);
        }
    }

    /** Reads every file and compares it with the manifest. */
    public Verification verify() {
        return new Verifying(folder).verify();
    }

    /**
     * What a repair did.
     *
     * @param found what was wrong
     * @param withdrawn batches that had lost samples or rejects and were taken out
     * @param missing files of these batches that must be added again
     * @param addedAgain files of these batches that were given and are back
     */
    public record Repaired(
            Verification found, List<String> withdrawn, List<FileReport> missing, List<FileReport> addedAgain) {
        public Repaired {
            withdrawn = List.copyOf(withdrawn);
            missing = List.copyOf(missing);
            addedAgain = List.copyOf(addedAgain);
        }
    }

    /**
     * Repairs what can be repaired: files that do not belong go to {@code quarantine/}, statistics are computed again, days with
     * damaged tallies are deleted,
     * batches with damaged samples or rejects are taken out and, as far as {@code from} holds their files, read again.
     *
     * @param from files and folders that may hold what was lost
     * @param options to read them with
     */
    public Repaired repair(List<Path> from, IntakeOptions options, Engine engine) {
        return writer.repair(from, options, engine);
    }
}
