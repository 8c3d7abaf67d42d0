package org.signalup.spark.internal.remote;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
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
        String authority = url.getAuthority() == null ? "" : url.getAuthority();
        URI root = URI.create(url.getScheme() + "://" + authority);
        try {
            Configuration settings = SparkHadoopUtil.get().newConfiguration(new SparkConf());
            FileSystem files = FileSystem.get(root, settings);
            RemoteFileSystem system = OPEN.compute(
                    files.getUri().toString(),
                    (name, old) -> old != null && old.hadoop() == files ? old : new RemoteFileSystem(files, settings));
            return Optional.of(system.getPath("/" + url.getPath()));
        } catch (UnsupportedFileSystemException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            throw RemoteFiles.refused(url.toString(), Text.of("无法连接：" + e, "cannot be reached: " + e));
        }
    }
}
