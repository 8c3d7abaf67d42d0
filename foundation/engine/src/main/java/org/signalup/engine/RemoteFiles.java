package org.signalup.engine;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;

/**
 * Files that no machine has on its disks: of an object store or a distributed file system, named by URLs. They are paths like any
 * other, of a {@link FileSystem} of their own, so that whoever works on paths works on them. Providers are found on the class path:
 * who has no such files needs none.
 *
 * <p>What such a file system promises beyond its contract: a file that is written appears as a whole when it is closed, and one
 * opened with {@code CREATE_NEW} only if nobody else has made it by then. A move that is not one step is refused as atomic.
 */
public interface RemoteFiles {
    /** How URLs of files on a disk begin. */
    String DISK = "file://";

    /**
     * The place that a URL names; empty if this provider knows no such files.
     *
     * @throws RefusedException if it does, but cannot get at them
     */
    Optional<Path> find(URI url);

    /**
     * The place that somebody named, by a path or by a URL.
     *
     * @throws RefusedException if nobody here knows such a URL
     */
    static Path path(String place) {
        if (!isRemote(place)) {
            return place.startsWith(DISK) ? Path.of(url(place)) : Path.of(place);
        }
        URI url = url(place);
        return ServiceLoader.load(RemoteFiles.class).stream()
                .flatMap(provider -> provider.get().find(url).stream())
                .findFirst()
                .orElseThrow(() -> refused(
                        place,
                        Text.of(
                                "这里不认得 " + url.getScheme()
                                        + "://；请用 ./signalup 或 spark-submit 运行，并带上它的连接件（见 docs/spark.md）",
                                "nothing here knows " + url.getScheme()
                                        + "://; run ./signalup or spark-submit, with the"
                                        + " connector it needs (docs/spark.md)")));
    }

    /** Whether somebody named a URL, and not one of a disk. */
    static boolean isRemote(String place) {
        return place.matches("[A-Za-z][A-Za-z0-9+.-]+://.*") && !place.startsWith(DISK);
    }

    /** Whether a path is of another file system than this machine's. */
    static boolean isRemote(Path path) {
        return !path.getFileSystem().equals(FileSystems.getDefault());
    }

    /** Why a URL cannot be used. */
    static RefusedException refused(String url, Text why) {
        return new RefusedException(Problem.ofFile(url, "URL_UNUSABLE", why));
    }

    private static URI url(String place) {
        try {
            return URI.create(place);
        } catch (IllegalArgumentException e) {
            throw refused(place, Text.of("不是合法的 URL", "is no URL"));
        }
    }
}
