package org.signalup.web.internal.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.job.JobSettings;
import org.signalup.live.probe.Probe;
import org.signalup.live.probe.ProbeOrder;
import org.signalup.live.probe.Probes;
import org.signalup.live.probe.Schedule;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.api.Cursor;
import org.signalup.web.internal.api.IfMatch;
import org.signalup.web.internal.api.Listing;
import org.signalup.web.internal.api.Piece;
import org.signalup.web.internal.api.ToldOnce;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Probes: set up by programs of people, and what a probe itself asks and says. */
@Platform
@RestController
@Needs(Capability.PROBE_MANAGE)
final class ProbesApi {
    private static final String PATH = "/api/v1/probes";
    private static final int LONGEST_SOFTWARE = 100;

    private final Probes probes;
    private final Senders senders;
    private final ZoneId zone;

    ProbesApi(Probes probes, Senders senders, JobSettings settings) {
        this.probes = probes;
        this.senders = senders;
        this.zone = settings.zone();
    }

    /** What a probe measures when. */
    record ToldSchedule(int coverageEveryS, int rateEveryS, int serviceEveryS, int fromHour, int toHour) {
        static ToldSchedule of(Schedule schedule) {
            return new ToldSchedule(
                    schedule.coverageEveryS(),
                    schedule.rateEveryS(),
                    schedule.serviceEveryS(),
                    schedule.fromHour(),
                    schedule.toHour());
        }

        Schedule schedule() {
            return new Schedule(coverageEveryS, rateEveryS, serviceEveryS, fromHour, toHour);
        }
    }

    /** A probe as it is sent; what is left out is empty. */
    record Sent(
            String code,
            String name,
            String placeId,
            String pointId,
            String instrumentId,
            String operator,
            ToldSchedule schedule,
            Boolean active) {
        ProbeOrder order() {
            return new ProbeOrder(
                    orEmpty(code),
                    orEmpty(name),
                    orEmpty(placeId),
                    orEmpty(pointId),
                    orEmpty(instrumentId),
                    orEmpty(operator),
                    schedule == null ? ProbeForm.USUAL : schedule.schedule());
        }

        private static String orEmpty(String text) {
            return text == null ? "" : text.strip();
        }
    }

    /** A probe as it is told. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Told(
            long probeId,
            String code,
            String name,
            String placeId,
            String pointId,
            String instrumentId,
            String operator,
            ToldSchedule schedule,
            boolean active,
            String condition,
            Instant heardAt,
            Instant beatAt,
            Long clockOffsetMs,
            String software) {}

    private Told told(Probe probe) {
        ProbeOrder order = probe.order();
        return new Told(
                probe.id(),
                order.code(),
                order.name(),
                order.place(),
                order.point(),
                order.instrument(),
                order.operator(),
                ToldSchedule.of(order.schedule()),
                probe.active(),
                probes.condition(probe).name(),
                probe.heardAt().orElse(null),
                probe.beatAt().orElse(null),
                probe.clockOffset().map(offset -> offset.toMillis()).orElse(null),
                probe.software());
    }

    @GetMapping(PATH)
    Listing<Told> list(Actor actor, Piece piece) {
        String after =
                piece.after().map(cursor -> cursor.ofSize(1).keys().get(0)).orElse("");
        List<Probe> found = probes.list(actor, after, piece.limitAndOne());
        return Listing.of(found, piece, probe -> Cursor.of(probe.order().code()))
                .map(this::told);
    }

    @PostMapping(PATH)
    ResponseEntity<Told> add(Actor actor, @RequestBody Sent sent) {
        Probe made = probes.add(actor, sent.order());
        return ResponseEntity.created(URI.create(PATH + "/" + made.id()))
                .eTag(IfMatch.eTag(made.version()))
                .body(told(made));
    }

    @GetMapping(PATH + "/{id}")
    ResponseEntity<Told> get(Actor actor, @PathVariable long id) {
        Probe probe = find(probes, actor, id);
        return ResponseEntity.ok().eTag(IfMatch.eTag(probe.version())).body(told(probe));
    }

    @PutMapping(PATH + "/{id}")
    ResponseEntity<Told> change(Actor actor, @PathVariable long id, IfMatch match, @RequestBody Sent sent) {
        Probe probe = find(probes, actor, id);
        match.check(probe.version());
        boolean active = sent.active() == null ? probe.active() : sent.active();
        if (!probes.change(actor, id, sent.order(), active, match.version())) {
            throw IfMatch.stale();
        }
        senders.forget();
        return get(actor, id);
    }

    /** @param secret the text of its token, told this once */
    record Token(String secret) {}

    @ToldOnce
    @PostMapping(PATH + "/{id}/token")
    ResponseEntity<Token> token(Actor actor, @PathVariable long id) {
        Token made = new Token(probes.renewToken(actor, find(probes, actor, id)));
        senders.forget();
        return ResponseEntity.status(HttpStatus.CREATED).body(made);
    }

    /** What a probe keeps to. */
    record Config(
            String code,
            String pointId,
            String operator,
            String timeZone,
            long heartbeatEveryS,
            ToldSchedule schedule,
            int version) {}

    @GetMapping(PATH + "/self/config")
    @Needs(Capability.SAMPLE_SEND)
    ResponseEntity<Config> config() {
        Probe probe = self();
        return ResponseEntity.ok().eTag(IfMatch.eTag(probe.version())).body(config(probe, probes, zone));
    }

    static Config config(Probe probe, Probes probes, ZoneId zone) {
        return new Config(
                probe.order().code(),
                probe.order().point(),
                probe.order().operator(),
                zone.getId(),
                probes.policy().heartbeat().toSeconds(),
                ToldSchedule.of(probe.order().schedule()),
                probe.version());
    }

    /**
     * A heartbeat.
     *
     * @param sentAt by the probe's own clock, ISO 8601 with offset
     * @param software what runs on it
     */
    record Beat(String sentAt, String software) {}

    /** What it is answered. */
    record Beaten(Instant receivedAt, long clockOffsetMs, boolean clockOff, int configVersion, long nextWithinS) {}

    @PostMapping(PATH + "/self/heartbeat")
    @Needs(Capability.SAMPLE_SEND)
    Beaten heartbeat(@RequestBody Beat beat) {
        Probe probe = self();
        Probes.Beat noted = probes.beat(probe, time(beat.sentAt()), software(beat.software()));
        senders.forget();
        return new Beaten(
                noted.receivedAt(),
                noted.clockOffset().toMillis(),
                noted.clockIsOff(),
                probe.version(),
                probes.policy().heartbeat().toSeconds());
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text == null ? "" : text).toInstant();
        } catch (DateTimeException e) {
            throw PageFailure.badRequest(Text.of(
                    "sent_at 应为 2025-07-18T22:11:08.123+08:00", "sent_at: expected 2025-07-18T22:11:08.123+08:00"));
        }
    }

    private static String software(String text) {
        String one = text == null ? "" : text.replaceAll("\\p{Cntrl}", " ");
        return one.length() > LONGEST_SOFTWARE ? one.substring(0, LONGEST_SOFTWARE) : one;
    }

    private Probe self() {
        return senders.probe()
                .orElseThrow(() -> PageFailure.of(
                        HttpStatus.FORBIDDEN,
                        "NO_PROBE",
                        Text.of("这个令牌不属于任何在用的探针", "this token is of no probe in use")));
    }

    /** @throws PageFailure 404 if whoever asks sees no such probe */
    static Probe find(Probes probes, Actor actor, long id) {
        Optional<Probe> found = probes.find(actor, id);
        return found.orElseThrow(() -> PageFailure.notFound(Text.of("没有这个探针", "There is no such probe")));
    }
}
