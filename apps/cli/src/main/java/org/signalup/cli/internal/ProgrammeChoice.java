package org.signalup.cli.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeReader;
import org.signalup.standards.Standard;
import org.signalup.standards.Standards;

/** The shipped programme with the caller's overlay laid over it. */
public record ProgrammeChoice(Path shipped, Optional<Path> overlay) {
    public static ProgrammeChoice of(Session session, Path overlay) {
        return new ProgrammeChoice(session.programmeFolder(), Optional.ofNullable(overlay));
    }

    public Programme read() {
        return ProgrammeReader.read(shipped, overlay.stream().toList());
    }

    Standard standard(String idOrFile) {
        return Standards.find(idOrFile, folders());
    }

    /** Where standards are looked for; the overlay's own come first. */
    List<Path> folders() {
        return Stream.concat(overlay.stream(), Stream.of(shipped)).toList();
    }

    /** The programme and what is laid over it, in order. */
    List<Path> layers() {
        return Stream.concat(Stream.of(shipped), overlay.stream()).toList();
    }

    /** Mapping profiles; later folders override earlier ones. */
    public List<Path> profileFolders() {
        return layers().stream()
                .map(folder -> folder.resolve("profiles"))
                .filter(Files::isDirectory)
                .toList();
    }

    /** The files meant by an id or file, or all when none is given. */
    List<Path> standardFiles(Optional<String> idOrFile) {
        List<String> ids = idOrFile.map(List::of).orElseGet(() -> Standards.ids(folders()));
        return ids.stream().map(id -> Standards.locate(id, folders())).toList();
    }
}
