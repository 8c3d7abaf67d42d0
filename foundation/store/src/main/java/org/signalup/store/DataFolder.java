package org.signalup.store;

import java.nio.file.Path;

/** 数据文件夹: everything a platform keeps, beside a database given by {@code DATABASE_URL}. */
public record DataFolder(Path root) {
    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** The server that comes along. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path lake() {
        return root.resolve("lake");
    }

    public Path evaluations() {
        return root.resolve("evaluations");
    }

    /** Samples that arrived one message at a time and are not in the lake yet. */
    public Path inbox() {
        return root.resolve("inbox");
    }

    /** Files that people brought, as they were. */
    public Path uploads() {
        return root.resolve("uploads");
    }
}
