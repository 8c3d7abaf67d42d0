package org.signalup.intake.internal.archive;

import java.io.IOException;
import java.io.InputStream;

/** What lies in one archive, in the order in which it is stored. */
interface Members {
    /** @throws IOException when the archive is damaged; libraries throw unchecked ones, too */
    void forEach(Handler handler) throws IOException;

    /** Takes one member. */
    interface Handler {
        void take(Member member) throws IOException;
    }

    /** Gives the content of a member; it is read, if at all, before the next member comes. */
    interface Content {
        InputStream open() throws IOException;
    }

    /**
     * One member.
     *
     * @param name as the archive has it
     * @param file false for folders, links and devices
     */
    record Member(String name, boolean file, Content content) {}
}
