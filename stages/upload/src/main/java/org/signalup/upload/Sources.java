package org.signalup.upload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.lake.Lake;
import org.signalup.lake.LakeBatch;
import org.signalup.lake.SourceBasis;
import org.signalup.people.Actor;
import org.signalup.people.OrganisationKind;
import org.signalup.store.Store;
import org.signalup.upload.internal.UploadBook;

/** What is in the lake, batch by batch, and whose it is: to each what its organisation and those below it brought. */
public final class Sources {
    /** Batches that live messages made; they are told by message elsewhere. */
    private static final String LIVE = "live-";

    private final UploadBook book;
    private final Where where;

    public Sources(Store store, Where where) {
        this.book = new UploadBook(store);
        this.where = where;
    }

    /**
     * One batch.
     *
     * @param upload that brought it; empty when it came another way, which only those see who see everything
     * @param organisation who answers for it; empty when nobody said
     * @param dates of its samples, in order
     */
    public record Batch(
            String id,
            Optional<Upload> upload,
            String organisation,
            Optional<SourceBasis.Kind> basis,
            int files,
            long rows,
            List<LocalDate> dates) {
        public Batch {
            dates = List.copyOf(dates);
        }
    }

    /** The newest first. */
    public List<Batch> list(Actor actor) {
        Map<String, Upload> uploads = new HashMap<>();
        book.committed(actor.scope()).forEach(upload -> uploads.putIfAbsent(upload.lakeBatch(), upload));
        boolean whole = actor.reach().everything() && actor.organisation().kind() == OrganisationKind.ADMINISTRATION;
        List<Batch> all = new ArrayList<>();
        for (LakeBatch batch :
                Lake.openOrCreate(where.lake(), where.programme().zone()).view().batches()) {
            Optional<Upload> upload = Optional.ofNullable(uploads.get(batch.id()));
            if (upload.isPresent() || (whole && !live(batch))) {
                all.add(batch(batch, upload));
            }
        }
        all.sort(Comparator.comparing(Batch::id).reversed());
        return all;
    }

    private static boolean live(LakeBatch batch) {
        return batch.files().stream().allMatch(file -> file.file().startsWith(LIVE));
    }

    private static Batch batch(LakeBatch batch, Optional<Upload> upload) {
        return new Batch(
                batch.id(),
                upload,
                batch.basis().map(SourceBasis::organisation).orElse(""),
                batch.basis().map(SourceBasis::kind),
                batch.files().size(),
                batch.rows(),
                batch.dates());
    }
}
