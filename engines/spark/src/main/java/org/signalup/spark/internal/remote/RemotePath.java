package org.signalup.spark.internal.remote;

import java.net.URI;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.hadoop.fs.FileStatus;

/** The names of a file and of the folders it is in. An absolute one is shown as a URL. */
final class RemotePath implements Path {
    private final RemoteFileSystem system;
    private final boolean absolute;
    private final List<String> names;
    /** What a listing told, once: who walks a tree need not ask again for each file. */
    private FileStatus told;

    RemotePath(RemoteFileSystem system, boolean absolute, List<String> names) {
        this.system = system;
        this.absolute = absolute;
        this.names = List.copyOf(names);
    }

    static RemotePath of(Path path) {
        if (path instanceof RemotePath remote) {
            return remote;
        }
        throw new ProviderMismatchException(path + " (expected: a remote path)");
    }

    /** The same as Hadoop names it. */
    org.apache.hadoop.fs.Path hadoop() {
        return new org.apache.hadoop.fs.Path(toAbsolutePath().toString());
    }

    RemotePath told(FileStatus status) {
        told = status;
        return this;
    }

    /** What a listing told of it, if it did and nobody has asked yet; null otherwise. */
    FileStatus takeTold() {
        FileStatus status = told;
        told = null;
        return status;
    }

    private RemotePath with(boolean whole, List<String> other) {
        return new RemotePath(system, whole, other);
    }

    @Override
    public RemoteFileSystem getFileSystem() {
        return system;
    }

    @Override
    public boolean isAbsolute() {
        return absolute;
    }

    @Override
    public RemotePath getRoot() {
        return absolute ? with(true, List.of()) : null;
    }

    @Override
    public RemotePath getFileName() {
        return names.isEmpty() ? null : with(false, names.subList(names.size() - 1, names.size()));
    }

    @Override
    public RemotePath getParent() {
        boolean none = names.isEmpty() || (!absolute && names.size() == 1);
        return none ? null : with(absolute, names.subList(0, names.size() - 1));
    }

    @Override
    public int getNameCount() {
        return names.size();
    }

    @Override
    public RemotePath getName(int index) {
        return subpath(index, index + 1);
    }

    @Override
    public RemotePath subpath(int begin, int end) {
        if (begin < 0 || end > names.size() || begin >= end) {
            throw new IllegalArgumentException(begin + " to " + end + " of " + this);
        }
        return with(false, names.subList(begin, end));
    }

    @Override
    public boolean startsWith(Path other) {
        return other instanceof RemotePath remote
                && remote.system.equals(system)
                && remote.absolute == absolute
                && remote.names.size() <= names.size()
                && names.subList(0, remote.names.size()).equals(remote.names);
    }

    @Override
    public boolean endsWith(Path other) {
        if (!(other instanceof RemotePath remote) || remote.names.size() > names.size()) {
            return false;
        }
        int begin = names.size() - remote.names.size();
        return remote.absolute
                ? equals(remote)
                : names.subList(begin, names.size()).equals(remote.names);
    }

    @Override
    public RemotePath normalize() {
        List<String> plain = new ArrayList<>();
        for (String name : names) {
            if (name.equals("..") && !plain.isEmpty()) {
                plain.remove(plain.size() - 1);
            } else if (!name.equals(".")) {
                plain.add(name);
            }
        }
        return with(absolute, plain);
    }

    @Override
    public Path resolve(Path other) {
        if (other.isAbsolute()) {
            return other;
        }
        List<String> all = new ArrayList<>(names);
        all.addAll(of(other).names);
        return with(absolute, all);
    }

    @Override
    public RemotePath relativize(Path other) {
        if (!other.startsWith(this)) {
            throw new IllegalArgumentException(other + " (expected: below " + this + ")");
        }
        return with(false, of(other).names.subList(names.size(), other.getNameCount()));
    }

    @Override
    public URI toUri() {
        return hadoop().toUri();
    }

    @Override
    public RemotePath toAbsolutePath() {
        return absolute ? this : with(true, names);
    }

    @Override
    public RemotePath toRealPath(LinkOption... options) {
        return toAbsolutePath().normalize();
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException("watching files");
    }

    @Override
    public int compareTo(Path other) {
        return toString().compareTo(of(other).toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RemotePath remote
                && remote.system.equals(system)
                && remote.absolute == absolute
                && remote.names.equals(names);
    }

    @Override
    public int hashCode() {
        return Objects.hash(absolute, names);
    }

    @Override
    public String toString() {
        String joined = String.join(RemoteFileSystem.SEPARATOR, names);
        return absolute ? system.url() + RemoteFileSystem.SEPARATOR + joined : joined;
    }
}
