package org.signalup.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a broker lets clients in.
 *
 * @param settings of the broker
 * @param client settings of a client that is let in
 */
record Door(String protocol, List<String> settings, Map<String, String> client) {
    static final Door OPEN = new Door("PLAINTEXT", List.of(), Map.of());

    private static final String USER = "signalup";
    private static final String JAAS =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%1$s\" password=\"%2$s\"%3$s;";

    /** Over TLS with a certificate of its own, and only for whoever knows the password. */
    static Door locked(Path folder, String password) throws IOException, InterruptedException {
        Path keys = Files.createDirectories(folder).resolve("keys.p12");
        makeCertificate(keys, password);
        String own = JAAS.formatted(USER, password, " user_" + USER + "=\"" + password + "\"");
        List<String> settings = List.of(
                "sasl.enabled.mechanisms=PLAIN",
                "sasl.mechanism.inter.broker.protocol=PLAIN",
                "listener.name.sasl_ssl.plain.sasl.jaas.config=" + own,
                "ssl.keystore.location=" + keys,
                "ssl.keystore.password=" + password,
                "ssl.truststore.location=" + keys,
                "ssl.truststore.password=" + password);
        Map<String, String> trust =
                Map.of("ssl.truststore.location", keys.toString(), "ssl.truststore.password", password);
        return new Door("SASL_SSL", settings, trust).knowing(password);
    }

    /** The same door for a client that says this password. */
    Door knowing(String password) {
        Map<String, String> knowing = new HashMap<>(client);
        knowing.put("security.protocol", protocol);
        knowing.put("sasl.mechanism", "PLAIN");
        knowing.put("sasl.jaas.config", JAAS.formatted(USER, password, ""));
        return new Door(protocol, settings, Map.copyOf(knowing));
    }

    private static void makeCertificate(Path keys, String password) throws IOException, InterruptedException {
        Path log = keys.resolveSibling("keytool.log");
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        (tool + " -genkeypair -alias broker -keyalg RSA -dname CN=broker -ext SAN=ip:127.0.0.1"
                                        + " -storetype PKCS12 -keystore " + keys + " -storepass " + password)
                                .split(" "))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(log));
        }
    }
}
