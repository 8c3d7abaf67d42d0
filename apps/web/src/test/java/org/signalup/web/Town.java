package org.signalup.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.signalup.people.Capability;
import org.signalup.people.PasswordHash;
import org.signalup.people.SignIn;
import org.signalup.people.Tokens;
import org.signalup.store.Scope;
import org.signalup.store.Store;

/**
 * The platform of the town: a real server over a real database, running once for all tests of a JVM, with the town's
 * evaluation and one manager of the administration. Tests make organisations and accounts of their own.
 */
final class Town {
    static final String MANAGER = "guanli";
    static final String PASSWORD = "correct horse battery";
    private static WebServer server;
    private static String hash = "";

    private Town() {}

    static synchronized WebServer server() {
        if (server == null) {
            try {
                Path data = Files.createTempDirectory("signalup-town");
                Files.createDirectories(data.resolve("evaluations"));
                Files.createSymbolicLink(data.resolve("evaluations/town"), Served.folder("town"));
                // Tests ask more than a person would.
                Files.writeString(data.resolve("signalup.properties"), """
                        signalup.api.address-requests-a-minute=100000
                        signalup.api.token-requests-a-minute=100000
                        signalup.live.rehearsal-ms=1
                        signalup.live.turn-within-ms=5000
                        signalup.rmbt.server-address=measure.example
                        signalup.rmbt.server-port=443
                        signalup.rmbt.server-web-port=8443
                        signalup.rmbt.server-key=shared with the server
                        signalup.rmbt.ping-host=ping.example
                        signalup.rmbt.ping-port=444
                        signalup.rmbt.ping-key=shared with the ping server
                        signalup.uploads.slow-after-s=2
                        signalup.uploads.person-at-once=3
                        signalup.sign-in.address-tries-a-minute=100000
                        """);
                server = WebServer.start(WebOptions.platform(data, Served.PROGRAMME, WebOptions.LOCAL, 0));
                makeFirst(server);
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }

    /** Makes an evaluation known under an id. */
    static void serve(String id, Path folder) throws IOException {
        Path evaluations = server().context().getBean(WebOptions.class).evaluations();
        Files.createSymbolicLink(evaluations.resolve(id), folder);
    }

    private static void makeFirst(WebServer started) {
        Visitor.Reply made = new Visitor(started.url())
                .fillIn("/first", "/first", first(started.firstCode().orElseThrow()));
        if (made.status() >= 400 || made.location().isEmpty()) {
            throw new IllegalStateException(made.body());
        }
    }

    /** The form of the first account, filled in. */
    static Map<String, String> first(String code) {
        return Map.of(
                "code",
                code,
                "organisation_name",
                "某省通信管理局",
                "organisation_code",
                "GLJ",
                "name",
                "管理员",
                "login",
                MANAGER,
                "password",
                PASSWORD,
                "password_again",
                PASSWORD);
    }

    static Visitor visitor() {
        return new Visitor(server().url());
    }

    /** Somebody signed in; the manager's password is everybody's. */
    static Visitor signedIn(String login) {
        Visitor visitor = visitor();
        Visitor.Reply reply = visitor.signIn(login, PASSWORD);
        if (!reply.location().equals("/")) {
            throw new IllegalStateException(login + " was not let in: " + reply.location());
        }
        return visitor;
    }

    static Store store() {
        return server().context().getBean(Store.class);
    }

    /** An organisation below another ({@code null}: a root), straight into the database. */
    static long organisation(String code, String kind, Long parent, String divisions) {
        return store().change(
                        Scope.PLATFORM,
                        client -> client.sql("""
                        insert into organisation (code, name, kind, parent_id, divisions)
                        values (:code, :code, :kind, :parent::bigint, :divisions::text[])
                        on conflict (code) do update set kind = excluded.kind returning organisation_id
                        """)
                                .param("code", code)
                                .param("kind", kind)
                                .param("parent", parent)
                                .param("divisions", divisions)
                                .query(Long.class)
                                .single());
    }

    /** An account with the manager's password. */
    static long account(String login, long organisation, String role) {
        String hash = passwordHash();
        return store().change(
                        Scope.PLATFORM,
                        client -> client.sql("""
                        insert into account (login, name, organisation_id, role, password_hash, password_changed_at)
                        values (:login, :login, :organisation, :role, :hash, now())
                        on conflict (lower(login)) do update set role = excluded.role returning account_id
                        """)
                                .param("login", login)
                                .param("organisation", organisation)
                                .param("role", role)
                                .param("hash", hash)
                                .query(Long.class)
                                .single());
    }

    static SignIn signIn() {
        return server().context().getBean(SignIn.class);
    }

    /** The id of a row known by another column. */
    static long id(String table, String column, String value) {
        return store().read(
                        Scope.PLATFORM,
                        client -> client.sql("select " + table + "_id from " + table + " where " + column + " = :value")
                                .param("value", value)
                                .query(Long.class)
                                .single());
    }

    private static synchronized String passwordHash() {
        if (hash.isEmpty()) {
            hash = server().context().getBean(PasswordHash.class).hash(PASSWORD);
        }
        return hash;
    }

    /** A token that may do all its owner may. */
    static String token(long account) {
        String secret = Tokens.PREFIX + "OF" + account;
        store().run(
                        Scope.PLATFORM,
                        client -> client.sql("""
                        insert into api_token (account_id, name, token_hash, capabilities, expires_at)
                        values (:account, 'all', encode(sha256(convert_to(:secret, 'UTF8')), 'hex'), :may, now() + interval '1 day')
                        on conflict (token_hash) do nothing
                        """)
                                .param("account", account)
                                .param("secret", secret)
                                .param(
                                        "may",
                                        Stream.of(Capability.values())
                                                .map(Enum::name)
                                                .toArray(String[]::new))
                                .update());
        return secret;
    }

    /** What a program with a token is answered; {@code body} null sends none. */
    static Visitor.Reply ask(String token, String method, String path, String body, String... headers) {
        return ask(
                token,
                method,
                path,
                "application/json",
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
                headers);
    }

    /** The same with content of another type. */
    static Visitor.Reply ask(
            String token, String method, String path, String type, BodyPublisher body, String... headers) {
        Visitor program = visitor();
        HttpRequest.Builder request = program.request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .method(method, body);
        for (int header = 0; header < headers.length; header += 2) {
            request.header(headers[header], headers[header + 1]);
        }
        return program.send(request.build());
    }
}
