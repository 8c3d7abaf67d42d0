package org.signalup.upload;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.ProgressListener;
import org.signalup.domain.RefusedException;
import org.signalup.engine.Column;
import org.signalup.engine.Engine;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;
import org.signalup.intake.DeviceName;
import org.signalup.intake.Intake;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.signalup.upload.internal.Looking;
import org.signalup.upload.internal.UploadBook;
import org.signalup.upload.internal.UploadFolder;

/**
 * Raw files that hold a device: of what is in the lake by what the lake says, of what is not there yet by reading it. The bytes of a
 * file cannot be changed without making it another, so they go as a whole.
 */
public final class DeviceFiles {
    private final UploadBook book;
    private final UploadFolder folder;
    private final Looking looking;
    private final Where where;

    public DeviceFiles(Store store, Where where, UploadSettings settings) {
        this.book = new UploadBook(store);
        this.folder = new UploadFolder(where.uploads(), where.sealing(), settings);
        this.looking = new Looking(where, folder, settings, store);
        this.where = where;
    }

    /** A file of an upload, of which the bytes are there. */
    public record Found(Upload upload, Upload.File file) {}

    /**
     * Finds them.
     *
     * @param batches of the lake that hold the device
     * @param digests of the files the device's samples came in; an archive has another one than what lay in it
     * @param device as its files name it
     * @param names all names it may have among samples
     */
    public List<Found> find(Set<String> batches, Set<String> digests, String device, List<DeviceName> names) {
        List<Found> found = new ArrayList<>();
        for (Upload upload : book.notThrownAway()) {
            if (batches.contains(upload.lakeBatch())) {
                found.addAll(of(upload, digests));
            } else if (upload.lakeBatch().isEmpty() && holds(upload, device, names)) {
                found.addAll(of(upload, Set.of()));
            }
        }
        found.removeIf(one -> !folder.has(one.file().digest()));
        return found;
    }

    private static List<Found> of(Upload upload, Set<String> digests) {
        List<Found> named = upload.files().stream()
                .filter(file -> digests.contains(file.digest()))
                .map(file -> new Found(upload, file))
                .toList();
        return named.isEmpty()
                ? upload.files().stream().map(file -> new Found(upload, file)).toList()
                : named;
    }

    private boolean holds(Upload upload, String device, List<DeviceName> names) {
        try (UploadFolder.Desk desk = folder.desk(upload);
                Engine engine = where.engines().get()) {
            Intake.read(desk.files(), looking.options(upload, desk.work(), ProgressListener.NONE), engine);
            try (TableWriter writer = engine.create(
                    Schema.of("asked_name").with(Column.Type.VARCHAR, "name").build())) {
                names.stream()
                        .map(DeviceName::kept)
                        .distinct()
                        .forEach(name -> writer.put(name).endRow());
            }
            return engine.number("SELECT COUNT(*) FROM sample_read WHERE device_id IN (SELECT name FROM asked_name)")
                    > 0;
        } catch (RefusedException unreadable) {
            return says(upload, device);
        } catch (IOException gone) {
            return false;
        }
    }

    /** Nobody knows what the files are: whether the id stands in them as text. */
    private boolean says(Upload upload, String device) {
        return upload.files().stream().anyMatch(file -> folder.says(file.digest(), device));
    }

    /** Takes their bytes away, and what readings of them kept; uploads that are not in the lake yet are thrown away. */
    public void erase(List<Found> found) throws IOException {
        for (Found one : found) {
            folder.forget(one.file().digest());
            folder.forgetReadings(one.upload());
            Optional<Upload> now = book.find(Scope.PLATFORM, one.upload().id());
            if (now.filter(upload -> upload.lakeBatch().isEmpty() && upload.state() != UploadState.DISCARDED)
                    .isPresent()) {
                book.become(Scope.PLATFORM, UploadState.DISCARDED.text().zh(), now.get(), UploadState.DISCARDED);
            }
        }
    }
}
