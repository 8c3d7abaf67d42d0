package org.signalup.lake.internal;

import java.nio.charset.StandardCharsets;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Sha256;
import tools.jackson.core.JacksonException;

/** Reads and writes manifests. */
public final class Manifests {
    private Manifests() {}

    /** @throws RefusedException if there is no lake, if it is newer than this program, or if the manifest is damaged */
    public static LakeState read(LakeFolder folder) {
        return read(folder.book());
    }

    static LakeState read(Book book) {
        LakeFolder folder = book.folder();
        if (!book.begun()) {
            throw Refusals.absent(folder);
        }
        try {
            String text = book.manifest();
            int version = Json.tree(text).path("version").asInt(0);
            if (version > LakeState.VERSION) {
                throw Refusals.newer(folder, version);
            }
            LakeState state = Json.read(text, LakeState.class);
            if (!digest(state).equals(state.digest())) {
                throw Refusals.broken(folder, "digest");
            }
            return state;
        } catch (JacksonException | NullPointerException e) {
            throw Refusals.broken(folder, "JSON");
        }
    }

    static void write(Book book, LakeState state) {
        book.publish(Json.page(state.withDigest(digest(state))));
    }

    private static String digest(LakeState state) {
        return Sha256.hex(Json.line(state.withDigest("")).getBytes(StandardCharsets.UTF_8));
    }
}
