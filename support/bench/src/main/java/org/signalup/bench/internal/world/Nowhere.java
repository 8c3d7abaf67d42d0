package org.signalup.bench.internal.world;

import org.signalup.engine.TableWriter;

/** Forgets what is written: keeps the generator in step over files that exist already. */
final class Nowhere implements TableWriter {
    static final TableWriter WRITER = new Nowhere();

    private Nowhere() {}

    @Override
    public TableWriter put(int value) {
        return this;
    }

    @Override
    public TableWriter put(long value) {
        return this;
    }

    @Override
    public TableWriter put(double value) {
        return this;
    }

    @Override
    public TableWriter put(boolean value) {
        return this;
    }

    @Override
    public TableWriter put(String value) {
        return this;
    }

    @Override
    public TableWriter putNull() {
        return this;
    }

    @Override
    public void endRow() {}

    @Override
    public void close() {}
}
