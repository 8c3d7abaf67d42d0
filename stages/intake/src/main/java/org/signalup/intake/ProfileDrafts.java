package org.signalup.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.intake.internal.Previewing;
import org.signalup.intake.internal.archive.Unpacking;
import org.signalup.intake.internal.draft.Drafting;
import org.signalup.intake.internal.file.FileRefusal;
import org.signalup.intake.internal.file.InputFile;
import org.signalup.intake.internal.profile.Profile;
import org.signalup.intake.internal.profile.ProfileCatalog;
import org.signalup.standards.Programme;

/** Profiles for tables nobody knows yet: proposals from a file, and how a draft would read it. Nothing is kept. */
public final class ProfileDrafts {
    private ProfileDrafts() {}

    /**
     * A table to look at.
     *
     * @param file as it was given
     * @param member of it when it is an archive, as reports call it; empty = the file itself
     * @param work where an archive is unpacked meanwhile
     */
    public record Table(Path file, String member, Path work) {
        /** A file that is a table itself. */
        public static Table of(Path file) {
            return new Table(file, "", file);
        }
    }

    /**
     * What an archive holds that may be tables, as reports call them; empty for a file that is no archive.
     *
     * @throws RefusedException when the archive is damaged, hostile, or of no kind that is read
     */
    public static List<String> members(Path file, Path work) {
        InputFile input = new InputFile(file, file.getFileName().toString());
        return Unpacking.isArchive(input)
                ? within(input, work, all -> all.stream().map(InputFile::name).toList())
                : List.of();
    }

    /**
     * Looks at the first rows of a table and proposes what its columns are.
     *
     * @param id of the profile
     * @throws RefusedException when it is no table
     */
    public static ProfileDraft guess(Table table, String id, Programme programme, Engine engine) {
        return with(table, input -> new Drafting(input, programme, engine).draft(id));
    }

    /**
     * Reads the first rows of a table with a profile.
     *
     * @param profile its text
     * @param options {@code profile} in it is not looked at
     * @throws RefusedException when the profile or the file cannot be read, or the one does not fit the other
     */
    public static List<RowPreview> preview(
            Table table, String profile, int rows, IntakeOptions options, Engine engine) {
        return with(table, input -> new Previewing(input, options, engine).read(profile, rows));
    }

    private static <T> T with(Table table, Function<InputFile, T> work) {
        InputFile input = new InputFile(table.file(), table.file().getFileName().toString());
        if (table.member().isEmpty()) {
            return said(input.name(), () -> work.apply(input));
        }
        return within(
                input,
                table.work(),
                all -> all.stream()
                        .filter(one -> one.name().equals(table.member()))
                        .findFirst()
                        .map(one -> said(one.name(), () -> work.apply(one)))
                        .orElseThrow(() -> new RefusedException(
                                new FileRefusal(RefusalCode.NO_SAMPLE_FILE).problem(table.member()))));
    }

    private static <T> T within(InputFile archive, Path folder, Function<List<InputFile>, T> work) {
        return said(archive.name(), () -> {
            try (Unpacking unpacking = new Unpacking(folder)) {
                return work.apply(unpacking.files(archive));
            } catch (IOException e) {
                throw new FileRefusal(RefusalCode.FILE_UNREADABLE, Text.same(String.valueOf(e.getMessage())));
            }
        });
    }

    private static <T> T said(String name, Supplier<T> work) {
        try {
            return work.get();
        } catch (FileRefusal e) {
            throw new RefusedException(e.problem(name));
        }
    }

    /** A profile as others know it. */
    public record Named(String id, int version, Text name) {}

    /**
     * Looks whether a text is a profile.
     *
     * @param folders of profiles that it may extend
     * @throws RefusedException with every problem of it
     */
    public static Named check(String profile, List<Path> folders) {
        Profile read = new ProfileCatalog(folders).parse(profile);
        return new Named(read.id(), read.version(), read.name());
    }

    /** Ids of the profiles in folders, and of the canonical file. */
    public static Set<String> known(List<Path> folders) {
        return new ProfileCatalog(folders)
                .choose(Optional.empty()).stream().map(Profile::id).collect(Collectors.toSet());
    }
}
