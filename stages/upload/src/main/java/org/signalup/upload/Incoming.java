package org.signalup.upload;

import java.io.IOException;
import java.io.InputStream;

/** A file as it comes in. */
public record Incoming(String name, Content content) {
    /** Opens it; asked once. */
    public interface Content {
        InputStream open() throws IOException;
    }
}
