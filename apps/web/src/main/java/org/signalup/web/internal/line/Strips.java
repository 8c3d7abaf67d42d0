package org.signalup.web.internal.line;

import java.util.List;
import org.signalup.domain.RatRow;
import org.signalup.web.internal.catalog.OpenEvaluation;

/** The strip chart of a window, drawn and as tables, one of each for every operator obliged on the line. */
public record Strips(List<Drawing> drawings, List<LaneTable> tables) {
    /** Whole lines are asked for again and again; medians of a long one are many samples. */
    private record Whole(String lineId, RatRow rat) {}

    static Strips of(OpenEvaluation evaluation, LineHead head, RatRow rat, Window window) {
        return window.whole()
                ? evaluation.keep(new Whole(head.id(), rat), () -> draw(evaluation, head, rat, window))
                : draw(evaluation, head, rat, window);
    }

    private static Strips draw(OpenEvaluation evaluation, LineHead head, RatRow rat, Window window) {
        List<Lane> lanes = new Lanes(evaluation, head.id(), rat, window)
                .read(evaluation.names().operators().stream()
                        .filter(head.operators()::contains)
                        .toList());
        return new Strips(
                lanes.stream().map(lane -> Drawing.of(lane, rat, head.rule())).toList(),
                lanes.stream().map(lane -> LaneTable.of(lane, window)).toList());
    }
}
