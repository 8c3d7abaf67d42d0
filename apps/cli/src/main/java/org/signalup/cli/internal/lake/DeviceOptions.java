package org.signalup.cli.internal.lake;

import java.nio.file.Path;
import java.util.Optional;
import org.signalup.cli.internal.ReadOptions;
import org.signalup.cli.internal.Session;
import org.signalup.intake.Devices;
import org.signalup.ledger.LedgerReader;
import org.signalup.standards.Programme;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How ids of devices are taken in: the keys they are hashed with, and the ledger that says which are instruments. */
final class DeviceOptions {
    @Mixin
    KeyOptions keys = new KeyOptions();

    @Option(names = "--ledger", paramLabel = "DIR")
    Path ledger;

    /** Those of today. */
    Devices known(Session session, ReadOptions read, Programme programme) {
        Devices devices = Devices.keyed(keys.today(session, read, programme.zone()));
        return Optional.ofNullable(ledger)
                .map(folder -> devices.of(LedgerReader.read(folder, programme).instrumentsByDevice()))
                .orElse(devices);
    }
}
