package org.signalup.publish.internal.section;

import org.signalup.domain.Text;
import org.signalup.publish.internal.facts.Facts;
import org.signalup.publish.internal.html.Html;

/** The name of a place or line with its id below, or that a row is of neither. */
final class ObjectName {
    private ObjectName() {}

    static void write(Html html, Facts facts, String object, String id) {
        if (id.isEmpty()) {
            html.text(Text.of("不在任何场所或线路", "at no place or line"));
            return;
        }
        boolean line = object.equals("LINE");
        html.el(
                "b",
                () -> html.data(
                        line ? facts.names().lineName(id) : facts.names().placeName(id)));
        html.el("small", () -> html.el("code", () -> html.data(id)));
    }
}
