package org.signalup.live.internal.rmbt;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Outcome;
import org.signalup.intake.SampleColumn;
import org.signalup.live.Channel;
import org.signalup.live.Finding;
import org.signalup.live.Sender;
import org.signalup.standards.LivePolicy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a client sent, as the profiles of intake read it: without what names it, with what clients may leave out. */
public final class RmbtResult {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String OPERATOR = "telephony_network_sim_operator";
    private static final List<String> REMOVED = List.of(
            "test_token",
            "test_ip_local",
            "test_ip_server",
            "wifi_ssid",
            "wifi_bssid",
            "wifi_network_id",
            "test_port_remote");
    /** What the profiles ask for; a result without it has no sample, and says so row by row. */
    private static final List<String> NEEDED =
            List.of("time", "test_speed_download", "test_speed_upload", "network_type", OPERATOR);

    private static final Set<String> FAILED = Set.of("1", "ERROR");
    private static final Set<String> ABORTED = Set.of("2", "ABORTED");
    private static final double KBIT = 1_000;
    private static final double NS_PER_MS = 1_000_000;
    private static final double MBPS_OF_BYTES_A_NS = 8_000;
    private static final long US_PER_MS = 1_000;

    private final AskedTest test;
    private final JsonNode sent;
    private final LivePolicy.Rmbt policy;

    public RmbtResult(AskedTest test, JsonNode sent, LivePolicy.Rmbt policy) {
        this.test = test;
        this.sent = sent;
        this.policy = policy;
    }

    private boolean walk() {
        return test.kind() == Channel.RMBT_COVERAGE;
    }

    /** A test its user gave up says nothing about the network, and a walk without fences nothing at all. */
    public boolean hasSamples() {
        return walk()
                ? sent.path("fences").isArray() && !sent.path("fences").isEmpty()
                : !ABORTED.contains(sent.path("test_status").asString(""));
    }

    /** The id of the profile that reads it. */
    public String profile() {
        return walk() ? "rmbt-coverage" : "rmbt-result";
    }

    public String fileName() {
        return profile() + ".json";
    }

    /**
     * Those who send need no account; what they measured belongs to an organisation.
     *
     * @param operator whose network it was where the client does not say
     */
    public Sender sender(long organisation, Optional<String> operator) {
        Map<SampleColumn, String> standIns = new EnumMap<>(SampleColumn.class);
        operator.ifPresent(code -> standIns.put(SampleColumn.OPERATOR, code));
        if (!walk() && FAILED.contains(sent.path("test_status").asString(""))) {
            standIns.put(SampleColumn.OUTCOME, Outcome.FAILED.code());
        }
        return new Sender(organisation, false, Optional.empty(), Optional.empty(), "RMBT", Optional.empty(), standIns);
    }

    /** Writes it in the place of what was sent. */
    public void writeTo(Path file) {
        ObjectNode written = (ObjectNode) sent.deepCopy();
        written.remove(REMOVED);
        written.put("client_uuid", test.device());
        if (walk()) {
            completeFences(written);
        } else {
            completeTest(written);
        }
        JSON.writeValue(file.toFile(), written);
    }

    private static void completeTest(ObjectNode written) {
        NEEDED.stream().filter(name -> !written.has(name)).forEach(name -> written.put(name, ""));
        if (written.path("geoLocations").isEmpty()) {
            written.putArray("geoLocations").addObject().put("geo_lat", "").put("geo_long", "");
        }
    }

    /** Clients that give no time of a fence give how long after they asked for the walk it was. */
    private void completeFences(ObjectNode written) {
        written.put("test_uuid", test.openUuid().toString());
        if (!written.has(OPERATOR)) {
            written.put(OPERATOR, "");
        }
        for (JsonNode fence : (ArrayNode) written.path("fences")) {
            if (fence instanceof ObjectNode object
                    && object.path("timestamp_microseconds").asLong(0) == 0
                    && object.has("offset_ms")) {
                long ms =
                        test.askedAt().toEpochMilli() + object.path("offset_ms").asLong(0);
                object.put("timestamp_microseconds", ms * US_PER_MS);
            }
        }
    }

    /** What is odd about it. */
    public Set<Finding> findings() {
        Set<Finding> findings = EnumSet.noneOf(Finding.class);
        for (JsonNode place : sent.path("geoLocations")) {
            if (place.path("mock_location").asBoolean(false)) {
                findings.add(Finding.MOCK_LOCATION);
            }
        }
        if (!walk()) {
            rate("download", policy.downloadMbps(), findings);
            rate("upload", policy.uploadMbps(), findings);
            double pingMs = number("test_ping_shortest") / NS_PER_MS;
            if (pingMs > 0 && pingMs < policy.pingMs()) {
                findings.add(Finding.IMPLAUSIBLE_PING);
            }
        }
        return findings;
    }

    private void rate(String direction, double mostMbps, Set<Finding> findings) {
        double mbps = number("test_speed_" + direction) / KBIT;
        if (mbps > mostMbps || mbps < 0) {
            findings.add(Finding.IMPLAUSIBLE_RATE);
        }
        double bytes = number("test_bytes_" + direction);
        double ns = number("test_nsec_" + direction);
        if (bytes > 0 && ns > 0 && mbps > 0) {
            double counted = bytes / ns * MBPS_OF_BYTES_A_NS;
            if (Math.abs(counted - mbps) > policy.rateTolerance() * mbps) {
                findings.add(Finding.IMPLAUSIBLE_BYTES);
            }
        }
    }

    private double number(String name) {
        return sent.path(name).asDouble(0);
    }
}
