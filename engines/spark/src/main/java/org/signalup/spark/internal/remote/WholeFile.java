package org.signalup.spark.internal.remote;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;

/**
 * A file that appears as a whole when it is closed. Where a rename is one step it is written under a private name first; an object
 * store shows nothing before the end anyway, and is told to refuse what is there already ({@code If-None-Match}).
 */
final class WholeFile extends FilterOutputStream {
    private final RemoteFileSystem system;
    private final FSDataOutputStream file;
    private final Path written;
    private final Path name;
    private final boolean onlyNew;
    private boolean failed;
    private boolean closed;

    private WholeFile(RemoteFileSystem system, FSDataOutputStream file, Path written, Path name, boolean onlyNew) {
        super(file);
        this.system = system;
        this.file = file;
        this.written = written;
        this.name = name;
        this.onlyNew = onlyNew;
    }

    /** @param onlyNew closing fails if somebody else has made the file by then */
    static OutputStream write(RemotePath path, boolean onlyNew) throws IOException {
        RemoteFileSystem system = path.getFileSystem();
        Path name = path.hadoop();
        Path written = system.renames() ? new Path(name.getParent(), privateName(name)) : name;
        boolean condition = onlyNew && !system.renames();
        if (condition && !system.writesOnlyNew(name)) {
            throw new IOException(name + ": written without a condition (expected: a store that knows If-None-Match, or"
                    + " a file system that renames in one step)");
        }
        var builder = system.hadoop().createFile(written).recursive().overwrite(!condition);
        if (condition) {
            builder.must(CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true);
        }
        return new WholeFile(system, builder.build(), written, name, onlyNew);
    }

    private static String privateName(Path name) {
        String once = UUID.randomUUID().toString().substring(0, 8);
        return "." + name.getName() + "." + once + ".tmp";
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            file.write(bytes, from, count);
        } catch (IOException e) {
            failed = true;
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (file.hasCapability(StreamCapabilities.HSYNC)) {
            file.hsync();
        }
        try {
            file.close();
        } catch (IOException e) {
            // Every connector says in its own words that a condition did not hold.
            if (onlyNew && written.equals(name) && system.hadoop().exists(name)) {
                throw (IOException) new FileAlreadyExistsException(name.toString()).initCause(e);
            }
            throw e;
        }
        if (!written.equals(name)) {
            appear();
        }
    }

    private void appear() throws IOException {
        try {
            if (!failed) {
                system.provider().rename(written, name, onlyNew ? Options.Rename.NONE : Options.Rename.OVERWRITE);
            }
        } finally {
            system.hadoop().delete(written, false);
        }
    }
}
