package org.signalup.live.rmbt;

import java.util.Optional;
import java.util.function.Function;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;

/**
 * Servers that clients measure against: none is ours.
 *
 * @param organisation code of the organisation that results belong to; empty = the first communications administration
 * @param operator whose network results measured that name none, as of browsers, command lines and iPhones; empty = their rows are
 *     refused
 */
public record RmbtSettings(
        Optional<TestServer> server,
        Optional<PingServer> ping,
        Optional<String> organisation,
        Optional<String> operator) {
    public static final String PREFIX = "signalup.rmbt.";
    private static final int HIGHEST_PORT = 65_535;

    /**
     * A measurement server.
     *
     * @param port for clients that open sockets
     * @param webPort for clients in browsers, which open WebSockets; the same where the server tells them apart itself
     * @param key it shares with us: by it a client's token is known to be ours
     */
    public record TestServer(
            String name, String address, int port, int webPort, boolean encrypted, String type, String key) {
        private static final String IN_BROWSERS = "RMBTws";

        /** As a client is told of it that calls itself so. */
        TestServer toldTo(String client) {
            return client.equals(IN_BROWSERS)
                    ? new TestServer(name, address, webPort, webPort, encrypted, IN_BROWSERS, key)
                    : this;
        }
    }

    /** A server that answers UDP pings; see {@link TestServer#key}. */
    public record PingServer(String host, int port, String key) {}

    /**
     * Reads settings.
     *
     * @param set the value of a setting such as {@code signalup.rmbt.server-address}
     * @throws RefusedException if a server is named without port or key
     */
    public static RmbtSettings of(Function<String, Optional<String>> set) {
        Function<String, Optional<String>> value =
                name -> set.apply(PREFIX + name).map(String::strip).filter(text -> !text.isEmpty());
        Optional<TestServer> server = value.apply("server-address")
                .map(address -> new TestServer(
                        value.apply("server-name").orElse(address),
                        address,
                        port("server-port", value),
                        value.apply("server-web-port").isPresent()
                                ? port("server-web-port", value)
                                : port("server-port", value),
                        value.apply("server-encryption")
                                .map(Boolean::parseBoolean)
                                .orElse(true),
                        value.apply("server-type").orElse("RMBT"),
                        key("server-key", value)));
        Optional<PingServer> ping = value.apply("ping-host")
                .map(host -> new PingServer(host, port("ping-port", value), key("ping-key", value)));
        return new RmbtSettings(server, ping, value.apply("organisation"), value.apply("operator"));
    }

    private static int port(String name, Function<String, Optional<String>> value) {
        String text = value.apply(name).orElse("");
        if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > HIGHEST_PORT) {
            throw wrong(name, text, Text.of("应为 1 到 65535 的端口", "expected: a port from 1 to 65535"));
        }
        return Integer.parseInt(text);
    }

    private static String key(String name, Function<String, Optional<String>> value) {
        return value.apply(name)
                .orElseThrow(
                        () -> wrong(name, "", Text.of("应为与该服务器共用的密钥", "expected: the key shared with that server")));
    }

    private static RefusedException wrong(String name, String value, Text what) {
        return new RefusedException(new Problem(PREFIX + name, 0, "", value, "SETTING_INVALID", what));
    }
}
