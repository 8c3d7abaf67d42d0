package org.signalup.lake.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.signalup.domain.Language;
import org.signalup.domain.Problem;
import org.signalup.domain.Sha256;
import org.signalup.domain.TextOrder;
import org.signalup.engine.Engine;
import org.signalup.engine.TableWriter;
import org.signalup.intake.IntakeReport;
import org.signalup.intake.IntakeReport.FileReport;
import org.signalup.intake.RejectCode;
import org.signalup.intake.RejectMessages;
import org.signalup.intake.SampleSchema;
import org.signalup.lake.LakeBatch;
import org.signalup.lake.LakeDay;
import org.signalup.lake.internal.LakeState.Batch;
import org.signalup.lake.internal.LakeState.Part;
import org.signalup.lake.internal.LakeState.Source;

/** What a reader of a lake gets to see. */
public final class Reading {
    /** Warnings in the order one run of intake tells them; what is not named here comes last, file by file. */
    private static final List<String> FIRST_WARNINGS = List.of("NOT_A_SAMPLE_FILE", "FILE_WITHOUT_SAMPLES");

    private Reading() {}

    public static LakeDay day(LakeFolder folder, LocalDate date, List<Part> parts) {
        List<Source> sources =
                parts.stream().flatMap(part -> part.sources().stream()).toList();
        String contents = sources.stream().map(Source::content).sorted().collect(Collectors.joining("\n"));
        return new LakeDay(
                date,
                sources.stream().map(Source::batch).distinct().sorted().toList(),
                parts.stream().mapToLong(part -> part.file().rows()).sum(),
                parts.stream().mapToLong(part -> part.file().bytes()).sum(),
                Sha256.hex(contents.getBytes(StandardCharsets.UTF_8)),
                parts.stream().map(part -> folder.resolve(part.file().path())).toList());
    }

    public static List<LakeBatch> batches(LakeState state) {
        Map<String, SortedMap<LocalDate, Long>> rows = new HashMap<>();
        for (Part part : state.parts()) {
            for (Source source : part.sources()) {
                rows.computeIfAbsent(source.batch(), batch -> new TreeMap<>())
                        .merge(part.date(), source.rows(), Long::sum);
            }
        }
        return state.batches().stream()
                .map(batch -> batch(batch, rows.getOrDefault(batch.id(), new TreeMap<>())))
                .toList();
    }

    private static LakeBatch batch(Batch batch, SortedMap<LocalDate, Long> rows) {
        long sum = rows.values().stream().mapToLong(Long::longValue).sum();
        return new LakeBatch(
                batch.id(),
                batch.programme(),
                batch.files(),
                List.copyOf(rows.keySet()),
                sum,
                Optional.ofNullable(batch.basis()));
    }

    public static IntakeReport report(List<Batch> batches) {
        List<FileReport> files = batches.stream()
                .flatMap(batch -> batch.files().stream())
                .sorted(Comparator.comparing(FileReport::file, TextOrder.CODE_POINTS)
                        .thenComparing(FileReport::fileNo))
                .toList();
        return new IntakeReport(files, List.of(), warnings(batches));
    }

    private static List<Problem> warnings(List<Batch> batches) {
        Comparator<Problem> order = Comparator.<Problem>comparingInt(problem -> rank(problem.code()))
                .thenComparing(Problem::file, TextOrder.CODE_POINTS);
        return batches.stream()
                .flatMap(batch -> batch.warnings().stream())
                .distinct()
                .sorted(order)
                .toList();
    }

    private static int rank(String code) {
        int place = FIRST_WARNINGS.indexOf(code);
        return place < 0 ? FIRST_WARNINGS.size() : place;
    }

    public static void attachSamples(Engine engine, String dataset, List<Path> parts) {
        engine.attach(SampleSchema.READ.named(dataset), parts);
    }

    public static void attachFiles(Engine engine, String dataset, IntakeReport report) {
        try (TableWriter writer = engine.create(SampleSchema.FILES.named(dataset))) {
            for (FileReport file : report.files()) {
                writer.put(file.fileNo()).put(file.file()).put(file.digest()).put(file.format());
                writer.endRow();
            }
        }
    }

    public static void attachRejects(Engine engine, String dataset, Language language, List<Path> files) {
        String kept = dataset + "_kept";
        engine.attach(LakeTables.REJECTS.named(kept), files);
        String columns = LakeTables.REJECTS.columns().stream()
                .map(column -> column.name())
                .collect(Collectors.joining(", "));
        String message = RejectMessages.sql(RejectCode.values(), RejectCode::text, language);
        engine.define(dataset, "SELECT " + columns + ", " + message + " AS message FROM " + kept);
    }
}
