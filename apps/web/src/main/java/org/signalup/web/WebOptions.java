package org.signalup.web;

import java.nio.file.Path;
import java.util.Optional;
import org.signalup.store.DataFolder;

/**
 * How the pages are served: as a reader of evaluations without accounts, on this machine only; or as the platform people
 * sign in to, where there is a data folder.
 *
 * @param data the platform's folder: database, lake, evaluations, uploads; empty for the reader
 * @param evaluations a folder of evaluations, or one evaluation
 * @param address network address to listen on; without accounts only the machine itself
 * @param port 0 = any free one
 * @param backdrop GeoJSON (WGS-84) drawn below the map instead of the built-in sketch
 * @param programme the shipped programme, which the platform keeps its ledger by; a folder {@code programme} of the data folder
 *     lies over it
 * @param mapReviewNumber 审图号 of that backdrop, printed on the map; empty = the map says 示意图 and warns. The built-in
 *     sketch has no number
 */
public record WebOptions(
        Optional<Path> data,
        Path evaluations,
        String address,
        int port,
        Optional<Path> programme,
        Optional<Path> backdrop,
        Optional<String> mapReviewNumber) {
    public static final String LOCAL = "127.0.0.1";
    public static final int USUAL_PORT = 8080;

    /** The reader of a folder of evaluations. */
    public static WebOptions of(Path evaluations, int port) {
        return new WebOptions(
                Optional.empty(), evaluations, LOCAL, port, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The platform over a data folder. */
    public static WebOptions platform(Path data, Path programme, String address, int port) {
        return new WebOptions(
                Optional.of(data),
                new DataFolder(data).evaluations(),
                address,
                port,
                Optional.of(programme),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with a map of one's own. */
    public WebOptions withBackdrop(Optional<Path> file, Optional<String> reviewNumber) {
        return new WebOptions(data, evaluations, address, port, programme, file, reviewNumber);
    }
}
