package org.signalup.engine;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How an engine is opened.
 *
 * @param threads worker threads on this machine; 0 = one per core
 * @param memoryLimit for example {@code 2GB}: what the engine, or each of its workers, may hold before it spills
 * @param workFolder where it spills and keeps datasets; where several machines work, a folder that all of them see
 * @param master where a distributed engine finds its workers; empty = this machine, or what the environment says
 */
public record EngineSettings(int threads, Optional<String> memoryLimit, Path workFolder, Optional<String> master) {}
