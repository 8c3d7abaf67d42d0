package org.signalup.intake.internal.row;

import org.signalup.domain.Language;
import org.signalup.engine.Engine;
import org.signalup.engine.TableWriter;
import org.signalup.intake.RejectCode;
import org.signalup.intake.SampleSchema;

/** The dataset of rows refused, one entry per row. */
public final class RejectTable {
    private final Engine engine;
    private final Language language;
    private final TableWriter writer;

    public RejectTable(Engine engine, Language language) {
        this.engine = engine;
        this.language = language;
        this.writer = engine.create(SampleSchema.REJECTS);
    }

    /** Adds a row; identifiers in {@code value} are masked here. */
    public void add(int fileNo, long rowNo, String column, String value, RejectCode code) {
        writer.put(fileNo)
                .put(rowNo)
                .put(column)
                .put(Masking.mask(value))
                .put(code.name())
                .put(code.text().in(language));
        writer.endRow();
    }

    public void finish() {
        writer.close();
    }

    public void abandon() {
        writer.close();
        engine.drop(SampleSchema.REJECTS.name());
    }
}
