package org.signalup.register;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Problem;
import org.signalup.domain.Text;

/**
 * Files brought to the ledger, looked at before anything is applied.
 *
 * @param files names as brought
 * @param notes what is wrong or odd about whole files
 * @param counts rows by what would become of them; every status is there
 */
public record ImportBatch(
        long id,
        String who,
        State state,
        String files,
        List<Problem> notes,
        Instant madeAt,
        Optional<Instant> decidedAt,
        Map<Status, Integer> counts) {
    public ImportBatch {
        notes = List.copyOf(notes);
        counts = Map.copyOf(counts);
    }

    public int count(Status status) {
        return counts.getOrDefault(status, 0);
    }

    /** How far it came. */
    public enum State {
        PREVIEW(Text.of("待确认", "to be confirmed")),
        APPLIED(Text.of("已写入", "applied")),
        DISCARDED(Text.of("已放弃", "thrown away")),
        UNDONE(Text.of("已撤销", "undone"));

        private final Text text;

        State(Text text) {
            this.text = text;
        }

        public Text text() {
            return text;
        }
    }

    /** What would become of a row. */
    public enum Status {
        NEW(Text.of("新增", "new")),
        CHANGED(Text.of("修改", "changed")),
        UNCHANGED(Text.of("无变化", "unchanged")),
        CONFLICT(Text.of("冲突", "in conflict")),
        REFUSED(Text.of("拒收", "refused"));

        private final Text text;

        Status(Text text) {
            this.text = text;
        }

        public Text text() {
            return text;
        }
    }
}
