package org.signalup.web.internal.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultRows.PlaceRow;
import org.signalup.web.internal.catalog.Catalog;
import org.signalup.web.internal.catalog.CatalogEntry;
import org.signalup.web.internal.catalog.OpenEvaluation;

/** What every evaluation of the folder that knows the place says of it, the newest first. */
public record PlaceHistory(List<Then> rows) {
    /** Opening an evaluation takes a moment; what lies further back is found from the start page. */
    private static final int MOST = 7;

    /** One evaluation's verdicts by operator. */
    public record Then(CatalogEntry entry, boolean here, Map<String, PlaceRow> byOperator) {
        public PlaceRow all() {
            return byOperator.get(ResultRows.ALL);
        }
    }

    static PlaceHistory of(Catalog catalog, OpenEvaluation here, String placeId) {
        List<Then> rows = new ArrayList<>();
        catalog.list(here.reach()).stream().limit(MOST).forEach(entry -> {
            OpenEvaluation evaluation = catalog.get(entry.id(), here.reach());
            Map<String, PlaceRow> byOperator = PlaceFacts.rows(evaluation, placeId);
            if (byOperator.containsKey(ResultRows.ALL)) {
                rows.add(new Then(entry, entry.id().equals(here.id()), byOperator));
            }
        });
        return new PlaceHistory(rows);
    }
}
