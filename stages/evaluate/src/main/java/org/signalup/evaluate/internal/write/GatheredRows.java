package org.signalup.evaluate.internal.write;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.signalup.domain.TextOrder;

/**
 * The rows of one contract file, gathered as they are judged and given back in the order of the file. Rows of one object come
 * together, so only objects are sorted, and of their rows no more than one object's are in memory.
 */
final class GatheredRows implements Closeable {
    /** Rows of one object that came together. */
    private record Group(String object, String within, long from, int bytes, int rows) {
        static final Comparator<Group> ORDER = Comparator.comparing(Group::object, TextOrder.CODE_POINTS)
                .thenComparing(Group::within, TextOrder.CODE_POINTS);

        boolean sameAs(Group other) {
            return object.equals(other.object) && within.equals(other.within);
        }
    }

    private final RowOrder order;
    private final CellRow open;
    private final int columns;
    private final RowCodec codec;
    private final Spool spool;
    private final List<Group> groups = new ArrayList<>();
    private int column;
    private String object;
    private String within;
    private int rows;

    /** @param work for a file of its own where there is more than memory should hold */
    GatheredRows(ContractFile file, Path work) {
        this.order = file.order();
        this.columns = file.cells().size();
        this.open = new CellRow(columns);
        this.codec = new RowCodec(file.cells());
        this.spool = new Spool(work.resolve("rows-of-" + file.csvName()));
    }

    void put(String text) {
        open.set(column++, text);
    }

    void put(long count) {
        open.set(column++, count);
    }

    void put(double number) {
        open.set(column++, number);
    }

    void putNothing() {
        open.setMissing(column++);
    }

    void endRow() {
        if (column != columns) {
            throw new IllegalStateException("cells: " + column + " (expected: " + columns + ")");
        }
        column = 0;
        String itsObject = order.object(open);
        String itsWithin = order.within(open);
        if (rows > 0 && !(itsObject.equals(object) && itsWithin.equals(within))) {
            endGroup();
        }
        if (rows++ == 0) {
            object = itsObject;
            within = itsWithin;
            codec.start();
        }
        codec.encode(open);
    }

    private void endGroup() {
        groups.add(new Group(object, within, spool.end(), codec.length(), rows));
        try {
            spool.add(codec.bytes(), codec.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        codec.clear();
        rows = 0;
    }

    /** All rows, sorted; a row is good only until the next one. Nothing may be put afterwards. */
    void forEach(Consumer<CellRow> reader) throws IOException {
        if (rows > 0) {
            endGroup();
        }
        spool.seal();
        groups.sort(Group.ORDER);
        List<CellRow> shelf = new ArrayList<>();
        int next = 0;
        while (next < groups.size()) {
            int first = next;
            int found = 0;
            while (next < groups.size() && groups.get(next).sameAs(groups.get(first))) {
                found = read(groups.get(next++), shelf, found);
            }
            List<CellRow> together = shelf.subList(0, found);
            if (!order.holdsFor(together)) {
                together.sort(order);
            }
            together.forEach(reader);
        }
    }

    /** Reads a group into the rows of the shelf from {@code found} on; returns where it ends. */
    private int read(Group group, List<CellRow> shelf, int found) throws IOException {
        spool.show(group.from(), group.bytes());
        RowCodec.Reader reader = codec.new Reader(spool.window(), spool.place(group.from()));
        int end = found + group.rows();
        while (shelf.size() < end) {
            shelf.add(new CellRow(columns));
        }
        for (int i = found; i < end; i++) {
            reader.read(shelf.get(i));
        }
        return end;
    }

    @Override
    public void close() {
        try {
            spool.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
