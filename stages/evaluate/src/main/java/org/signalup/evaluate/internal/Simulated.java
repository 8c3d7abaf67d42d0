package org.signalup.evaluate.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.signalup.intake.IntakeReport.FileReport;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.Line;
import org.signalup.ledger.Place;

/** Invented data that says so itself must be labelled even when its caller forgets. */
final class Simulated {
    private Simulated() {}

    /** Whether a place, a line or a sample file is named 模拟 or simulated. */
    static boolean said(Ledger ledger, List<FileReport> files) {
        Stream<String> names = Stream.of(
                        ledger.places().stream().map(Place::name),
                        ledger.lines().stream().map(Line::name),
                        files.stream().map(FileReport::file))
                .flatMap(stream -> stream);
        return names.map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.contains("模拟") || name.contains("simulated"));
    }
}
