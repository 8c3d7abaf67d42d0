package org.signalup.spark.internal.remote;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;

/** One bucket, or one cluster of HDFS. It stays open as long as the program: others use Hadoop's connection too. */
final class RemoteFileSystem extends FileSystem {
    static final String SEPARATOR = "/";

    /** Whose rename is one step, and fails where something is already. */
    private static final Set<String> RENAMING = Set.of("hdfs", "webhdfs", "swebhdfs", "viewfs", "ofs", "abfs", "abfss");

    private final org.apache.hadoop.fs.FileSystem hadoop;
    private final Configuration settings;
    private final RemoteProvider provider;
    private FileContext context;

    RemoteFileSystem(org.apache.hadoop.fs.FileSystem hadoop, Configuration settings) {
        this.hadoop = hadoop;
        this.settings = settings;
        this.provider = new RemoteProvider(this);
    }

    org.apache.hadoop.fs.FileSystem hadoop() {
        return hadoop;
    }

    /** Hadoop's other way to the same files, which alone renames as one says. */
    synchronized FileContext context() throws IOException {
        if (context == null) {
            context = FileContext.getFileContext(hadoop.getUri(), settings);
        }
        return context;
    }

    String url() {
        return hadoop.getUri().toString();
    }

    /** Whether a file or folder gets another name in one step. */
    boolean renames() {
        return RENAMING.contains(hadoop.getScheme());
    }

    /** Whether a file can be written only if there is none. */
    boolean writesOnlyNew(org.apache.hadoop.fs.Path file) throws IOException {
        return hadoop.hasPathCapability(file, CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE);
    }

    @Override
    public RemoteProvider provider() {
        return provider;
    }

    @Override
    public RemotePath getPath(String first, String... more) {
        String text = String.join(
                SEPARATOR, Stream.concat(Stream.of(first), Arrays.stream(more)).toList());
        List<String> names = Arrays.stream(text.split(SEPARATOR))
                .filter(name -> !name.isEmpty())
                .toList();
        return new RemotePath(this, text.startsWith(SEPARATOR), names);
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("stays open as long as the program");
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return SEPARATOR;
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(getPath(SEPARATOR));
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return List.of();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        throw new UnsupportedOperationException("patterns of paths");
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException("owners of files");
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException("watching files");
    }
}
