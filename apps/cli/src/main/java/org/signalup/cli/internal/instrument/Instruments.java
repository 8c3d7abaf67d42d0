package org.signalup.cli.internal.instrument;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.instrument.PairingRule;
import org.signalup.instrument.Quantity;
import org.signalup.instrument.Readings;
import org.signalup.instrument.SampleReadings;
import org.signalup.instrument.SampleReadings.By;
import org.signalup.instrument.Series.Pair;
import org.signalup.intake.IntakeOptions;
import org.signalup.intake.IntakeReport.FileReport;

/** The instruments of one call, by the name the caller gave: a file each, or ids within the same files. */
final class Instruments {
    private final PairingRule rule;
    private final IntakeOptions options;
    private final Engine engine;
    private final Map<String, Readings> readings = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, String> digests = new TreeMap<>();
    private final List<Problem> warnings = new ArrayList<>();
    private long rowsRead;
    private long rowsRefused;

    Instruments(PairingRule rule, IntakeOptions options, Engine engine) {
        this.rule = rule;
        this.options = options;
        this.engine = engine;
    }

    /** @throws RefusedException if a file cannot be read, or has the content of another */
    Instruments readFiles(List<Path> files) {
        for (Path file : files) {
            SampleReadings read = SampleReadings.read(List.of(file), By.FILE, rule, options, engine);
            for (FileReport report : read.report().files()) {
                if (digests.containsValue(report.digest())) {
                    Text message = Text.of("与另一台的文件内容相同", "the same content as the file of another instrument");
                    throw new RefusedException(Problem.ofFile(file.toString(), "SAME_FILE", message));
                }
            }
            keep(read);
            readings.put(file.toString(), read.byInstrument().getOrDefault("", new Readings()));
            labels.put(file.toString(), file.getFileName().toString());
        }
        return this;
    }

    /** @throws RefusedException if a file cannot be read, or names an instrument nowhere */
    Instruments readIds(List<Path> files, List<String> ids) {
        SampleReadings read = SampleReadings.read(files, By.INSTRUMENT_ID, rule, options, engine);
        keep(read);
        for (String id : ids) {
            if (!read.byInstrument().containsKey(id)) {
                String there = String.join(
                                " ", new TreeSet<>(read.byInstrument().keySet()))
                        .strip();
                Text message = Text.of(
                        "没有仪器 " + id + " 的采样；文件里有：" + there,
                        "no samples of instrument " + id + "; the files have: " + there);
                throw new RefusedException(Problem.ofFile(files.get(0).toString(), "INSTRUMENT_ABSENT", message));
            }
        }
        readings.putAll(read.byInstrument());
        return this;
    }

    private void keep(SampleReadings read) {
        warnings.addAll(read.report().warnings());
        rowsRead += read.report().read();
        rowsRefused += read.report().rejected();
        read.report().files().forEach(report -> digests.put(report.file(), report.digest()));
    }

    /** What looks odd in the files. */
    List<Problem> warnings() {
        return warnings;
    }

    /** Rows read and refused. */
    Text counts() {
        return Text.of(
                "采样：读入 " + rowsRead + " 行，拒收 " + rowsRefused + " 行",
                "samples: " + rowsRead + " rows read, " + rowsRefused + " refused");
    }

    List<Pair> pairs(Quantity quantity, String reference, String other) {
        return readings.get(reference).paired(quantity, readings.get(other));
    }

    /** As tables show it: a file without its folder. */
    String label(String name) {
        return labels.getOrDefault(name, name);
    }

    /** Of every file read, by name. */
    Map<String, String> digests() {
        return digests;
    }
}
