package org.signalup.intake.internal;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.signalup.domain.Sha256;
import org.signalup.engine.Engine;
import org.signalup.intake.IntakeOptions;
import org.signalup.intake.IntakeReport.FileReport;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.RejectCode;
import org.signalup.intake.SampleColumn;
import org.signalup.intake.SampleSchema;
import org.signalup.intake.internal.file.FileKind;
import org.signalup.intake.internal.file.FileRecord;
import org.signalup.intake.internal.file.FileRefusal;
import org.signalup.intake.internal.profile.Binding;
import org.signalup.intake.internal.profile.FileBinding;
import org.signalup.intake.internal.row.Findings;
import org.signalup.intake.internal.row.RejectTable;
import org.signalup.intake.internal.row.RowRules;
import org.signalup.intake.internal.row.SampleRow;
import org.signalup.intake.internal.row.SampleTable;

/** Reads one file: every record becomes a kept row or a reject. */
final class FileReading {
    private final PlannedFile planned;
    private final int fileNo;
    private final IntakeOptions options;
    private final FileBinding binding;
    private final List<RowRules> rules = new ArrayList<>();
    private final SampleRow row;
    private final Findings findings;
    private final Map<String, Long> leftOut = new TreeMap<>();
    private final Map<String, Long> rejectedByCode = new TreeMap<>();
    private long read;
    private long kept;
    private long told;

    /** @throws FileRefusal when the header does not do */
    FileReading(PlannedFile planned, int fileNo, IntakeOptions options) {
        this.planned = planned;
        this.fileNo = fileNo;
        this.options = options;
        this.binding =
                new FileBinding(planned.found(), planned.file(), options.programme(), options.crs(), options.devices());
        this.row = new SampleRow(binding.columns());
        this.findings = new Findings(
                planned.file().writtenMs(),
                binding.assumesZone(),
                options.ledger(),
                options.programme().usualRates());
    }

    FileBinding binding() {
        return binding;
    }

    /** What looks wrong with the rows read. */
    List<Findings.Finding> findings() {
        return findings.all();
    }

    /** Rows left out by the profile's filters, by heading; they are no part of what was read. */
    Map<String, Long> leftOut() {
        return leftOut;
    }

    /** @throws FileRefusal when the file turns out to be damaged */
    FileReport read(Engine engine, Rows rows, Heard heard) throws IOException {
        MessageDigest digest = Sha256.begin();
        Optional<String> operator = operatorOfFile(engine);
        for (Binding kind : binding.kinds()) {
            rules.add(new RowRules(options.programme().zone(), options.asOf(), kind.crs(), operator, options.terms()));
        }
        long header = planned.found().header().line();
        planned.records(engine, Optional.of(digest), bytes -> tell(heard, bytes))
                .forEach(record -> {
                    if (record.line() > header) {
                        take(record, rows);
                    }
                    return true;
                });
        tell(heard, 0);
        if (read == 0 && leftOut.isEmpty()) {
            throw new FileRefusal(RefusalCode.HEADER_ONLY);
        }
        String hex = planned.kind() == FileKind.TEXT
                ? Sha256.hex(digest)
                : planned.file().digest();
        return new FileReport(
                fileNo,
                options.devices().withoutPhones(planned.file().name()),
                hex,
                binding.format(),
                read,
                kept,
                read - kept,
                binding.recognition(),
                binding.removed(),
                binding.unknown(),
                defaulted(),
                rejectedByCode);
    }

    /** Where rows go. */
    interface Rows {
        /** @param row valid only during the call */
        void kept(SampleRow row, int fileNo, long rowNo);

        void refused(int fileNo, long rowNo, String heading, String value, RejectCode code);

        /** Into the datasets. */
        static Rows into(SampleTable samples, RejectTable rejects) {
            return new Rows() {
                @Override
                public void kept(SampleRow row, int fileNo, long rowNo) {
                    samples.add(row, fileNo, rowNo);
                }

                @Override
                public void refused(int fileNo, long rowNo, String heading, String value, RejectCode code) {
                    rejects.add(fileNo, rowNo, heading, value, code);
                }
            };
        }
    }

    /** Hears how far reading has come since the last time. */
    interface Heard {
        void read(long bytes, long rows);
    }

    private void tell(Heard heard, long bytes) {
        heard.read(bytes, read - told);
        told = read;
    }

    private Map<String, Long> defaulted() {
        Map<String, Long> all = new TreeMap<>();
        rules.forEach(one -> one.defaulted().forEach((column, count) -> all.merge(column, count, Long::sum)));
        return all;
    }

    private void take(FileRecord record, Rows rows) {
        if (record.broken() || !binding.fits(record)) {
            row.clear();
            row.refuse(record.broken() ? record.fault() : RejectCode.FIELD_COUNT);
            read++;
            refuse(record, binding.kinds().get(0), rows);
            return;
        }
        binding.countRemoved(record);
        if (binding.kinds().size() == 1) {
            String filter = take(record, 0, record.line(), rows);
            if (filter != null) {
                leftOut.merge(filter, 1L, Long::sum);
            }
        } else {
            takeAll(record, rows);
        }
    }

    /** A record of several kinds of rows; left out when it has nothing of any. */
    private void takeAll(FileRecord record, Rows rows) {
        long taken = 0;
        String filter = "";
        for (int kind = 0; kind < binding.kinds().size(); kind++) {
            if (isOfAnother(kind, record)) {
                continue;
            }
            String found = take(record, kind, record.line() + taken * SampleSchema.NEXT_OF_SAME_LINE, rows);
            taken += found == null ? 1 : 0;
            filter = found == null || found.isEmpty() ? filter : found;
        }
        if (taken == 0) {
            leftOut.merge(filter, 1L, Long::sum);
        }
    }

    /** Columns that several kinds share make no row of a kind that has no time, where another has one and explains them. */
    private boolean isOfAnother(int kind, FileRecord record) {
        Binding own = binding.kinds().get(kind);
        return !own.timed(record)
                && binding.kinds().stream()
                        .anyMatch(other -> other != own
                                && other.timed(record)
                                && other.leftOutBy(record) == null
                                && own.explainedBy(other, record));
    }

    /** Takes one kind of row from the record; returns what left it out, or null. */
    private String take(FileRecord record, int index, long rowNo, Rows rows) {
        Binding kind = binding.kinds().get(index);
        String filter = kind.leftOutBy(record);
        if (filter != null) {
            return filter;
        }
        row.clear();
        kind.read(record, row);
        rules.get(index).complete(row);
        read++;
        if (row.refused()) {
            findings.seeRefused(row, rowNo);
            refuse(record, kind, rows);
        } else {
            findings.see(row, rowNo);
            rows.kept(row, fileNo, rowNo);
            kept++;
        }
        return null;
    }

    private void refuse(FileRecord record, Binding kind, Rows rows) {
        SampleColumn column = row.rejectColumn();
        int cell = row.rejectCell() >= 0 || column == null ? row.rejectCell() : kind.cellOf(column);
        boolean shown = cell >= 0 && cell < record.count();
        String heading = shown ? binding.heading(cell) : column == null ? "" : column.code();
        String value =
                !shown ? "" : binding.personal(cell) ? "***" : record.text(cell).strip();
        rows.refused(fileNo, record.line(), heading, value, row.reject());
        rejectedByCode.merge(row.reject().name(), 1L, Long::sum);
    }

    /** The only operator that the file's rows name, else the only one its name names. */
    private Optional<String> operatorOfFile(Engine engine) throws IOException {
        boolean rowsWithout = binding.kinds().stream().anyMatch(Binding::hasRowsWithoutOperator);
        Set<String> named = rowsWithout ? operatorsOfRows(engine) : Set.of();
        if (named.size() == 1) {
            return named.stream().findFirst();
        }
        Optional<String> operator = FileNames.operator(planned.file().name(), options.programme());
        if (operator.isEmpty() && binding.kinds().stream().noneMatch(Binding::namesOperators)) {
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
                binding.kinds().get(0).readOperator(record, row);
                if (row.operator() != null) {
                    named.add(row.operator());
                }
            }
            return true;
        });
        return named;
    }
}
