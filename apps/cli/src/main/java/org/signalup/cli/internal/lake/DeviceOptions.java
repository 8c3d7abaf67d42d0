package org.signalup.cli.internal.lake;

import java.nio.file.Path;
import org.signalup.cli.internal.ReadOptions;
import org.signalup.cli.internal.Session;
import org.signalup.intake.Devices;
import org.signalup.intake.IntakeOptions;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.LedgerReader;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How ids of devices are taken in: the keys they are hashed with, and the ledger that says which are instruments. */
final class DeviceOptions {
    @Mixin
    KeyOptions keys = new KeyOptions();

    @Option(names = "--ledger", paramLabel = "DIR")
    Path ledger;

    /** The options with the devices of today, and what the ledger says of them and of positions. */
    IntakeOptions known(IntakeOptions options, Session session, ReadOptions read) {
        Devices devices =
                Devices.keyed(keys.today(session, read, options.programme().zone()));
        if (ledger == null) {
            return options.knowing(devices);
        }
        Ledger known = LedgerReader.read(ledger, options.programme());
        return options.knowing(devices.of(known.instrumentsByDevice())).around(known.surroundings());
    }
}
