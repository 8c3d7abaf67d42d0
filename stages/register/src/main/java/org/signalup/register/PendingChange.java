package org.signalup.register;

import java.time.Instant;
import java.util.Optional;
import org.signalup.domain.Text;

/**
 * Something to be taken out of a frozen baseline, once a second person agrees.
 *
 * @param exemptReason 免测原因, of an exemption
 * @param requestedBy account
 */
public record PendingChange(
        long id,
        Subject subject,
        String subjectId,
        String name,
        Action action,
        String exemptReason,
        String reason,
        State state,
        long requestedBy,
        String requestedName,
        Instant requestedAt,
        String decidedName,
        Optional<Instant> decidedAt,
        String note) {
    /** What is asked for. */
    public enum Action {
        REMOVE(Text.of("移出台账", "remove")),
        EXEMPT(Text.of("免测", "exempt"));

        private final Text text;

        Action(Text text) {
            this.text = text;
        }

        public Text text() {
            return text;
        }
    }

    /** What became of it. */
    public enum State {
        OPEN(Text.of("待复核", "to be confirmed")),
        CONFIRMED(Text.of("已同意", "confirmed")),
        REJECTED(Text.of("已驳回", "rejected")),
        WITHDRAWN(Text.of("已撤回", "withdrawn"));

        private final Text text;

        State(Text text) {
            this.text = text;
        }

        public Text text() {
            return text;
        }
    }
}
