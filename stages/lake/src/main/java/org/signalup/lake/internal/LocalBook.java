package org.signalup.lake.internal;

import java.time.Duration;

/** Of a lake on a disk: the manifest is replaced by one rename, and the system sees to it that one writes at a time. */
record LocalBook(LakeFolder folder) implements Book {
    @Override
    public boolean begun() {
        return folder.exists(LakeFolder.MANIFEST);
    }

    @Override
    public String manifest() {
        return folder.read(LakeFolder.MANIFEST);
    }

    @Override
    public void publish(String manifest) {
        folder.replace(LakeFolder.MANIFEST, manifest);
    }

    @Override
    public String log() {
        return folder.exists(LakeFolder.LOG) ? folder.read(LakeFolder.LOG) : "";
    }

    @Override
    public void cutLog(String whole) {
        folder.replace(LakeFolder.LOG, whole);
    }

    @Override
    public void addToLog(String whole, String line) {
        folder.append(LakeFolder.LOG, line);
    }

    @Override
    public Turn turn(Duration patience) {
        return WriterLock.take(folder, patience);
    }

    @Override
    public String tail() {
        return "";
    }

    @Override
    public long edition() {
        return 0;
    }
}
