package org.signalup.job;

import java.nio.file.Path;
import java.time.ZoneId;

/**
 * Where jobs find what they need.
 *
 * @param programme the programme's folder
 * @param lake folder of the lake
 * @param evaluations folder results appear in
 * @param zone of the programme: when a month is over
 */
public record JobSettings(Path programme, Path lake, Path evaluations, ZoneId zone) {}
