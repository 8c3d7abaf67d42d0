package org.signalup.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.intake.internal.Previewing;
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
     * Looks at the first rows of a table and proposes what its columns are.
     *
     * @param id of the profile
     * @throws RefusedException when the file is no table
     */
    public static ProfileDraft guess(Path file, String id, Programme programme, Engine engine) {
        InputFile input = input(file);
        try {
            return new Drafting(input, programme, engine).draft(id);
        } catch (FileRefusal e) {
            throw new RefusedException(e.problem(input.name()));
        }
    }

    /**
     * Reads the first rows of a file with a profile.
     *
     * @param profile its text
     * @param options {@code profile} in it is not looked at
     * @throws RefusedException when the profile or the file cannot be read, or the one does not fit the other
     */
    public static List<RowPreview> preview(Path file, String profile, int rows, IntakeOptions options, Engine engine) {
        InputFile input = input(file);
        try {
            return new Previewing(input, options, engine).read(profile, rows);
        } catch (FileRefusal e) {
            throw new RefusedException(e.problem(input.name()));
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

    private static InputFile input(Path file) {
        return new InputFile(file, file.getFileName().toString());
    }
}
