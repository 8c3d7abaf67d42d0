package org.signalup.spark.internal.remote;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What is in a folder. */
record Listing(List<Path> children) implements DirectoryStream<Path> {
    static Listing of(List<RemotePath> children, DirectoryStream.Filter<? super Path> filter) throws IOException {
        List<Path> wanted = new ArrayList<>();
        for (RemotePath child : children) {
            if (filter.accept(child)) {
                wanted.add(child);
            }
        }
        return new Listing(wanted);
    }

    @Override
    public Iterator<Path> iterator() {
        return children.iterator();
    }

    @Override
    public void close() {
        // A listing holds nothing open.
    }
}
