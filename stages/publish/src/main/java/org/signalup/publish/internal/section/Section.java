package org.signalup.publish.internal.section;

import org.signalup.domain.Text;
import org.signalup.publish.internal.facts.Facts;
import org.signalup.publish.internal.html.Html;

/** One section of the report. */
public interface Section {
    /** The anchor. */
    String id();

    /** The heading. */
    Text title();

    /** The heading as the table of contents says it. */
    Text shortTitle();

    void write(Html html, Facts facts);
}
