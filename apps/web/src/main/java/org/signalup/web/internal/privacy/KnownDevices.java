package org.signalup.web.internal.privacy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.signalup.intake.Devices;
import org.signalup.intake.Pseudonyms;
import org.signalup.register.EntryQuery;
import org.signalup.register.Register;
import org.signalup.register.Subject;
import org.signalup.standards.RetentionPolicy;
import org.signalup.store.Scope;

/**
 * How the platform takes ids of devices in: with the key of the day, for it runs longer than a key serves, and with the instruments
 * of the register as it stands.
 */
public final class KnownDevices {
    private static final long LOOK_EVERY_NS = TimeUnit.SECONDS.toNanos(1);

    private final Path file;
    private final ZoneId zone;
    private final int keyDays;
    private final Register register;
    private LocalDate day = LocalDate.MIN;
    private Optional<Pseudonyms> keys = Optional.empty();
    private long version = -1;
    private long lookedNs;
    private Devices devices = Devices.PLAIN;

    KnownDevices(Path file, ZoneId zone, RetentionPolicy policy, Register register) {
        this.file = file;
        this.zone = zone;
        this.keyDays = policy.keyDays();
        this.register = register;
    }

    /** Those of this moment. */
    public synchronized Devices now() {
        LocalDate today = LocalDate.now(zone);
        long registered = register.version();
        if (!today.equals(day) || registered != version) {
            keys = today.equals(day) ? keys : Optional.of(Pseudonyms.current(file, today, keyDays));
            devices = Devices.keyed(keys).of(instruments());
            day = today;
            version = registered;
        }
        lookedNs = System.nanoTime();
        return devices;
    }

    /** Those of a moment ago, for messages of which many come each second. */
    public synchronized Devices lately() {
        return version >= 0 && System.nanoTime() - lookedNs < LOOK_EVERY_NS ? devices : now();
    }

    /** All keys there are. */
    public Optional<Pseudonyms> allKeys() {
        return now().keys();
    }

    private Map<String, String> instruments() {
        Map<String, String> known = new TreeMap<>();
        register.forEach(Scope.PLATFORM, EntryQuery.all(Subject.INSTRUMENT), entry -> {
            if (entry.values().get("device_ids") instanceof List<?> ids) {
                ids.forEach(id -> known.putIfAbsent(String.valueOf(id), entry.id()));
            }
        });
        return known;
    }
}
