package org.signalup.intake.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.engine.TableWriter;
import org.signalup.intake.Correction;
import org.signalup.intake.IntakeOptions;
import org.signalup.intake.IntakeReport;
import org.signalup.intake.IntakeReport.FileReport;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.SampleSchema;
import org.signalup.intake.internal.archive.Unpacking;
import org.signalup.intake.internal.file.Encoding;
import org.signalup.intake.internal.file.FileRefusal;
import org.signalup.intake.internal.file.InputFile;
import org.signalup.intake.internal.file.InputFiles;
import org.signalup.intake.internal.file.Utf8Stream;
import org.signalup.intake.internal.profile.Detection;
import org.signalup.intake.internal.profile.FileBinding;
import org.signalup.intake.internal.profile.Profile;
import org.signalup.intake.internal.profile.ProfileCatalog;
import org.signalup.intake.internal.row.Findings;
import org.signalup.intake.internal.row.RejectTable;
import org.signalup.intake.internal.row.SampleTable;
import org.signalup.intake.internal.structure.Structures;

/** One run: every file is looked at and read to its end, so that all problems of all files are told at once. */
public final class IntakeRun {
    private static final Text PHASE = Text.of("读取采样", "read samples");

    private final IntakeOptions options;
    private final Engine engine;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private final List<InputFile> hollow = new ArrayList<>();
    private final List<String> duplicates = new ArrayList<>();
    private final List<FileReport> reports = new ArrayList<>();
    private final Map<String, Text> reasons = new HashMap<>();
    private long bytesDone;
    private long bytesTotal;
    private long rowsDone;

    public IntakeRun(IntakeOptions options, Engine engine) {
        this.options = options;
        this.engine = engine;
    }

    /** @throws RefusedException with every problem of every file; no dataset is left then */
    public IntakeReport read(List<Path> inputs, Predicate<InputFile> wanted) {
        Detection detection = new Detection(
                new ProfileCatalog(options.profileFolders()).choose(options.profile()),
                options.profile().isPresent());
        InputFiles files = new InputFiles(inputs);
        problems.addAll(files.problems());
        warnings.addAll(files.passedOver());
        List<InputFile> asked = files.files().stream().filter(wanted).toList();
        try (Unpacking unpacking = new Unpacking(options.workFolder())) {
            List<InputFile> all = unpacked(asked, wanted, unpacking);
            warnings.addAll(unpacking.passedOver());
            List<PlannedFile> planned = withoutDuplicates(inspect(all, detection));
            List<FileReport> reports = readAll(planned);
            if (!problems.isEmpty()) {
                throw new RefusedException(problems);
            }
            listFiles(reports);
            return new IntakeReport(reports, duplicates, warnings);
        }
    }

    /** The files, with those of archives in their place; an archive without any stands for itself, to be refused or listed. */
    private List<InputFile> unpacked(List<InputFile> asked, Predicate<InputFile> wanted, Unpacking unpacking) {
        List<InputFile> all = new ArrayList<>();
        for (InputFile file : asked) {
            if (!Unpacking.isArchive(file)) {
                all.add(file);
                continue;
            }
            try {
                List<InputFile> members = unpacking.files(file);
                members.stream().filter(wanted).forEach(all::add);
                if (members.isEmpty()) {
                    warn(
                            file,
                            "ARCHIVE_WITHOUT_SAMPLES",
                            "压缩包里没有采样文件，已跳过",
                            "no sample file in the archive, passed over");
                    hollow.add(file);
                }
            } catch (FileRefusal e) {
                problems.add(e.problem(file.name()));
            } catch (IOException e) {
                problems.add(unreadable(file, e));
            }
        }
        return all;
    }

    private static Problem unreadable(InputFile file, IOException e) {
        return new FileRefusal(RefusalCode.FILE_UNREADABLE, Text.same(String.valueOf(e.getMessage())))
                .problem(file.name());
    }

    private List<PlannedFile> inspect(List<InputFile> files, Detection detection) {
        List<PlannedFile> planned = new ArrayList<>();
        Structures structures = new Structures(files);
        for (InputFile file : files) {
            if (structures.track(file)) {
                warn(file, "TRACK", "GPS 轨迹，用来给没有位置的日志定位", "a GPS track, it tells where logs without positions were");
                continue;
            }
            try {
                PlannedFile one = PlannedFile.inspect(file, structures, detection, engine);
                if (one.found().profile().samples()) {
                    planned.add(one.on(options));
                } else {
                    passOver(one);
                }
            } catch (FileRefusal e) {
                problems.add(e.problem(file.name()));
            }
        }
        if (planned.isEmpty() && problems.isEmpty()) {
            Stream.concat(files.stream(), hollow.stream())
                    .forEach(file -> problems.add(new FileRefusal(
                                    RefusalCode.NO_SAMPLE_FILE, reasons.getOrDefault(file.name(), Text.same("")))
                            .problem(file.name())));
        }
        return planned;
    }

    private void passOver(PlannedFile file) {
        Profile profile = file.found().profile();
        Text reason = profile.noSamples().orElseThrow();
        reasons.put(
                file.file().name(),
                Text.of(profile.name().zh() + "，" + reason.zh(), profile.name().en() + ", " + reason.en()));
        warn(
                file.file(),
                "FILE_WITHOUT_SAMPLES",
                profile.id() + "：" + reason.zh() + "，已跳过",
                profile.id() + ": " + reason.en() + ", passed over");
    }

    /** Only files that begin alike are digested before they are read. */
    private List<PlannedFile> withoutDuplicates(List<PlannedFile> all) {
        Map<String, Integer> alike = new HashMap<>();
        all.forEach(file -> alike.merge(file.headDigest(), 1, Integer::sum));
        Map<String, String> seen = new HashMap<>();
        List<PlannedFile> distinct = new ArrayList<>();
        for (PlannedFile file : all) {
            Optional<String> first = alike.get(file.headDigest()) == 1 ? Optional.empty() : firstOf(file, seen);
            if (first.isEmpty()) {
                distinct.add(file);
            } else {
                duplicates.add(file.file().name());
                warn(
                        file.file(),
                        "FILE_TWICE",
                        "内容与 " + first.get() + " 相同，只计一次",
                        "same content as " + first.get() + ", counted once");
            }
        }
        return distinct;
    }

    private Optional<String> firstOf(PlannedFile file, Map<String, String> seen) {
        try {
            return Optional.ofNullable(
                    seen.putIfAbsent(file.file().digest(), file.file().name()));
        } catch (FileRefusal | IOException e) {
            // Reading it will say what is wrong.
            return Optional.empty();
        }
    }

    private List<FileReport> readAll(List<PlannedFile> planned) {
        List<PlannedFile> files = new ArrayList<>(planned);
        while (true) {
            int wrong = tryAll(files);
            if (wrong < 0) {
                return reports;
            }
            files.set(wrong, files.get(wrong).in(Encoding.GB18030));
        }
    }

    /** Returns −1, or the index of a file that must be read again from the start in another encoding. */
    private int tryAll(List<PlannedFile> files) {
        reports.clear();
        bytesDone = 0;
        bytesTotal = files.stream().mapToLong(file -> size(file.file())).sum();
        List<Problem> found = new ArrayList<>();
        List<Problem> noted = new ArrayList<>();
        SampleTable samples = new SampleTable(engine, options.workFolder());
        RejectTable rejects = new RejectTable(engine, options.language());
        boolean whole = false;
        try {
            for (int i = 0; i < files.size(); i++) {
                if (!readOne(files.get(i), samples, rejects, found, noted)) {
                    return i;
                }
            }
            whole = found.isEmpty() && problems.isEmpty();
        } finally {
            end(samples, rejects, whole);
        }
        problems.addAll(found);
        warnings.addAll(noted);
        return -1;
    }

    private static void end(SampleTable samples, RejectTable rejects, boolean whole) {
        if (whole) {
            samples.finish();
            rejects.finish();
        } else {
            samples.abandon();
            rejects.abandon();
        }
    }

    private boolean readOne(
            PlannedFile file, SampleTable samples, RejectTable rejects, List<Problem> found, List<Problem> noted) {
        try {
            FileReading reading = new FileReading(file, reports.size() + 1, options);
            reports.add(reading.read(engine, FileReading.Rows.into(samples, rejects), this::progress));
            note(file.file(), reading, noted);
            file.sheets()
                    .ifPresent(sheets -> noted.addAll(sheets.told(file.file().name())));
            return true;
        } catch (Utf8Stream.NotUtf8Exception e) {
            return false;
        } catch (FileRefusal e) {
            found.add(e.problem(file.file().name()));
        } catch (IOException e) {
            found.add(unreadable(file.file(), e));
        }
        return true;
    }

    private void note(InputFile file, FileReading reading, List<Problem> noted) {
        FileBinding binding = reading.binding();
        if (binding.assumesZone()) {
            String zone = options.programme().zone().getId();
            noted.add(Problem.ofFile(
                    file.name(),
                    "ZONE_ASSUMED",
                    Text.of("时间没有时区，按 " + zone + " 处理", "times without zone, taken as " + zone)));
        }
        reading.findings().forEach(finding -> noted.add(problem(file, finding)));
        Correction correction = options.terms().of(file.name());
        if (!correction.empty()) {
            noted.add(Problem.ofFile(
                    file.name(),
                    "CORRECTED",
                    Text.of(
                            "按更正读取：" + correction.text().zh(),
                            "read as corrected: " + correction.text().en())));
        }
        binding.note().ifPresent(text -> noted.add(Problem.ofFile(file.name(), "PROFILE_NOTE", text)));
        long rows =
                reading.leftOut().values().stream().mapToLong(Long::longValue).sum();
        if (rows > 0) {
            String by = reading.leftOut().entrySet().stream()
                    .filter(one -> !one.getKey().isEmpty())
                    .map(one -> one.getKey() + " " + one.getValue())
                    .collect(Collectors.joining(", "));
            noted.add(Problem.ofFile(
                    file.name(),
                    "ROWS_FILTERED",
                    Text.of(
                            "按导入模板筛去 " + rows + " 行" + (by.isEmpty() ? "" : "（" + by + "）"),
                            rows + " rows left out by the profile's filter" + (by.isEmpty() ? "" : " (" + by + ")"))));
        }
    }

    private static Problem problem(InputFile file, Findings.Finding finding) {
        return new Problem(
                file.name(), finding.firstRow(), "", "", finding.code().name(), finding.text());
    }

    /** Rows, and as many in all as the bytes still to come let expect. */
    private void progress(long bytes, long rows) {
        bytesDone += bytes;
        rowsDone += rows;
        // A workbook or Parquet file does not say how much of it was read.
        long expected = bytesDone == 0 ? 0 : Math.max(rowsDone, Math.round((double) rowsDone * bytesTotal / bytesDone));
        options.progress().progress(PHASE, rowsDone, expected);
    }

    private void listFiles(List<FileReport> files) {
        try (TableWriter writer = engine.create(SampleSchema.FILES)) {
            for (FileReport file : files) {
                writer.put(file.fileNo()).put(file.file()).put(file.digest()).put(file.format());
                writer.endRow();
            }
        }
    }

    private void warn(InputFile file, String code, String zh, String en) {
        warnings.add(Problem.ofFile(file.name(), code, Text.of(zh, en)));
    }

    private static long size(InputFile file) {
        try {
            return Files.size(file.path());
        } catch (IOException e) {
            return 0;
        }
    }
}
