package org.signalup.upload;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.signalup.engine.Engine;
import org.signalup.geo.Surroundings;
import org.signalup.intake.Devices;
import org.signalup.standards.Programme;

/**
 * Where files come from and go.
 *
 * @param profiles folders of profiles of the programme
 * @param uploads folder of one's own
 * @param engines opens one for each piece of work
 * @param devices how ids of devices are taken in, asked for each piece of work
 * @param ledger where what may be measured stands, asked for each piece of work
 * @param sealing how raw files lie on the disk
 */
public record Where(
        Programme programme,
        List<Path> profiles,
        Path lake,
        Path uploads,
        Supplier<Engine> engines,
        Supplier<Devices> devices,
        Supplier<Surroundings> ledger,
        Sealing sealing) {}
