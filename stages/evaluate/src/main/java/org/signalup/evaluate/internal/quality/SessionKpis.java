package org.signalup.evaluate.internal.quality;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.signalup.domain.Outcome;
import org.signalup.domain.Service;
import org.signalup.standards.ServiceKpi;
import org.signalup.standards.ServiceModels;

/** Adds up the sessions of one service by one operator at one object. Sums are whole numbers, so no order can change a digit. */
public final class SessionKpis {
    private static final double US_PER_MS = 1000;
    private static final double US_PER_S = 1e6;
    private static final double US_PER_H = 3.6e9;
    private static final double PPM = 1e6;
    private static final double MILLI = 1000;
    private static final double MEDIAN = 0.5;
    private static final double HIGH = 0.95;

    /** A value and how many sessions it rests on. */
    public record Figure(long n, double value) {}

    private final Optional<ServiceModels> models;
    private final OpinionModel opinion;
    private final Map<ServiceKpi, Sum> sums = new EnumMap<>(ServiceKpi.class);
    private long[] firstFrames = new long[16];
    private int framed;

    /** So many sessions, and what their values make over what they are of. */
    private static final class Sum {
        private long n;
        private long value;
        private long of;
    }

    public SessionKpis(Service service, Optional<ServiceModels> models) {
        this.models = models;
        this.opinion = new OpinionModel(service, models);
    }

    /** Takes a session in. */
    public void add(Session session) {
        boolean failed = session.outcome() == Outcome.FAILED;
        share(ServiceKpi.CONNECT, !failed);
        if (!failed) {
            share(ServiceKpi.DROP, session.outcome() == Outcome.DROPPED);
        }
        if (models.isPresent() && (failed || session.has(session.setupUs()))) {
            boolean inTime = session.setupUs() <= models.get().connectWithinMs() * US_PER_MS;
            share(ServiceKpi.CONNECT_IN_TIME, !failed && inTime);
        }
        firstFrame(session);
        played(session);
        mean(ServiceKpi.DELAY, session.delayUs());
        mean(ServiceKpi.LOSS, session.lossPpm());
        mean(ServiceKpi.RTT, session.latencyUs());
        mean(ServiceKpi.MOS, session.mosMilli());
        if (!failed) {
            mean(ServiceKpi.DL_RATE, session.dlKbps());
        }
        limits(session);
        opinion.micro(session).ifPresent(micro -> mean(ServiceKpi.MOS_MODEL, micro));
    }

    private void limits(Session session) {
        if (models.isPresent() && session.has(session.latencyUs())) {
            share(ServiceKpi.RTT_HIGH_SHARE, session.latencyUs() > models.get().highRttMs() * US_PER_MS);
        }
        if (models.isPresent() && session.has(session.avSyncUs())) {
            share(ServiceKpi.AV_IN_SYNC, session.avSyncUs() <= models.get().inSyncMs() * US_PER_MS);
        }
        if (models.isPresent() && session.has(session.mosMilli())) {
            share(ServiceKpi.MOS_GOOD_SHARE, session.mosMilli() >= models.get().goodMos() * MILLI);
        }
    }

    private void firstFrame(Session session) {
        if (session.has(session.firstFrameUs())) {
            firstFrames = framed < firstFrames.length ? firstFrames : Arrays.copyOf(firstFrames, framed * 2);
            firstFrames[framed] = session.firstFrameUs();
            framed++;
        }
    }

    private void played(Session session) {
        if (session.has(session.playedUs()) && session.playedUs() > 0) {
            ratio(ServiceKpi.STALL_RATIO, session.stallUs(), session.playedUs());
            ratio(ServiceKpi.STALLS_PER_HOUR, session.stalls(), session.playedUs());
            ratio(ServiceKpi.HD_SHARE, session.hdUs(), session.playedUs());
        }
    }

    private void share(ServiceKpi kpi, boolean yes) {
        ratio(kpi, yes ? 1 : 0, 1);
    }

    private void mean(ServiceKpi kpi, long value) {
        ratio(kpi, value, 1);
    }

    private void ratio(ServiceKpi kpi, long value, long of) {
        if (value != Session.MISSING) {
            Sum sum = sums.computeIfAbsent(kpi, unused -> new Sum());
            sum.n++;
            sum.value += value;
            sum.of += of;
        }
    }

    /** What came out, without KPIs no session told anything about. */
    public Map<ServiceKpi, Figure> figures() {
        Map<ServiceKpi, Figure> figures = new EnumMap<>(ServiceKpi.class);
        sums.forEach((kpi, sum) -> figures.put(kpi, new Figure(sum.n, value(kpi, sum))));
        if (framed > 0) {
            Arrays.sort(firstFrames, 0, framed);
            figures.put(ServiceKpi.FIRST_FRAME_P50, new Figure(framed, quantile(MEDIAN) / US_PER_MS));
            figures.put(ServiceKpi.FIRST_FRAME_P95, new Figure(framed, quantile(HIGH) / US_PER_MS));
        }
        return figures;
    }

    /** One division of whole numbers, so that a value between two printed ones is rounded by what it is. */
    private static double value(ServiceKpi kpi, Sum sum) {
        return switch (kpi) {
            case STALLS_PER_HOUR -> sum.value * US_PER_H / sum.of;
            case DELAY, RTT -> sum.value / (sum.of * US_PER_MS);
            case LOSS -> sum.value / (sum.of * PPM);
            case MOS, DL_RATE -> sum.value / (sum.of * MILLI);
            case MOS_MODEL -> sum.value / (sum.of * OpinionModel.MICRO);
            default -> sum.value / (double) sum.of;
        };
    }

    private double quantile(double share) {
        return firstFrames[Math.max(0, (int) Math.ceil(share * framed - 1e-9) - 1)];
    }

    /**
     * One session in the units of samples; {@link #MISSING} where a value is not known.
     *
     * @param stalls how often it stood still
     * @param delayUs end to end, one way
     * @param avSyncUs how far sound and picture were apart
     * @param dlKbps what it sustained
     */
    public record Session(
            Outcome outcome,
            long setupUs,
            long firstFrameUs,
            long stallUs,
            long playedUs,
            long hdUs,
            long latencyUs,
            long lossPpm,
            long mosMilli,
            long stalls,
            long delayUs,
            long avSyncUs,
            long dlKbps) {
        public static final long MISSING = Long.MIN_VALUE;

        boolean has(long value) {
            return value != MISSING;
        }
    }

    /** The model of a service, where it has one. */
    private static final class OpinionModel {
        static final double MICRO = 1e6;

        private final Service service;
        private final Optional<EModel> call;
        private final Optional<VmosLite> video;
        private final Optional<CloudGameModel> game;

        OpinionModel(Service service, Optional<ServiceModels> models) {
            this.service = service;
            this.call = models.map(ServiceModels::voice).map(EModel::new);
            this.video = models.map(ServiceModels::video).map(VmosLite::new);
            this.game = models.flatMap(ServiceModels::game).map(CloudGameModel::of);
        }

        /** In millionths, or none where the session lacks what the model needs or lies outside its range. */
        Optional<Long> micro(Session session) {
            OptionalDouble mos = session.outcome() == Outcome.FAILED ? OptionalDouble.empty() : mos(session);
            return mos.isPresent() ? Optional.of(Math.round(mos.getAsDouble() * MICRO)) : Optional.empty();
        }

        private OptionalDouble mos(Session session) {
            return switch (service) {
                case VOICE -> voice(session);
                case LIVE, SHORT_VIDEO -> video(session);
                case CLOUD_GAME -> game(session);
                default -> OptionalDouble.empty();
            };
        }

        /** Half the round trip stands in for a one-way delay that is not told. */
        private OptionalDouble voice(Session session) {
            boolean delay = session.has(session.delayUs());
            if (call.isEmpty() || !session.has(session.lossPpm()) || (!delay && !session.has(session.latencyUs()))) {
                return OptionalDouble.empty();
            }
            double oneWayUs = delay ? session.delayUs() : session.latencyUs() / 2.0;
            return call.get().mos(oneWayUs / US_PER_MS, session.lossPpm() / PPM);
        }

        private OptionalDouble game(Session session) {
            boolean known = session.has(session.latencyUs()) && session.has(session.lossPpm());
            return game.isPresent() && known
                    ? game.get().mos(session.latencyUs() / US_PER_MS, session.lossPpm() / PPM)
                    : OptionalDouble.empty();
        }

        private OptionalDouble video(Session session) {
            if (video.isEmpty()
                    || !session.has(session.firstFrameUs())
                    || !session.has(session.playedUs())
                    || !session.has(session.stallUs())) {
                return OptionalDouble.empty();
            }
            boolean hd = session.has(session.hdUs()) && session.playedUs() > 0;
            return video.get()
                    .mos(new VmosLite.Session(
                            session.firstFrameUs() / US_PER_S,
                            session.playedUs() / US_PER_S,
                            session.stallUs() / US_PER_S,
                            session.has(session.stalls())
                                    ? OptionalDouble.of((double) session.stalls())
                                    : OptionalDouble.empty(),
                            hd
                                    ? OptionalDouble.of(Math.min(1, session.hdUs() / (double) session.playedUs()))
                                    : OptionalDouble.empty()));
        }
    }
}
