package org.signalup.web.internal.live;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.signalup.domain.Purpose;
import org.signalup.domain.Source;
import org.signalup.intake.SampleColumn;
import org.signalup.live.Finding;
import org.signalup.live.Sender;
import org.signalup.live.probe.Probe;
import org.signalup.live.probe.ProbeOrder;
import org.signalup.live.probe.Probes;
import org.signalup.people.Actor;
import org.signalup.people.Organisation;
import org.signalup.web.internal.access.CurrentActor;
import org.signalup.web.internal.access.Platform;
import org.springframework.stereotype.Component;

/** Who asks, as one who sends samples: an organisation, or a probe of its. */
@Platform
@Component
final class Senders {
    /** So long what is known of a probe is believed: it sends every second and changes every month. */
    private static final long BELIEVED_NANOS = 5_000_000_000L;

    /** That it was heard is written down no more often. */
    private static final long HEARD_NANOS = 30_000_000_000L;

    private static final int MOST = 100_000;

    private final Probes probes;
    private final Map<Long, Known> known = new ConcurrentHashMap<>();
    private final Map<Long, Long> heard = new ConcurrentHashMap<>();

    Senders(Probes probes) {
        this.probes = probes;
    }

    private record Known(Optional<Probe> probe, long atNanos) {}

    /** The probe whose token was shown. */
    Optional<Probe> probe() {
        return CurrentActor.token().flatMap(token -> {
            Known last = known.get(token);
            if (last == null || System.nanoTime() - last.atNanos > BELIEVED_NANOS) {
                if (known.size() > MOST) {
                    known.clear();
                }
                last = new Known(probes.ofToken(token), System.nanoTime());
                known.put(token, last);
            }
            return last.probe;
        });
    }

    /** Whoever asks. */
    Sender of(Actor actor) {
        Organisation organisation = actor.organisation();
        boolean builds = organisation.kind().measuresItself();
        Map<SampleColumn, String> standIns = new EnumMap<>(SampleColumn.class);
        standIns.put(SampleColumn.TESTER_ORG, organisation.code());
        if (builds) {
            standIns.put(SampleColumn.PURPOSE, Purpose.SELF.code());
        }
        Optional<Probe> probe = probe();
        probe.ifPresent(one -> {
            standIns.putAll(ofProbe(one.order()));
            note(one);
        });
        return new Sender(
                organisation.id(),
                builds,
                Optional.of(actor.account()),
                probe.map(Probe::id),
                probe.map(one -> one.order().name()).orElse(actor.name()),
                actor.reach().operators(),
                standIns);
    }

    private static Map<SampleColumn, String> ofProbe(ProbeOrder order) {
        Map<SampleColumn, String> standIns = new EnumMap<>(Map.of(
                SampleColumn.SOURCE, Source.PROBE.code(),
                SampleColumn.DEVICE_ID, order.code(),
                SampleColumn.SESSION_ID, order.code()));
        put(SampleColumn.POINT_ID, order.point(), standIns);
        put(SampleColumn.INSTRUMENT_ID, order.instrument(), standIns);
        put(SampleColumn.OPERATOR, order.operator(), standIns);
        return standIns;
    }

    private static void put(SampleColumn column, String value, Map<SampleColumn, String> standIns) {
        if (!value.isEmpty()) {
            standIns.put(column, value);
        }
    }

    private void note(Probe probe) {
        long now = System.nanoTime();
        Long last = heard.get(probe.id());
        if (last == null || now - last > HEARD_NANOS) {
            heard.put(probe.id(), now);
            probes.heard(probe);
        }
    }

    /** What is odd about whatever whoever asks sends now. */
    Set<Finding> findings() {
        return probe().filter(probes::clockIsOff).isPresent() ? Set.of(Finding.CLOCK_OFF) : Set.of();
    }

    /** What was believed of probes is asked anew. */
    void forget() {
        known.clear();
    }
}
