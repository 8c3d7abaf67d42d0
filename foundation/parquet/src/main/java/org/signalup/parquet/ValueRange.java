package org.signalup.parquet;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.TextOrder;

/** Least and most of the values of a column chunk, as its metadata tells them: who looks for one value passes over whole groups. */
record ValueRange(ByteSink least, ByteSink most) {
    /** Longer texts are not worth their place in the metadata. */
    private static final int LONGEST = 200;

    static ValueRange ofInts(long least, long most) {
        return new ValueRange(new ByteSink().int32((int) least), new ByteSink().int32((int) most));
    }

    static ValueRange ofLongs(long least, long most) {
        return new ValueRange(new ByteSink().longs(new long[] {least}, 1), new ByteSink().longs(new long[] {most}, 1));
    }

    /** The range of texts in the order of their code points, which is that of their bytes; none without any. */
    static Optional<ValueRange> ofTexts(List<String> texts) {
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        ByteSink least = utf8(Collections.min(texts, TextOrder.CODE_POINTS));
        ByteSink most = utf8(Collections.max(texts, TextOrder.CODE_POINTS));
        return least.length() > LONGEST || most.length() > LONGEST
                ? Optional.empty()
                : Optional.of(new ValueRange(least, most));
    }

    private static ByteSink utf8(String text) {
        return new ByteSink().put(text.getBytes(StandardCharsets.UTF_8));
    }
}
