package org.signalup.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.signalup.domain.Problem;
import org.signalup.domain.ProgressListener;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.intake.ProfileDraft;
import org.signalup.intake.ProfileDrafts;
import org.signalup.intake.RowPreview;
import org.signalup.people.Actor;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.signalup.upload.internal.Looking;
import org.signalup.upload.internal.ProfileBook;
import org.signalup.upload.internal.UploadFolder;
import org.springframework.dao.DuplicateKeyException;

/**
 * Mapping profiles that people make for files nobody knew: guessed from a file, mended by hand, tried, and kept in versions that never
 * change. Detection uses them beside the programme's.
 */
public final class Mappings {
    private static final int LONGEST = 100_000;

    private final Where where;
    private final UploadFolder folder;
    private final Looking looking;
    private final ProfileBook book;

    public Mappings(Store store, Where where, UploadSettings settings) {
        this.where = where;
        this.folder = new UploadFolder(where.uploads(), where.sealing(), settings);
        this.looking = new Looking(where, folder, settings, store);
        this.book = new ProfileBook(store);
    }

    /**
     * A table of an upload.
     *
     * @param file its index in the upload
     * @param member of it when it is an archive, as {@link #members} names it; empty = the file itself
     */
    public record Table(int file, String member) {}

    /**
     * What a file holds that may be tables, when it is an archive; else empty.
     *
     * @throws RefusedException when the archive cannot be read
     */
    public List<String> members(Upload upload, int file) {
        return with(
                upload,
                file,
                (desk, engine) -> ProfileDrafts.members(desk.files().get(file), desk.work()));
    }

    /**
     * What a table may be.
     *
     * @throws RefusedException if it is no table
     */
    public ProfileDraft guess(Upload upload, Table table, String id) {
        return with(
                upload,
                table.file(),
                (desk, engine) -> ProfileDrafts.guess(at(desk, table), id, where.programme(), engine));
    }

    /**
     * Its first rows as a profile would read them.
     *
     * @throws RefusedException if the profile is wrong or does not fit
     */
    public List<RowPreview> preview(Upload upload, Table table, String yaml, int rows) {
        return with(
                upload,
                table.file(),
                (desk, engine) -> ProfileDrafts.preview(
                        at(desk, table),
                        yaml,
                        rows,
                        looking.options(upload, desk.work(), ProgressListener.NONE),
                        engine));
    }

    private static ProfileDrafts.Table at(UploadFolder.Desk desk, Table table) {
        return new ProfileDrafts.Table(desk.files().get(table.file()), table.member(), desk.work());
    }

    private <T> T with(Upload upload, int file, BiFunction<UploadFolder.Desk, Engine, T> work) {
        if (file < 0 || file >= upload.files().size()) {
            throw refused("file", Integer.toString(file), Text.of("没有这个文件", "there is no such file"));
        }
        try (UploadFolder.Desk desk = folder.desk(upload);
                Engine engine = where.engines().get()) {
            return work.apply(desk, engine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The latest version of each that somebody sees. */
    public List<SavedProfile> latest(Scope scope) {
        return book.latest(scope);
    }

    /** All versions of one, the newest first. */
    public List<SavedProfile> versions(Scope scope, String profile) {
        return book.versions(scope, profile);
    }

    public Optional<SavedProfile> find(Scope scope, String profile, int version) {
        return book.find(scope, profile, version);
    }

    /**
     * Keeps a profile as the next version of its id.
     *
     * @throws RefusedException if it is wrong, or its id is another's
     */
    public SavedProfile save(Actor actor, String yaml) {
        if (yaml.length() > LONGEST) {
            throw refused("yaml", "", Text.of("太长", "too long"));
        }
        ProfileDrafts.Named named = ProfileDrafts.check(yaml, where.profiles());
        if (ProfileDrafts.known(where.profiles()).contains(named.id())) {
            throw taken(named.id());
        }
        int version = book.versions(Scope.PLATFORM, named.id()).stream()
                        .mapToInt(SavedProfile::version)
                        .max()
                        .orElse(0)
                + 1;
        List<SavedProfile> mine = book.versions(actor.scope(), named.id()).stream()
                .filter(one -> one.organisation() == actor.organisation().id())
                .toList();
        if (version > 1 && mine.isEmpty()) {
            throw taken(named.id());
        }
        boolean shared = !mine.isEmpty() && mine.get(0).shared();
        SavedProfile made = new SavedProfile(
                actor.organisation().id(),
                named.id(),
                version,
                named.name().zh(),
                numbered(yaml, version),
                shared,
                actor.name(),
                Instant.now());
        try {
            book.add(actor.scope(), made);
        } catch (DuplicateKeyException e) {
            throw taken(named.id());
        }
        return book.find(actor.scope(), named.id(), version).orElseThrow();
    }

    private static String numbered(String yaml, int version) {
        String without = yaml.replaceAll("(?m)^version:.*\\R?", "");
        return "version: " + version + "\n" + without;
    }

    /** Shows a profile to other organisations, or to nobody else any more; whether it is the asker's own. */
    public boolean share(Actor actor, String profile, boolean shared) {
        return book.share(actor.scope(), profile, shared);
    }

    private static RefusedException taken(String id) {
        return refused("id", id, Text.of("这个编号已被使用，请换一个", "this id is in use, choose another"));
    }

    private static RefusedException refused(String field, String value, Text text) {
        return new RefusedException(new Problem("", 0, field, value, "PROFILE_REFUSED", text));
    }
}
