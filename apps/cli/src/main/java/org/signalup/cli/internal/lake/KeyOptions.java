package org.signalup.cli.internal.lake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.signalup.cli.internal.ReadOptions;
import org.signalup.cli.internal.Session;
import org.signalup.intake.Pseudonyms;
import org.signalup.standards.RetentionPolicy;
import picocli.CommandLine.Option;

/** Where the secret keys are that ids of devices are hashed with: never in the lake itself. */
final class KeyOptions {
    private static final String VARIABLE = "SIGNALUP_KEYS";

    @Option(names = "--keys", paramLabel = "FILE")
    Path file;

    private Optional<Path> place() {
        return Optional.ofNullable(file)
                .or(() -> Optional.ofNullable(System.getenv(VARIABLE)).map(Path::of));
    }

    /** The keys with the one of today, if ids are to be hashed. */
    Optional<Pseudonyms> today(Session session, ReadOptions read, ZoneId zone) {
        return place().map(keys -> Pseudonyms.current(
                keys,
                LocalDate.now(zone),
                RetentionPolicy.read(read.layers(session)).keyDays()));
    }

    /** All keys there are. */
    Optional<Pseudonyms> known() {
        return place().map(Pseudonyms::read);
    }
}
