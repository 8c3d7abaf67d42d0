package org.signalup.spark.internal.remote;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.PathIsNotEmptyDirectoryException;

/** Does with remote files what {@link Files} asks for. */
final class RemoteProvider extends FileSystemProvider {
    private final RemoteFileSystem system;

    RemoteProvider(RemoteFileSystem system) {
        this.system = system;
    }

    private FileSystem hadoop() {
        return system.hadoop();
    }

    private static org.apache.hadoop.fs.Path named(Path path) {
        return RemotePath.of(path).hadoop();
    }

    @Override
    public String getScheme() {
        return hadoop().getScheme();
    }

    @Override
    public RemoteFileSystem newFileSystem(URI uri, Map<String, ?> settings) {
        throw new UnsupportedOperationException("opened by HadoopFiles");
    }

    @Override
    public RemoteFileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public RemotePath getPath(URI uri) {
        return system.getPath(RemoteFileSystem.SEPARATOR + uri.getPath());
    }

    @Override
    public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
        try {
            return hadoop().open(named(path));
        } catch (FileNotFoundException e) {
            throw absent(path, e);
        }
    }

    @Override
    public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
        if (Arrays.asList(options).contains(StandardOpenOption.APPEND)) {
            throw new UnsupportedOperationException("adding to a file");
        }
        boolean onlyNew = Arrays.asList(options).contains(StandardOpenOption.CREATE_NEW);
        return WholeFile.write(RemotePath.of(path), onlyNew);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        if (options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND)) {
            throw new UnsupportedOperationException("writing anywhere in a file");
        }
        long size = readAttributes(path, BasicFileAttributes.class).size();
        return new ReadChannel(hadoop().open(named(path)), size);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        List<RemotePath> children;
        try {
            children = Arrays.stream(hadoop().listStatus(named(folder)))
                    .map(status -> child(folder, status))
                    .toList();
        } catch (FileNotFoundException e) {
            throw absent(folder, e);
        }
        if (children.size() == 1 && children.get(0).equals(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        return Listing.of(children, filter);
    }

    /** Of a file the listing is that file. */
    private static RemotePath child(Path folder, FileStatus status) {
        RemotePath parent = RemotePath.of(folder);
        boolean itself = status.getPath().equals(parent.hadoop()) && status.isFile();
        Path child = itself ? parent : parent.resolve(status.getPath().getName());
        return RemotePath.of(child).told(status);
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        if (hadoop().exists(named(folder))) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        hadoop().mkdirs(named(folder));
    }

    /** Where folders are only the beginnings of names, one is gone with its last file. */
    @Override
    public void delete(Path path) throws IOException {
        try {
            if (!hadoop().delete(named(path), false) && system.renames()) {
                throw new NoSuchFileException(path.toString());
            }
        } catch (PathIsNotEmptyDirectoryException e) {
            throw (IOException) new DirectoryNotEmptyException(path.toString()).initCause(e);
        }
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        boolean onlyNew = !Arrays.asList(options).contains(StandardCopyOption.REPLACE_EXISTING);
        try (InputStream in = newInputStream(source);
                OutputStream out = WholeFile.write(RemotePath.of(target), onlyNew)) {
            in.transferTo(out);
        }
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        boolean atomic = Arrays.asList(options).contains(StandardCopyOption.ATOMIC_MOVE);
        boolean replacing = atomic || Arrays.asList(options).contains(StandardCopyOption.REPLACE_EXISTING);
        if (system.renames()) {
            rename(named(source), named(target), replacing ? Options.Rename.OVERWRITE : Options.Rename.NONE);
        } else if (atomic) {
            throw new AtomicMoveNotSupportedException(source.toString(), target.toString(), getScheme() + " copies");
        } else {
            if (replacing) {
                Files.deleteIfExists(target);
            }
            if (!hadoop().rename(named(source), named(target))) {
                throw new IOException(source + ": not moved to " + target);
            }
        }
    }

    /** In one step. */
    void rename(org.apache.hadoop.fs.Path source, org.apache.hadoop.fs.Path target, Options.Rename how)
            throws IOException {
        try {
            system.context().rename(source, target, how);
        } catch (FileNotFoundException e) {
            throw absent(source, e);
        } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
            throw (IOException) new FileAlreadyExistsException(target.toString()).initCause(e);
        }
    }

    @Override
    public boolean isSameFile(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    @Override
    public boolean isHidden(Path path) {
        return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }

    @Override
    public FileStore getFileStore(Path path) {
        throw new UnsupportedOperationException("how much room there is");
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        status(path);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return null;
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        if (!type.isAssignableFrom(Attributes.class)) {
            throw new UnsupportedOperationException(type.getName());
        }
        FileStatus told = RemotePath.of(path).takeTold();
        return type.cast(new Attributes(told == null ? status(path) : told));
    }

    /**
     * Java takes every {@link IOException} here for absence ({@link Files#exists}). A store that does not answer, or refuses to, has not
     * said that it has no such file: what it holds must not pass for lost.
     */
    private FileStatus status(Path path) throws IOException {
        try {
            return hadoop().getFileStatus(named(path));
        } catch (FileNotFoundException e) {
            throw absent(path, e);
        } catch (IOException e) {
            throw HadoopFiles.unreachable(path.toString(), e);
        }
    }

    private static IOException absent(Object path, FileNotFoundException cause) {
        return (IOException) new NoSuchFileException(path.toString()).initCause(cause);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) {
        throw new UnsupportedOperationException("attributes by name");
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
        throw new UnsupportedOperationException("attributes by name");
    }
}
