package org.signalup.live.rmbt;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.signalup.domain.RefusedException;
import org.signalup.live.Channel;
import org.signalup.live.KnownBatch;
import org.signalup.live.Receiver;
import org.signalup.live.internal.rmbt.AskedTest;
import org.signalup.live.internal.rmbt.RmbtBook;
import org.signalup.live.internal.rmbt.RmbtResult;
import org.signalup.live.rmbt.RmbtSettings.PingServer;
import org.signalup.live.rmbt.RmbtSettings.TestServer;
import org.signalup.standards.LivePolicy;
import org.signalup.store.Store;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tests of RMBT clients: asked for, then received once. A result needs the token it was asked with, or the uuid of its walk; it is
 * taken from the client that asked, in time, and never twice. What is implausible is kept and marked.
 */
public final class RmbtTests {
    private static final JsonMapper JSON = new JsonMapper();

    private final RmbtBook book;
    private final Receiver receiver;
    private final RmbtSettings settings;
    private final LivePolicy.Rmbt policy;
    private final RmbtDevice devices;
    private final Clock clock;

    /** @param devices how clients are told apart */
    public RmbtTests(
            Store store,
            Receiver receiver,
            RmbtSettings settings,
            LivePolicy.Rmbt policy,
            RmbtDevice devices,
            Clock clock) {
        this.book = new RmbtBook(store);
        this.receiver = receiver;
        this.settings = settings;
        this.policy = policy;
        this.devices = devices;
        this.clock = clock;
    }

    public LivePolicy.Rmbt policy() {
        return policy;
    }

    /** The uuid a client goes by: its own if it has one. */
    public UUID register(String uuid) {
        return RmbtDevice.parse(uuid).orElseGet(UUID::randomUUID);
    }

    /** A test to make. */
    public record Ordered(UUID testUuid, UUID openUuid, String token, TestServer server) {}

    /** Whether walks can be asked for. */
    public boolean walks() {
        return settings.ping().isPresent();
    }

    /**
     * Asks for a test.
     *
     * @param name what kind of client it calls itself: {@code RMBT}, {@code RMBTws} …
     * @throws RmbtRefused if there is no server to test against, nobody knows who asks, or the result would belong to nobody
     */
    public Ordered order(String client, String name, InetAddress address) {
        UUID who = client(client);
        TestServer server = settings.server()
                .orElseThrow(() -> new RmbtRefused(RmbtProblem.NO_TEST_SERVER))
                .toldTo(name);
        organisation();
        Instant now = clock.instant();
        UUID open = UUID.randomUUID();
        String token = RmbtTokens.make(open, now.getEpochSecond(), server.key(), address);
        AskedTest test = asked(Channel.RMBT, open, who, now, policy.resultWithin());
        book.add(test);
        return new Ordered(test.testUuid(), open, token, server);
    }

    /** A walk to make. */
    public record Walk(UUID testUuid, String pingToken, PingServer ping, int ipVersion) {}

    /**
     * Asks for a walk.
     *
     * @throws RmbtRefused if there is no server to ping, nobody knows who asks, or the result would belong to nobody
     */
    public Walk orderWalk(String client, InetAddress address) {
        UUID who = client(client);
        PingServer ping = settings.ping().orElseThrow(() -> new RmbtRefused(RmbtProblem.NO_PING_SERVER));
        organisation();
        Instant now = clock.instant();
        Duration within = policy.coverageWalk().plus(policy.resultWithin());
        AskedTest test = asked(Channel.RMBT_COVERAGE, UUID.randomUUID(), who, now, within);
        book.add(test);
        String token = RmbtTokens.ofAddress(now.getEpochSecond(), ping.key(), address);
        return new Walk(test.testUuid(), token, ping, address instanceof Inet6Address ? 6 : 4);
    }

    private AskedTest asked(Channel kind, UUID open, UUID client, Instant now, Duration within) {
        return new AskedTest(UUID.randomUUID(), open, kind, devices.name(client), now, now.plus(within), false);
    }

    /** Whose what comes will be. */
    private long organisation() {
        try {
            return book.organisation(settings.organisation());
        } catch (RefusedException e) {
            throw new RmbtRefused(RmbtProblem.NO_ORGANISATION);
        }
    }

    private static UUID client(String uuid) {
        return RmbtDevice.parse(uuid).orElseThrow(() -> new RmbtRefused(RmbtProblem.CLIENT_UUID));
    }

    /**
     * Takes the result of a test.
     *
     * @param file JSON as the client sent it
     * @param digest of its bytes
     * @throws RmbtRefused if it is not to be taken
     */
    public Optional<KnownBatch> result(Path file, String digest) {
        JsonNode sent = read(file);
        String key =
                settings.server().map(TestServer::key).orElseThrow(() -> new RmbtRefused(RmbtProblem.NO_TEST_SERVER));
        RmbtTokens.Said said = RmbtTokens.read(text(sent, "test_token"), key)
                .orElseThrow(() -> new RmbtRefused(RmbtProblem.TOKEN_INVALID));
        AskedTest test = book.byOpenUuid(said.openUuid())
                .filter(asked -> asked.askedAt().getEpochSecond() == said.seconds())
                .orElseThrow(() -> new RmbtRefused(RmbtProblem.TEST_UNKNOWN));
        return take(test, sent, file, digest);
    }

    /**
     * Takes what a walk brought.
     *
     * @throws RmbtRefused if it is not to be taken
     */
    public Optional<KnownBatch> walked(Path file, String digest) {
        JsonNode sent = read(file);
        AskedTest test = RmbtDevice.parse(text(sent, "test_uuid"))
                .flatMap(book::byTestUuid)
                .filter(asked -> asked.kind() == Channel.RMBT_COVERAGE)
                .orElseThrow(() -> new RmbtRefused(RmbtProblem.TEST_UNKNOWN));
        return take(test, sent, file, digest);
    }

    private Optional<KnownBatch> take(AskedTest test, JsonNode sent, Path file, String digest) {
        String client = text(sent, "client_uuid");
        if (!client.isEmpty() && !devices.name(client(client)).equals(test.device())) {
            throw new RmbtRefused(RmbtProblem.OTHER_CLIENT);
        }
        if (test.received()) {
            throw new RmbtRefused(RmbtProblem.ALREADY_RECEIVED);
        }
        if (clock.instant().isAfter(test.until())) {
            throw new RmbtRefused(RmbtProblem.TOO_LATE);
        }
        RmbtResult result = new RmbtResult(test, sent, policy);
        Optional<KnownBatch> kept =
                result.hasSamples() ? Optional.of(keep(result, test, file, digest)) : Optional.empty();
        if (!book.received(test, kept.map(known -> known.batch().id()).orElse(""))) {
            throw new RmbtRefused(RmbtProblem.ALREADY_RECEIVED);
        }
        return kept;
    }

    private KnownBatch keep(RmbtResult result, AskedTest test, Path file, String digest) {
        result.writeTo(file);
        Receiver.Message message = new Receiver.Message(
                file,
                digest,
                Optional.of("rmbt " + test.testUuid()),
                result.fileName(),
                test.kind(),
                Optional.of(result.profile()),
                0,
                java.util.Set.of(),
                result.findings());
        try {
            return receiver.receive(result.sender(organisation(), settings.operator()), message)
                    .known();
        } catch (Receiver.KeyReused e) {
            // The same test with other content, while its first result was on its way.
            throw new RmbtRefused(RmbtProblem.ALREADY_RECEIVED);
        }
    }

    private static JsonNode read(Path file) {
        try {
            JsonNode sent = JSON.readTree(file.toFile());
            if (sent.isObject()) {
                return sent;
            }
        } catch (JacksonException e) {
            // Said below.
        }
        throw new RmbtRefused(RmbtProblem.NOT_UNDERSTOOD);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
