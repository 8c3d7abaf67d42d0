package org.signalup.standards;

import org.signalup.domain.Text;

/**
 * Where a number comes from and how sure that is.
 *
 * @param source id of the source in the file that gives the number
 * @param mark A primary text, B reported, C field practice, M not checked, O the platform's own choice
 * @param title the source in words
 */
public record Citation(String source, String mark, Text title) {
    /** A citation whose source reads the same in both languages. */
    public Citation(String source, String mark) {
        this(source, mark, Text.same(source));
    }
}
