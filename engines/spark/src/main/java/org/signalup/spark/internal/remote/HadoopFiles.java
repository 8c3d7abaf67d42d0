package org.signalup.spark.internal.remote;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.engine.RemoteFiles;

/**
 * All file systems that Hadoop knows: HDFS comes with Spark, others with their connector. They are set up as for Spark itself, by
 * Hadoop's files on the class path and by {@code spark.hadoop.*}.
 */
public final class HadoopFiles implements RemoteFiles {
    private static final Map<String, RemoteFileSystem> OPEN = new ConcurrentHashMap<>();

    @Override
    public Optional<Path> find(URI url) {
        try {
            // Without a host it is the one that Hadoop's settings name (fs.defaultFS).
            URI root = new URI(url.getScheme(), url.getAuthority(), RemoteFileSystem.SEPARATOR, null, null);
            Configuration settings = SparkHadoopUtil.get().newConfiguration(new SparkConf());
            FileSystem files = FileSystem.get(root, settings);
            RemoteFileSystem system = OPEN.compute(
                    files.getUri().toString(),
                    (name, old) -> old != null && old.hadoop() == files ? old : new RemoteFileSystem(files, settings));
            return Optional.of(system.getPath("/" + url.getPath()));
        } catch (UnsupportedFileSystemException e) {
            return Optional.empty();
        } catch (IOException | URISyntaxException | RuntimeException | LinkageError e) {
            throw isAbsent(e) ? withoutConnector(url, root(e)) : unreachable(url.toString(), e);
        }
    }

    /** Hadoop knows by name the classes of connectors that do not come with it. */
    private static boolean isAbsent(Throwable problem) {
        return chain(problem)
                .anyMatch(cause -> cause instanceof ClassNotFoundException || cause instanceof LinkageError);
    }

    private static Stream<Throwable> chain(Throwable problem) {
        return Stream.iterate(problem, Objects::nonNull, Throwable::getCause);
    }

    private static String root(Throwable problem) {
        return chain(problem)
                .map(Throwable::toString)
                .reduce((outer, inner) -> inner)
                .orElseThrow();
    }

    private static RefusedException withoutConnector(URI url, String said) {
        String scheme = url.getScheme() + "://";
        return RemoteFiles.refused(
                url.toString(),
                Text.of(
                        scheme
                                + " 的连接件不全（s3a:// 为 hadoop-aws 及其依赖）：用 SIGNALUP_JARS 指明放有它们的文件夹，spark-submit 用 --packages 或 --jars（见 docs/spark.md）："
                                + said,
                        "the connector of " + scheme
                                + " is missing or lacks something it needs (of s3a://: hadoop-aws): name a folder that holds it by SIGNALUP_JARS,"
                                + " under spark-submit use --packages or --jars (docs/spark.md): " + said));
    }

    /** Why what is at a URL is not known. */
    static RefusedException unreachable(String url, Throwable problem) {
        String said = root(problem);
        return RemoteFiles.refused(url, Text.of("无法连接：" + said, "cannot be reached: " + said));
    }
}
