package org.signalup.intake.internal;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.signalup.engine.Engine;
import org.signalup.intake.IntakeOptions;
import org.signalup.intake.IntakeReport.FileReport;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.RejectCode;
import org.signalup.intake.SampleColumn;
import org.signalup.intake.internal.file.FileKind;
import org.signalup.intake.internal.file.FileRecord;
import org.signalup.intake.internal.file.FileRefusal;
import org.signalup.intake.internal.file.InputFile;
import org.signalup.intake.internal.profile.Binding;
import org.signalup.intake.internal.row.RejectTable;
import org.signalup.intake.internal.row.RowRules;
import org.signalup.intake.internal.row.SampleRow;
import org.signalup.intake.internal.row.SampleTable;

/** Reads one file: every record becomes a kept row or a reject. */
final class FileReading {
    private final PlannedFile planned;
    private final int fileNo;
    private final IntakeOptions options;
    private final Binding binding;
    private final SampleRow row;
    private final Map<String, Long> rejectedByCode = new TreeMap<>();
    private long read;
    private long kept;
    private long filtered;
    private long told;

    /** @throws FileRefusal when the header does not do */
    FileReading(PlannedFile planned, int fileNo, IntakeOptions options) {
        this.planned = planned;
        this.fileNo = fileNo;
        this.options = options;
        this.binding = new Binding(planned.found(), planned.file(), options.programme(), options.crs());
        this.row = new SampleRow(binding.columns());
    }

    Binding binding() {
        return binding;
    }

    /** Rows left out by the profile's filter; they are no part of what was read. */
    long filtered() {
        return filtered;
    }

    /** @throws FileRefusal when the file turns out to be damaged */
    FileReport read(Engine engine, SampleTable samples, RejectTable rejects, Heard heard) throws IOException {
        MessageDigest digest = InputFile.sha256();
        RowRules rules =
                new RowRules(options.programme().zone(), options.asOf(), binding.crs(), operatorOfFile(engine));
        long header = planned.found().header().line();
        planned.records(engine, Optional.of(digest), bytes -> tell(heard, bytes))
                .forEach(record -> {
                    if (record.line() > header) {
                        take(record, rules, samples, rejects);
                    }
                    return true;
                });
        tell(heard, 0);
        if (read == 0 && filtered == 0) {
            throw new FileRefusal(RefusalCode.HEADER_ONLY);
        }
        String hex = planned.kind() == FileKind.TEXT
                ? HexFormat.of().formatHex(digest.digest())
                : planned.file().digest();
        return new FileReport(
                fileNo,
                planned.file().name(),
                hex,
                binding.format(),
                read,
                kept,
                read - kept,
                binding.removed(),
                binding.unknown(),
                rules.defaulted(),
                rejectedByCode);
    }

    /** Hears how far reading has come since the last time. */
    interface Heard {
        void read(long bytes, long rows);
    }

    private void tell(Heard heard, long bytes) {
        heard.read(bytes, read - told);
        told = read;
    }

    private void take(FileRecord record, RowRules rules, SampleTable samples, RejectTable rejects) {
        row.clear();
        if (record.broken()) {
            row.refuse(record.fault());
        } else if (!binding.fits(record)) {
            row.refuse(RejectCode.FIELD_COUNT);
        } else if (!binding.keeps(record)) {
            filtered++;
            return;
        } else {
            binding.read(record, row);
            rules.complete(row);
        }
        read++;
        if (row.refused()) {
            refuse(record, rejects);
        } else {
            samples.add(row, fileNo, record.line());
            kept++;
        }
    }

    private void refuse(FileRecord record, RejectTable rejects) {
        SampleColumn column = row.rejectColumn();
        int cell = row.rejectCell() >= 0 || column == null ? row.rejectCell() : binding.cellOf(column);
        boolean shown = cell >= 0 && cell < record.count();
        String heading = shown ? binding.heading(cell) : column == null ? "" : column.code();
        String value = shown ? record.text(cell).strip() : "";
        rejects.add(fileNo, record.line(), heading, value, row.reject());
        rejectedByCode.merge(row.reject().name(), 1L, Long::sum);
    }

    /** The only operator that the file's rows name, else the only one its name names. */
    private Optional<String> operatorOfFile(Engine engine) throws IOException {
        Set<String> named = binding.hasRowsWithoutOperator() ? operatorsOfRows(engine) : Set.of();
        if (named.size() == 1) {
            return named.stream().findFirst();
        }
        Optional<String> operator = FileNames.operator(planned.file().name(), options.programme());
        if (operator.isEmpty() && !binding.namesOperators()) {
            throw new FileRefusal(RefusalCode.OPERATOR_ABSENT);
        }
        return operator;
    }

    private Set<String> operatorsOfRows(Engine engine) throws IOException {
        Set<String> named = new TreeSet<>();
        long header = planned.found().header().line();
        planned.records(engine, Optional.empty(), bytes -> {}).forEach(record -> {
            if (record.line() > header && !record.broken() && binding.fits(record)) {
                row.clear();
                binding.readOperator(record, row);
                if (row.operator() != null) {
                    named.add(row.operator());
                }
            }
            return true;
        });
        return named;
    }
}
