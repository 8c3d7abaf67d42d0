package org.signalup.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.signalup.intake.internal.row.Ident;
import org.signalup.intake.internal.row.Masking;

/**
 * How samples name a device: column {@code device_id} and {@code device_key}. An id that may name a person is kept as a
 * pseudonym only, so whoever asks for the device must go through here.
 *
 * @param shown how a reject shows it
 */
public record DeviceName(String kept, long key, String shown) {
    /** @param id the device as the tester's file names it, surrounding blanks left out */
    public static DeviceName of(String id) {
        Ident ident = Ident.of(id.strip());
        return new DeviceName(ident.text(), ident.key(), Masking.mask(id.strip()));
    }

    /** All names it may have among samples read with these keys or with none. */
    public static List<DeviceName> all(String id, Optional<Pseudonyms> pseudonyms) {
        List<DeviceName> names = new ArrayList<>(List.of(of(id)));
        String plain = id.strip();
        pseudonyms.ifPresent(keys -> keys.numbers(plain)
                .forEach(number -> names.add(new DeviceName(Ident.keyed(number).text(), number, Masking.mask(plain)))));
        return names;
    }
}
