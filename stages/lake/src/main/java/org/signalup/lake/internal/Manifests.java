package org.signalup.lake.internal;

import java.nio.charset.StandardCharsets;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Sha256;
import tools.jackson.core.JacksonException;

/** Reads and writes {@code lake.json}. */
public final class Manifests {
    private Manifests() {}

    /** @throws RefusedException if there is no lake, if it is newer than this program, or if the manifest is damaged */
    public static LakeState read(LakeFolder folder) {
        if (!folder.exists(LakeFolder.MANIFEST)) {
            throw Refusals.absent(folder);
        }
        try {
            String text = folder.read(LakeFolder.MANIFEST);
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

    static void write(LakeFolder folder, LakeState state) {
        folder.replace(LakeFolder.MANIFEST, Json.page(state.withDigest(digest(state))));
    }

    private static String digest(LakeState state) {
        return Sha256.hex(Json.line(state.withDigest("")).getBytes(StandardCharsets.UTF_8));
    }
}
