package org.signalup.web;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the pages are served.
 *
 * @param evaluations a folder of evaluations, or one evaluation
 * @param address network address to listen on; until there are accounts only the machine itself
 * @param port 0 = any free one
 * @param backdrop GeoJSON (WGS-84) drawn below the map instead of the built-in sketch
 * @param mapReviewNumber 审图号 of that backdrop, printed on the map; empty = the map says 示意图 and warns. The built-in
 *     sketch has no number
 */
public record WebOptions(
        Path evaluations, String address, int port, Optional<Path> backdrop, Optional<String> mapReviewNumber) {
    public static final String LOCAL = "127.0.0.1";
    public static final int USUAL_PORT = 8080;

    public static WebOptions of(Path evaluations, int port) {
        return new WebOptions(evaluations, LOCAL, port, Optional.empty(), Optional.empty());
    }
}
