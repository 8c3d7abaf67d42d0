package org.signalup.standards.internal;

import org.signalup.standards.YamlMap;

/** A value with the place in the file it was read from, so that later checks can still name the line. */
record Item<T>(T value, YamlMap origin) {}
