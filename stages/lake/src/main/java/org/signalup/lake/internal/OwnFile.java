package org.signalup.lake.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of a name that only writers of a lake give.
 *
 * @param edition of the manifest that its writer means to replace the present one by; 0 if one writes at a time
 */
record OwnFile(String path, long edition) {
    private static final Pattern OURS = Pattern.compile("(.+/[0-9]{4}-[0-9]{2}-[0-9]{2}/\\.?[0-9]{8}"
            + "|.+/b[0-9]{6}/\\.?(rejects|devices)(-[0-9]{8})?)"
            + "(-e(?<edition>[0-9]{9})-[0-9a-f]{8})?\\.parquet(\\.[0-9a-f]{8}\\.tmp)?");

    static Optional<OwnFile> at(String path) {
        Matcher name = OURS.matcher(path);
        if (!name.matches()) {
            return Optional.empty();
        }
        String edition = name.group("edition");
        return Optional.of(new OwnFile(path, edition == null ? 0 : Long.parseLong(edition)));
    }

    /** Whether its writer may still publish it: he has not yet replaced the manifest, and nobody else has. */
    boolean onItsWay(Book book) {
        return edition > book.edition();
    }
}
