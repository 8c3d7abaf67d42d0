package org.signalup.standards.internal;

import java.security.MessageDigest;
import java.util.List;
import org.signalup.domain.Sha256;

/** SHA-256 of what was read, in lower-case hexadecimal. */
final class Digest {
    private Digest() {}

    static String of(List<byte[]> contents) {
        MessageDigest digest = Sha256.begin();
        contents.forEach(digest::update);
        return Sha256.hex(digest);
    }
}
