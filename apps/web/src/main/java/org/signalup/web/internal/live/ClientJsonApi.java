package org.signalup.web.internal.live;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.signalup.intake.SampleColumn;
import org.signalup.live.Channel;
import org.signalup.live.Receiver;
import org.signalup.live.Receiver.Message;
import org.signalup.live.Sender;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.api.OnceOnly;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Messages of known clients as they write them: results of ndt7, messages of Network Survey. */
@Platform
@RestController
@Needs(Capability.SAMPLE_SEND)
final class ClientJsonApi {
    static final String NDT7 = "/api/v1/ndt7";
    static final String NETWORK_SURVEY = "/api/v1/network-survey";
    /** What a result of ndt7 does not say and its sender may. */
    private static final List<SampleColumn> SAID = List.of(
            SampleColumn.OBSERVED_AT,
            SampleColumn.OPERATOR,
            SampleColumn.RAT,
            SampleColumn.POINT_ID,
            SampleColumn.LON,
            SampleColumn.LAT,
            SampleColumn.DEVICE_ID);

    /** Stands in the summary of {@code ndt7-client}, not in what the server archives. */
    private static final String OF_CLIENT = "\"ServerFQDN\"";

    private static final int HEAD = 4_096;

    private final Bodies bodies;
    private final Receiver receiver;
    private final Senders senders;

    ClientJsonApi(Bodies bodies, Receiver receiver, Senders senders) {
        this.bodies = bodies;
        this.receiver = receiver;
        this.senders = senders;
    }

    /** @param said operator, rat, place and time, which the result does not tell */
    @PostMapping(NDT7)
    ResponseEntity<ToldBatch> ndt7(
            Actor actor,
            @RequestParam Map<String, String> said,
            @RequestHeader(name = OnceOnly.HEADER, required = false) String key,
            HttpServletRequest request)
            throws IOException {
        try (Body body = bodies.readJson(request)) {
            String profile = head(body).contains(OF_CLIENT) ? "ndt7-client" : "ndt7";
            Sender sender = senders.of(actor).saying(said(said));
            return take(body, sender, key, Channel.NDT7, profile);
        }
    }

    private static Map<SampleColumn, String> said(Map<String, String> query) {
        Map<SampleColumn, String> said = new EnumMap<>(SampleColumn.class);
        SAID.forEach(column -> {
            String value = query.getOrDefault(column.code(), "");
            if (!value.isBlank()) {
                said.put(column, value);
            }
        });
        return said;
    }

    private static String head(Body body) throws IOException {
        try (InputStream in = Files.newInputStream(body.file())) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
        }
    }

    @PostMapping(NETWORK_SURVEY)
    ResponseEntity<ToldBatch> networkSurvey(
            Actor actor,
            @RequestHeader(name = OnceOnly.HEADER, required = false) String key,
            HttpServletRequest request)
            throws IOException {
        try (Body body = bodies.readJson(request)) {
            return take(body, senders.of(actor), key, Channel.NETWORK_SURVEY, "network-survey-json");
        }
    }

    private ResponseEntity<ToldBatch> take(Body body, Sender sender, String key, Channel channel, String profile) {
        Message message = new Message(
                body.file(),
                body.digest(),
                SamplesApi.key(key),
                profile + ".json",
                channel,
                Optional.of(profile),
                0,
                Set.of(),
                senders.findings());
        return SamplesApi.answer(receiver.receive(sender, message));
    }
}
