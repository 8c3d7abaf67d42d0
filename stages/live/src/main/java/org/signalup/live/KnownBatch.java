package org.signalup.live;

import java.util.Optional;
import org.signalup.domain.Text;

/**
 * A batch and where its samples are.
 *
 * @param place absent while they are on their way into the lake
 */
public record KnownBatch(Batch batch, Optional<Place> place) {
    /** Where it is. */
    public enum State {
        RECEIVED(Text.of("已接收，等待入湖", "received, on its way into the lake")),
        IN_LAKE(Text.of("已入湖", "in the lake"));

        private final Text text;

        State(Text text) {
            this.text = text;
        }

        public Text text() {
            return text;
        }
    }

    /**
     * Where the accepted rows are: consecutive rows of a file of the lake.
     *
     * @param file empty when no row was accepted
     * @param firstRow line of the file, header = 1
     */
    public record Place(String file, long firstRow, String lakeBatch) {}

    public State state() {
        return place.isPresent() ? State.IN_LAKE : State.RECEIVED;
    }
}
