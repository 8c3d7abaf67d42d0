package org.signalup.evaluate.internal.quality;

import java.util.OptionalDouble;
import org.signalup.standards.ServiceModels;

/**
 * Cloud gaming opinion of ITU-T G.1072 (planning model): {@code R = 100 − 0.788 Icoding − 0.896 Itransmission − 0.227 Itemporal − 0.625
 * Iframes − 0.848 Iinput}, MOS from 1.3 to 4.64. Loss is taken to freeze the picture (lost frames), so Itransmission, that of sliced pictures, is 0. Used for
 * 0.3–50 Mbit/s, 10–60 frames/s, 480p, 720p or 1080p, delay 0–400 ms, loss 0–0.5.
 *
 * <p>Coefficients are those of a public implementation (stootaghaj/ITU-G1072) by an author of the model; the Recommendation's text was not at hand. Held
 * against a second table of opinions, all of its twenty values agree to 0.01 with loss as a fraction and R capped; the implementation has no cap, and its help
 * calls loss a percentage while its own test and range (0–0.5) take a fraction. The cap is the standard's number. Never graded.
 */
public final class CloudGameModel {
    /** How much motion a picture has, and how quick players must be. */
    public enum Pace {
        LOW(
                new double[] {52.5052380, -28.0170325, -2.68405109, 5.46647668, 12.4214486, -28.0191642, 0.215799183},
                new double[] {29.13, 0.01344, -1.283, 6.724},
                new double[] {23.43, 0.008574, -0.9253, 5.855},
                new double[] {47.97, 2.097, 0.01073, -4.567}),
        MEDIUM(
                new double[] {37.9882097, -13.7207634, 8.57836656, 3.26581290, 6.83275916, -127.997288, 0.479594798},
                new double[] {47.03, 0.01747, -1.823, 10.7},
                new double[] {54.71, 0.02589, -2.485, 9.306},
                new double[] {90, 1.191, 0.009775, -18.73}),
        HIGH(
                new double[] {47.7463038, -12.0699723, 9.05167501, 3.41919377, 7.62306351, -167.837954, 0.0760332685},
                new double[] {47.03, 0.01747, -1.823, 10.7},
                new double[] {54.71, 0.02589, -2.485, 9.306},
                new double[] {90, 1.191, 0.009775, -18.73});

        private final double[] coding;
        private final double[] temporal;
        private final double[] frames;
        private final double[] input;

        Pace(double[] coding, double[] temporal, double[] frames, double[] input) {
            this.coding = coding;
            this.temporal = temporal;
            this.frames = frames;
            this.input = input;
        }
    }

    /**
     * The stream of a game.
     *
     * @param lines 480, 720 or 1080
     */
    public record Stream(double mbps, double framesPerSecond, int lines, Pace video, Pace interaction) {}

    private static final double LEAST_MBPS = 0.3;
    private static final double MOST_MBPS = 50;
    private static final double LEAST_FPS = 10;
    private static final double MOST_FPS = 60;
    private static final double MOST_DELAY_MS = 400;
    private static final double MOST_LOSS = 0.5;
    private static final double MOST_CODING = 65;
    private static final double MOST_TEMPORAL = 61.29;
    private static final double MOST_INTERACTION = 68.98;
    private static final double LEAST_MOS = 1.3;
    private static final double MOST_MOS = 4.64;
    private static final double LEAST_DELAY_FOR_LOSS_MS = 16;

    private final Stream stream;
    private final double mostRating;

    /** @param mostRating cap of R, at most 100 */
    public CloudGameModel(Stream stream, double mostRating) {
        this.stream = stream;
        this.mostRating = mostRating;
    }

    /** The model of a stream as a standard describes it, in the high class of motion. */
    static CloudGameModel of(ServiceModels.Game game) {
        Pace interaction = game.quick() ? Pace.HIGH : Pace.LOW;
        return new CloudGameModel(
                new Stream(game.mbps(), game.framesPerSecond(), game.lines(), Pace.HIGH, interaction),
                game.mostRating());
    }

    /** The opinion at a round-trip delay and a share of packets lost, or none outside the range. */
    public OptionalDouble mos(double delayMs, double lossShare) {
        boolean inside = stream.mbps() >= LEAST_MBPS
                && stream.mbps() <= MOST_MBPS
                && stream.framesPerSecond() >= LEAST_FPS
                && stream.framesPerSecond() <= MOST_FPS
                && pixels() > 0
                && delayMs >= 0
                && delayMs <= MOST_DELAY_MS
                && lossShare >= 0
                && lossShare <= MOST_LOSS;
        return inside ? OptionalDouble.of(opinion(rating(delayMs, lossShare))) : OptionalDouble.empty();
    }

    private double pixels() {
        return switch (stream.lines()) {
            case 480 -> 640 * 480;
            case 720 -> 1280 * 720;
            case 1080 -> 1920 * 1080;
            default -> 0;
        };
    }

    private double rating(double delayMs, double loss) {
        double lost = lostFrames(delayMs, loss);
        double rating = 100
                - 0.788 * coding()
                - 0.227 * frames(stream.interaction().temporal, lost, MOST_TEMPORAL)
                - 0.625 * frames(stream.interaction().frames, lost, MOST_INTERACTION)
                - 0.848 * input(delayMs);
        return between(rating, 0, mostRating);
    }

    private double coding() {
        double[] c = stream.video().coding;
        double bits = stream.mbps() * 1e6 / (pixels() * stream.framesPerSecond());
        double complexity = c[4] * StrictMath.exp(c[5] * bits) + c[6];
        return between(c[0] * StrictMath.exp(c[1] * bits) + c[2] * complexity + c[3], 0, MOST_CODING);
    }

    private double frames(double[] c, double lost, double most) {
        double fps = stream.framesPerSecond();
        return between(c[0] + c[1] * fps * fps + c[2] * fps + c[3] * StrictMath.log(lost + 1), 0, most);
    }

    private double input(double delayMs) {
        double[] c = stream.interaction().input;
        return between(c[0] / (1 + StrictMath.exp(c[1] - c[2] * delayMs)) + c[3], 0, MOST_INTERACTION);
    }

    /** Per cent of frames lost: a packet that comes too late to be sent again takes its frame along. */
    private double lostFrames(double delayMs, double loss) {
        if (delayMs < LEAST_DELAY_FOR_LOSS_MS) {
            return 0;
        }
        double fps = stream.framesPerSecond();
        double perLoss = (0.08526 + 0.00073 * fps + 1.425e-4 * stream.mbps() * fps) * (0.09656 * delayMs - 1.5) * loss;
        return 100 * (1 - StrictMath.exp(-perLoss));
    }

    private static double opinion(double rating) {
        double mos = LEAST_MOS + (MOST_MOS - LEAST_MOS) / 100 * rating + rating * (rating - 60) * (100 - rating) * 7e-6;
        return between(mos, LEAST_MOS, MOST_MOS);
    }

    private static double between(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
