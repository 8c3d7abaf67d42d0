package org.signalup.lake.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.signalup.domain.Sha256;
import org.signalup.engine.RemoteFiles;
import org.signalup.lake.internal.LakeState.StoredFile;

/**
 * The folder of a lake and all that is done to files in it: nothing else touches them. A file gets its name by one
 * rename, after its bytes are on the disk; in a {@link #shared} lake when its last byte was written.
 *
 * @param workplace where those who write keep what is not published yet, unless that is in the lake itself
 */
public record LakeFolder(Path root, Path workplace) {
    static final String MANIFEST = "lake.json";
    static final String LOG = "log.jsonl";
    static final String PARTS = "parts";
    static final String BATCHES = "batches";
    static final String TALLIES = "tallies";
    static final String WORK = "work";
    static final String QUARANTINE = "quarantine";
    /** Belongs to those who bring messages: what they noted, and a batch on its way. */
    static final String STREAMS = "streams";

    static final String LOCK = ".lock";

    private static final Set<String> OWN_FOLDERS = Set.of(PARTS, BATCHES, TALLIES, WORK, QUARANTINE, STREAMS);
    /** Manifest and log, by edition or not, whole or being written; and what is hidden, which belongs to the file system. */
    private static final Pattern OWN_NAMES = Pattern.compile("(lake|log)(-[0-9]{9})?\\.jsonl?(\\..*tmp)?|\\..*");

    public LakeFolder {
        root = root.toAbsolutePath().normalize();
    }

    public LakeFolder(Path root) {
        this(root, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** Whether it lies where other machines write too: on an object store or a distributed file system. */
    boolean shared() {
        return RemoteFiles.isRemote(root);
    }

    Book book() {
        return shared() ? new SharedBook(this) : new LocalBook(this);
    }

    Path resolve(String path) {
        return root.resolve(path);
    }

    public Path tallies() {
        return resolve(TALLIES);
    }

    /** Where somebody who writes keeps what is not published yet: on a disk of this machine or one that engines share. */
    Path work() {
        return shared() ? workplace.toAbsolutePath().resolve("signalup-lake-" + UUID.randomUUID()) : resolve(WORK);
    }

    /** Whether a file lies in the lake itself; one that a stream is bringing does not yet. */
    boolean holds(Path file) {
        Path place = file.toAbsolutePath().normalize();
        return place.startsWith(root) && !place.startsWith(resolve(STREAMS));
    }

    /** Whether a path is one of a file that was published, not of one that somebody is writing. */
    boolean isPublished(String path) {
        return Stream.of(PARTS, BATCHES, TALLIES).anyMatch(place -> path.startsWith(place + "/"))
                && !path.contains("/.");
    }

    boolean exists(String path) {
        return Files.exists(resolve(path));
    }

    String read(String path) {
        try {
            return Files.readString(resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file of a shared lake unless there is one; whether there was none. */
    boolean create(String path, String content) {
        try {
            Files.writeString(resolve(path), content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a file as a whole: after a kill there is the old one or the new one. */
    void replace(String path, String content) {
        Path fresh = resolve(path + ".tmp");
        try {
            Files.writeString(fresh, content);
            force(fresh);
            Files.move(fresh, resolve(path), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds to the end of a file. */
    void append(String path, String content) {
        try (FileChannel channel = FileChannel.open(
                resolve(path), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            channel.write(java.nio.ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves a finished file to its place and tells what it is. */
    StoredFile store(Path finished, String path, long rows) {
        Path place = resolve(path);
        try {
            if (shared()) {
                StoredFile stored = new StoredFile(path, rows, Files.size(finished), Sha256.hex(finished));
                Files.copy(finished, place);
                Files.delete(finished);
                return stored;
            }
            Files.createDirectories(place.getParent());
            force(finished);
            StoredFile stored = new StoredFile(path, rows, Files.size(finished), Sha256.hex(finished));
            Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder(place.getParent());
            forceFolder(place.getParent().getParent());
            return stored;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves a file within the lake. */
    void move(String from, String to) {
        try {
            Files.createDirectories(resolve(to).getParent());
            Files.move(resolve(from), resolve(to), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long size(String path) {
        try {
            return Files.size(resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is a lake. */
    public boolean hasManifest() {
        return book().begun();
    }

    String sha256(String path) {
        return digestOf(resolve(path));
    }

    /** SHA-256 of any file as it is. */
    static String digestOf(Path file) {
        try {
            return Sha256.hex(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Paths of all files below a folder of the lake, sorted. */
    List<String> files(String folder) {
        if (!Files.isDirectory(resolve(folder))) {
            return List.of();
        }
        try (Stream<Path> walk =
                Files.find(resolve(folder), Integer.MAX_VALUE, (file, attributes) -> !attributes.isDirectory())) {
            return walk.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files at the top of the lake, and in folders there, that no lake has. */
    List<String> strangersAtTheTop() {
        return names("").stream()
                .filter(name ->
                        !OWN_FOLDERS.contains(name) && !OWN_NAMES.matcher(name).matches())
                .flatMap(name -> Files.isDirectory(resolve(name)) ? files(name).stream() : Stream.of(name))
                .toList();
    }

    /** Names of what is directly in a folder of the lake, sorted. */
    List<String> names(String folder) {
        if (!Files.isDirectory(resolve(folder))) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(resolve(folder))) {
            return children.map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void createFolder(String path) {
        createFolder(resolve(path));
    }

    static void createFolder(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a file or a folder with all that is in it, if it is there. */
    void delete(String path) {
        delete(resolve(path));
    }

    /** The same of any file or folder. */
    static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(path)) {
            for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes names last through a power failure, where the system lets a folder be opened. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows does not, and does not need it.
            return;
        }
    }
}
