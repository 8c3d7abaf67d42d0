package org.signalup.web.internal.job;

import java.util.List;
import org.signalup.domain.Language;
import org.signalup.job.JobOrder;
import org.signalup.web.internal.site.Filled;

/** The form of an evaluation; its fields are named as in the API. */
final class JobForm {
    private JobForm() {}

    static JobOrder order(Filled filled, Language language) {
        return new JobOrder(
                filled.get("name"),
                filled.get("standard"),
                filled.get("from"),
                filled.get("to"),
                filled.get("as_of"),
                filled.get("region"),
                filled.get("engine").isEmpty() ? "duckdb" : filled.get("engine"),
                filled.get("previous"),
                List.of(),
                language);
    }
}
