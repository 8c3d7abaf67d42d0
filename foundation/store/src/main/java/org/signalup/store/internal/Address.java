package org.signalup.store.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.store.StoreSettings;

/** How to connect to a server. */
public record Address(String jdbcUrl, String user, String password) {
    private static final String JDBC = "jdbc:";

    /**
     * Reads {@code postgres://user:password@host:port/name?options}, with or without {@code jdbc:} before it.
     *
     * @throws RefusedException if it is no such address; the password is not repeated
     */
    static Address parse(String databaseUrl) {
        String plain = databaseUrl.strip();
        URI uri;
        try {
            uri = new URI(plain.startsWith(JDBC) ? plain.substring(JDBC.length()) : plain);
        } catch (URISyntaxException e) {
            throw refused();
        }
        boolean known = "postgres".equals(uri.getScheme()) || "postgresql".equals(uri.getScheme());
        if (!known
                || uri.getHost() == null
                || uri.getPath() == null
                || uri.getPath().length() < 2) {
            throw refused();
        }
        String[] login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return new Address(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                login.length > 0 ? decoded(login[0]) : option(query, "user"),
                login.length > 1 ? decoded(login[1]) : option(query, "password"));
    }

    private static String option(String query, String name) {
        for (String pair : query.replaceFirst("^\\?", "").split("&")) {
            if (pair.startsWith(name + "=")) {
                return decoded(pair.substring(name.length() + 1));
            }
        }
        return "";
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static RefusedException refused() {
        return new RefusedException(Problem.ofFile(
                StoreSettings.DATABASE_URL,
                "DATABASE_URL",
                Text.of("应为 postgres://用户:密码@主机:端口/库名", "expected: postgres://user:password@host:port/name")));
    }

    /** Without user and password. */
    String place() {
        String url = jdbcUrl.substring(JDBC.length());
        return url.contains("?") ? url.substring(0, url.indexOf('?')) : url;
    }
}
