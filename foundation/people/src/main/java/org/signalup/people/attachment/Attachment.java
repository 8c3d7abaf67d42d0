package org.signalup.people.attachment;

import java.time.Instant;

/**
 * A file beside something.
 *
 * @param subject table of what it is attached to, and {@code subjectKey} the key of its row
 * @param mediaType what its content is, not what its name says
 * @param organisation whose it is: they may take it away
 */
public record Attachment(
        long id,
        String subject,
        String subjectKey,
        String name,
        String mediaType,
        int bytes,
        String sha256,
        String note,
        long organisation,
        String who,
        Instant addedAt) {}
