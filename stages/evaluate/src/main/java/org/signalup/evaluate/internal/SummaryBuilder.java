package org.signalup.evaluate.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.signalup.domain.Language;
import org.signalup.domain.Problem;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.evaluate.EvaluationRequest;
import org.signalup.evaluate.Summary;
import org.signalup.evaluate.internal.roll.RollUp;
import org.signalup.evaluate.internal.samples.Counted;
import org.signalup.intake.IntakeReport;
import org.signalup.intake.IntakeReport.FileReport;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.standards.CrowdRule;

/** Adds up what happened to the rows. */
final class SummaryBuilder {
    private final EvaluationRequest request;
    private final Engine engine;
    private final IntakeReport intake;
    private final Counted counted;
    private final Optional<LocalDate> asOf;

    SummaryBuilder(
            EvaluationRequest request, Engine engine, IntakeReport intake, Counted counted, Optional<LocalDate> asOf) {
        this.request = request;
        this.engine = engine;
        this.intake = intake;
        this.counted = counted;
        this.asOf = asOf;
    }

    Summary build(RollUp rollUp, Phases phases) {
        Ledger ledger = request.ledger();
        long refused =
                counted.refused().values().stream().mapToLong(Long::longValue).sum();
        return new Summary(
                request.programme().id(),
                request.standard().id(),
                request.standard().name().in(request.language()),
                request.standard().status().name(),
                request.standard().year(),
                Optional.ofNullable(request.period().from()),
                Optional.ofNullable(request.period().to()),
                asOf,
                counted.first(),
                counted.last(),
                counted.read(),
                counted.kept(),
                counted.thinned(),
                intake.rejected() + refused,
                counted.noSinr(),
                counted.outside(),
                engine.number("SELECT CAST(SUM(n) AS BIGINT) FROM tally"),
                rejectedByCode(),
                counted.caught(),
                defaulted(),
                files(),
                intake.duplicates(),
                warnings(rollUp),
                ledger.places().size(),
                ledger.keyPoints().size(),
                (int) ledger.keyPoints().stream().filter(KeyPoint::exempt).count(),
                ledger.lines().size(),
                rollUp.placeVerdicts(),
                rollUp.placePasses(),
                request.simulated() || Simulated.said(ledger, intake.files()),
                Map.of(
                        "programme", request.programme().digest(),
                        "standard", request.standard().digest(),
                        "ledger", ledger.digest()),
                request.standard().crowdFilters().switchedOff().stream()
                        .sorted()
                        .map(CrowdRule::code)
                        .toList(),
                new Summary.Run(
                        engine.name(),
                        Optional.ofNullable(SummaryBuilder.class.getPackage().getImplementationVersion())
                                .orElse("0.1.0-SNAPSHOT"),
                        phases.startedAt().toString(),
                        phases.seconds(),
                        phases.phaseSeconds(),
                        counted.notes().stream()
                                .map(note -> note.in(request.language()))
                                .toList()));
    }

    private Map<String, Long> rejectedByCode() {
        Map<String, Long> codes = new TreeMap<>(counted.refused());
        for (FileReport file : intake.files()) {
            file.rejectedByCode().forEach((code, count) -> codes.merge(code, count, Long::sum));
        }
        return codes;
    }

    private Map<String, Long> defaulted() {
        Map<String, Long> counts = new TreeMap<>();
        for (FileReport file : intake.files()) {
            file.defaulted().forEach((column, count) -> counts.merge(column, count, Long::sum));
        }
        return counts;
    }

    private List<Summary.FileLine> files() {
        return intake.files().stream()
                .map(file -> new Summary.FileLine(
                        file.file(),
                        file.format(),
                        file.digest(),
                        file.read(),
                        file.kept(),
                        file.rejected(),
                        file.removedColumns(),
                        file.unknownColumns()))
                .toList();
    }

    private List<String> warnings(RollUp rollUp) {
        Language language = request.language();
        List<String> warnings = new ArrayList<>();
        for (Problem warning : request.ledger().warnings()) {
            warnings.add(warning.line(language));
        }
        for (Problem warning : intake.warnings()) {
            warnings.add(warning.line(language));
        }
        int refusedAggregates = rollUp.aggregatesRefused().size();
        if (refusedAggregates > 0) {
            warnings.add(Text.of(
                            "互联网企业汇总数据有 " + refusedAggregates + " 行未采用，见 rejects.csv",
                            refusedAggregates + " rows of service aggregates were not used, see rejects.csv")
                    .in(language));
        }
        switchedOff().ifPresent(warning -> warnings.add(warning.in(language)));
        counted.warnings().forEach(warning -> warnings.add(warning.in(language)));
        return warnings;
    }

    /** Rules of the standard that this run did without: what it says is then not what the standard says. */
    private Optional<Text> switchedOff() {
        Set<CrowdRule> off = request.standard().crowdFilters().switchedOff();
        String names = off.stream().sorted().map(CrowdRule::code).collect(Collectors.joining(" "));
        return off.isEmpty()
                ? Optional.empty()
                : Optional.of(Text.of(
                        "本次评测关闭了众测过滤规则 " + names + "，结果只用于对照，不是按标准得出的结果",
                        "filters of crowd samples were switched off: " + names
                                + "; this result is for comparison and is not what the standard says"));
    }
}
