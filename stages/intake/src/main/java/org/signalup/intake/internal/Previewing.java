package org.signalup.intake.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.intake.IntakeOptions;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.RejectCode;
import org.signalup.intake.RowPreview;
import org.signalup.intake.internal.file.FileRecord;
import org.signalup.intake.internal.file.FileRefusal;
import org.signalup.intake.internal.file.InputFile;
import org.signalup.intake.internal.profile.Binding;
import org.signalup.intake.internal.profile.Detection;
import org.signalup.intake.internal.profile.FileBinding;
import org.signalup.intake.internal.profile.ProfileCatalog;
import org.signalup.intake.internal.row.RowRules;
import org.signalup.intake.internal.row.SampleRow;
import org.signalup.intake.internal.structure.Structures;

/** Reads the first rows of a file and keeps none of them. */
public final class Previewing {
    private final InputFile file;
    private final IntakeOptions options;
    private final Engine engine;

    public Previewing(InputFile file, IntakeOptions options, Engine engine) {
        this.file = file;
        this.options = options;
        this.engine = engine;
    }

    /** @param profile its text */
    public List<RowPreview> read(String profile, int rows) {
        ProfileCatalog catalog = new ProfileCatalog(options.profileFolders());
        Detection detection = new Detection(List.of(catalog.parse(profile)), true);
        PlannedFile planned = PlannedFile.inspect(file, new Structures(List.of(file)), detection, engine)
                .on(options);
        if (!planned.found().profile().samples()) {
            throw new FileRefusal(
                    RefusalCode.NO_SAMPLE_FILE,
                    planned.found().profile().noSamples().orElseThrow());
        }
        FileBinding binding =
                new FileBinding(planned.found(), file, options.programme(), options.crs(), options.devices());
        List<RowPreview> seen = new ArrayList<>();
        long header = planned.found().header().line();
        try {
            planned.records(engine, Optional.empty(), bytes -> {}).forEach(record -> {
                if (record.line() > header) {
                    see(record, binding, seen);
                }
                return seen.size() < rows;
            });
        } catch (IOException e) {
            throw new FileRefusal(RefusalCode.FILE_UNREADABLE, Text.same(String.valueOf(e.getMessage())));
        }
        return seen;
    }

    private void see(FileRecord record, FileBinding binding, List<RowPreview> seen) {
        SampleRow row = new SampleRow(binding.columns());
        if (record.broken() || !binding.fits(record)) {
            row.refuse(record.broken() ? RejectCode.QUOTE_OPEN : RejectCode.FIELD_COUNT);
            seen.add(new RowPreview(record.line(), row.shown(), Optional.of(row.reject()), ""));
            return;
        }
        for (Binding kind : binding.kinds()) {
            if (kind.leftOutBy(record) == null) {
                row.clear();
                kind.read(record, row);
                new RowRules(options.programme().zone(), options.asOf(), kind.crs(), operator(), options.terms())
                        .complete(row);
                seen.add(new RowPreview(
                        record.line(), row.shown(), Optional.ofNullable(row.reject()), column(row, binding, kind)));
            }
        }
    }

    private Optional<String> operator() {
        return FileNames.operator(file.name(), options.programme());
    }

    private static String column(SampleRow row, FileBinding binding, Binding kind) {
        if (row.reject() == null || row.rejectColumn() == null) {
            return "";
        }
        int cell = row.rejectCell() >= 0 ? row.rejectCell() : kind.cellOf(row.rejectColumn());
        return cell >= 0 ? binding.heading(cell) : row.rejectColumn().code();
    }
}
