package org.signalup.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.signalup.intake.internal.row.Ident;

/**
 * How ids of devices are taken in: hashed with secret keys or not, and which of them are of registered instruments. Whose device
 * it is must be known before its id is hashed, for nobody can tell afterwards; a sample that names an instrument keeps it.
 */
public final class Devices {
    /** No keys, and no instrument is known: ids that look like those of people or phones become plain digests. */
    public static final Devices PLAIN = new Devices(Optional.empty(), new TreeMap<>());

    /** IMEI or IMSI, ICCID, number. Digits of a date and time are fourteen. */
    private static final Pattern PHONE = Pattern.compile("(?<!\\d)(?:\\d{15,16}|\\d{19,20}|1[3-9]\\d{9})(?!\\d)");

    private final Optional<Pseudonyms> keys;
    private final Map<Long, String> instruments;

    private Devices(Optional<Pseudonyms> keys, Map<Long, String> instruments) {
        this.keys = keys;
        this.instruments = instruments;
    }

    /** @param keys that ids of devices, and of sessions that would be pseudonyms anyway, are hashed with */
    public static Devices keyed(Optional<Pseudonyms> keys) {
        return new Devices(keys, new TreeMap<>());
    }

    /**
     * The same with the devices of a register.
     *
     * @param instruments ids of instruments by the ids of their devices, as files name them
     */
    public Devices of(Map<String, String> instruments) {
        return new Devices(keys, byKey(instruments));
    }

    /** Instruments, as samples name them, by the number that stands for each device where there are no keys. */
    public static Map<Long, String> byKey(Map<String, String> instruments) {
        Map<Long, String> known = new TreeMap<>();
        instruments.forEach((device, instrument) -> known.putIfAbsent(
                DeviceName.of(device).key(), DeviceName.of(instrument).kept()));
        return known;
    }

    public Optional<Pseudonyms> keys() {
        return keys;
    }

    /** A text, such as the name of a file, with pseudonyms for what looks like a phone in it. */
    public String withoutPhones(String text) {
        return replaced(text, phone -> keys.map(all -> all.number(phone)));
    }

    /** The same under the keys of every period, the first one first: how it was written down before. */
    public List<String> everWithoutPhones(String text) {
        int periods = keys.map(all -> all.numbers(text).size()).orElse(1);
        return IntStream.range(0, periods)
                .mapToObj(period -> replaced(
                        text, phone -> keys.map(all -> all.numbers(phone).get(period))))
                .toList();
    }

    private static String replaced(String text, Function<String, Optional<Long>> keyed) {
        return PHONE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(keyed.apply(match.group())
                        .map(Ident::keyed)
                        .orElseGet(() -> Ident.pseudonym(match.group(), PersonalKind.OTHER))
                        .text()));
    }

    /** The instrument a device belongs to. */
    public Optional<String> instrument(String device) {
        return instruments.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(instruments.get(DeviceName.of(device).key()));
    }
}
