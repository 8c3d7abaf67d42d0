package org.signalup.live.internal.receive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.signalup.domain.Purpose;
import org.signalup.intake.RejectCode;
import org.signalup.intake.RowIntake.Kept;
import org.signalup.intake.RowIntake.Refused;
import org.signalup.intake.SampleColumn;
import org.signalup.live.Batch;
import org.signalup.live.Batch.RefusedRow;
import org.signalup.live.Sender;

/** Which rows somebody may send, and the list of those refused for whatever reason. */
public final class SenderRules {
    private final Sender sender;
    private final int linesBefore;
    private final List<RefusedRow> listed = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();

    public SenderRules(Sender sender, int linesBefore) {
        this.sender = sender;
        this.linesBefore = linesBefore;
    }

    /** Whether the row may come from this sender; else it is listed. */
    public boolean accepts(Kept row) {
        String operator = row.cell(SampleColumn.OPERATOR);
        if (sender.operators().isPresent() && !sender.operators().get().contains(operator)) {
            return refuse(row, SampleColumn.OPERATOR, RejectCode.OPERATOR_NOT_YOURS);
        }
        String purpose = row.cell(SampleColumn.PURPOSE);
        if (sender.measuresItself() && !purpose.equals(Purpose.SELF.code())) {
            return refuse(row, SampleColumn.PURPOSE, RejectCode.PURPOSE_NOT_YOURS);
        }
        return true;
    }

    private boolean refuse(Kept row, SampleColumn column, RejectCode code) {
        list(row.row(), column.code(), row.cell(column), code.name());
        return false;
    }

    /** Lists a row that intake refused. */
    public void refused(Refused row) {
        list(row.row(), row.column(), row.value(), row.code().name());
    }

    private void list(long row, String column, String value, String code) {
        counts.merge(code, 1L, Long::sum);
        if (listed.size() < Batch.MOST_REFUSED) {
            listed.add(new RefusedRow(row - linesBefore, column, value, code));
        }
    }

    public Map<String, Long> counts() {
        return counts;
    }

    /** In the order of rows. */
    public List<RefusedRow> listed() {
        return listed.stream()
                .sorted(java.util.Comparator.comparingLong(RefusedRow::row))
                .toList();
    }
}
