package org.signalup.live;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.signalup.domain.RefusedException;
import org.signalup.engine.Engine;
import org.signalup.intake.RowIntake;
import org.signalup.intake.RowIntake.Checked;
import org.signalup.intake.RowIntake.Kept;
import org.signalup.intake.SampleColumn;
import org.signalup.live.internal.book.BatchBook;
import org.signalup.live.internal.receive.BatchId;
import org.signalup.live.internal.receive.RowsText;
import org.signalup.live.internal.receive.SenderRules;
import org.signalup.store.Scope;
import org.signalup.store.Store;

/**
 * Takes messages: reads their rows by the rules of intake, asks whether the sender may send them, keeps what is left in the inbox.
 * A message that comes again is answered alike and kept once; its key says that it is the same, without a key its bytes do.
 */
public final class Receiver {
    private final RowIntake rows;
    private final Inbox inbox;
    private final BatchBook book;
    private final Supplier<Engine> engines;
    private final Clock clock;
    private final Duration slack;

    /**
     * Begins to take.
     *
     * @param engines asked for Parquet only
     * @param slack by how much a clock may be ahead of ours
     */
    public Receiver(RowIntake rows, Inbox inbox, Store store, Supplier<Engine> engines, Clock clock, Duration slack) {
        this.rows = rows;
        this.inbox = inbox;
        this.book = new BatchBook(store);
        this.engines = engines;
        this.clock = clock;
        this.slack = slack;
    }

    /**
     * A message.
     *
     * @param file its content unpacked, of the sort that the profile reads
     * @param digest SHA-256 of the content as it was sent, in hex
     * @param key says which message it is; empty = its bytes do
     * @param name how problems call it
     * @param profile empty = told by its headings
     * @param linesBefore the first rows of the file that were not sent: 1 when a header was added
     * @param unused names in it that no column has, known beforehand
     * @param findings known beforehand
     */
    public record Message(
            Path file,
            String digest,
            Optional<String> key,
            String name,
            Channel channel,
            Optional<String> profile,
            int linesBefore,
            Set<String> unused,
            Set<Finding> findings) {}

    /**
     * What is answered.
     *
     * @param again whether the message was known
     */
    public record Answer(KnownBatch known, boolean again) {}

    /** A key that was used for another message. */
    public static final class KeyReused extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Keeps what can be kept of a message.
     *
     * @throws InboxFull if nothing is taken just now
     * @throws KeyReused if the key belongs to another message
     * @throws RefusedException if the message as a whole cannot be read
     */
    public Answer receive(Sender sender, Message message) {
        String id = BatchId.of(sender, message.key().orElse(message.digest()));
        Optional<KnownBatch> known = find(id);
        if (known.isEmpty()) {
            inbox.refuseIfFull();
            Batch mine = keep(sender, message, id);
            return answer(new KnownBatch(mine, Optional.empty()), message, false);
        }
        return answer(known.get(), message, true);
    }

    private static Answer answer(KnownBatch known, Message message, boolean again) {
        if (!known.batch().digest().equals(message.digest())) {
            throw new KeyReused();
        }
        return new Answer(known, again);
    }

    /** A batch by what it was sent with. */
    public Optional<KnownBatch> find(Sender sender, String key) {
        return find(BatchId.of(sender, key));
    }

    private Optional<KnownBatch> find(String id) {
        return inbox.find(id)
                .map(batch -> new KnownBatch(batch, Optional.empty()))
                .or(() -> book.find(Scope.PLATFORM, id));
    }

    private Batch keep(Sender sender, Message message, String id) {
        Checked checked = rows.check(
                new RowIntake.Message(
                        message.file(), message.name(), message.profile(), Optional.of("WGS84"), sender.standIns()),
                engines);
        Instant now = clock.instant();
        SenderRules rules = new SenderRules(sender, message.linesBefore());
        List<Kept> accepted = new ArrayList<>();
        checked.kept().stream().filter(rules::accepts).forEach(accepted::add);
        checked.refused().forEach(rules::refused);
        Batch batch = new Batch(
                id,
                message.digest(),
                now,
                sender.organisation(),
                sender.account(),
                sender.probe(),
                sender.name(),
                message.channel(),
                checked.format(),
                checked.read(),
                accepted.size(),
                RowsText.ranges(accepted, message.linesBefore()),
                rules.counts(),
                rules.listed(),
                checked.removed(),
                Stream.concat(checked.unknown().stream(), message.unused().stream())
                        .toList(),
                findings(message, accepted, now));
        return inbox.append(batch, RowsText.csv(accepted));
    }

    private List<String> findings(Message message, List<Kept> accepted, Instant now) {
        Set<String> findings = new LinkedHashSet<>();
        message.findings().forEach(finding -> findings.add(finding.name()));
        Instant latest = now.plus(slack);
        boolean future = accepted.stream()
                .anyMatch(kept ->
                        Instant.parse(kept.cell(SampleColumn.OBSERVED_AT)).isAfter(latest));
        if (future) {
            findings.add(Finding.FROM_THE_FUTURE.name());
        }
        return List.copyOf(findings);
    }
}
