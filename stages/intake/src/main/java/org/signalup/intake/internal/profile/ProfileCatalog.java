package org.signalup.intake.internal.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.domain.TextOrder;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.internal.file.FileRefusal;
import org.signalup.standards.StrictYaml;

/** The profiles a run may use. */
public final class ProfileCatalog {
    private final Map<String, Profile> profiles = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param folders of {@code *.yml}; later ones override by id
     * @throws RefusedException with every problem of every profile
     */
    public ProfileCatalog(List<Path> folders) {
        profiles.put(CanonicalFormat.ID, CanonicalFormat.profile());
        folders.forEach(this::load);
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
    }

    /**
     * All of them, or the one that was asked for by id or file.
     *
     * @throws RefusedException when there is no such profile
     */
    public List<Profile> choose(Optional<String> wanted) {
        if (wanted.isEmpty()) {
            return List.copyOf(profiles.values());
        }
        Profile known = profiles.get(wanted.get());
        if (known != null) {
            return List.of(known);
        }
        Path file = Path.of(wanted.get());
        if (Files.isRegularFile(file)) {
            return List.of(ProfileFile.read(StrictYaml.read(file), profiles));
        }
        String ids = String.join(", ", profiles.keySet());
        throw new RefusedException(
                new FileRefusal(RefusalCode.PROFILE_UNKNOWN, Text.of("可用的有 " + ids, "there are " + ids))
                        .problem(wanted.get()));
    }

    /**
     * A profile that is no file yet.
     *
     * @throws RefusedException with every problem of it
     */
    public Profile parse(String text) {
        return ProfileFile.read(StrictYaml.parse("profile.yml", text), profiles);
    }

    private void load(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted = files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted((a, b) -> TextOrder.CODE_POINTS.compare(a.toString(), b.toString()))
                    .toList();
            List<StrictYaml> parsed = new ArrayList<>();
            sorted.forEach(file -> parse(file).ifPresent(parsed::add));
            // Whoever extends another comes after it.
            parsed.sort(Comparator.comparing(yaml -> yaml.root().has("extends")));
            parsed.forEach(this::add);
        } catch (IOException e) {
            problems.add(new FileRefusal(RefusalCode.FILE_UNREADABLE).problem(folder.toString()));
        }
    }

    private Optional<StrictYaml> parse(Path file) {
        try {
            return Optional.of(StrictYaml.read(file));
        } catch (RefusedException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private void add(StrictYaml yaml) {
        try {
            Profile profile = ProfileFile.read(yaml, profiles);
            profiles.put(profile.id(), profile);
        } catch (RefusedException e) {
            problems.addAll(e.problems());
        }
    }
}
