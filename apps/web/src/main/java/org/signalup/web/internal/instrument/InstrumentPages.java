package org.signalup.web.internal.instrument;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.instrument.Comparison;
import org.signalup.instrument.Comparison.Uncertainty;
import org.signalup.instrument.ComparisonVerdict;
import org.signalup.instrument.Estimate;
import org.signalup.instrument.Quantity;
import org.signalup.job.JobSettings;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.publish.InstrumentReport;
import org.signalup.register.Entry;
import org.signalup.register.EntryQuery;
import org.signalup.register.Register;
import org.signalup.register.RegisterChanges;
import org.signalup.register.Subject;
import org.signalup.standards.InstrumentPolicy;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.catalog.PageEngine;
import org.signalup.web.internal.instrument.LakeComparison.Asked;
import org.signalup.web.internal.register.Done;
import org.signalup.web.internal.register.LedgerList;
import org.signalup.web.internal.site.Filled;
import org.signalup.web.internal.site.PageFailure;
import org.signalup.web.internal.site.SiteData;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 仪表比对: asking for a comparison, reading it, and putting its result on record when somebody says so. */
@Platform
@Controller
@Needs(Capability.SAMPLE_READ)
final class InstrumentPages {
    private static final int OFFERED = 1_000;
    private static final int MOST_DAYS = 92;
    private static final Pattern DECIBELS = Pattern.compile("(?=.*[1-9])[0-9]{1,2}(\\.[0-9]{1,3})?");

    private final Register register;
    private final RegisterChanges changes;
    private final InstrumentPolicy policy;
    private final LakeComparison lake;

    InstrumentPages(Register register, RegisterChanges changes, JobSettings settings) {
        this.register = register;
        this.changes = changes;
        this.policy = InstrumentPolicy.read(settings.programme());
        this.lake = new LakeComparison(settings.lake(), settings.zone(), policy, PageEngine::open);
    }

    /** What is asked for. */
    record Question(Entry reference, Entry other, LocalDate from, LocalDate to, Optional<Uncertainty> uncertainty) {}

    @GetMapping("/instruments")
    String start() {
        return "redirect:/ledger/instruments";
    }

    @GetMapping("/instruments/compare")
    String compare(Actor actor, @RequestParam Map<String, String> asked, Model model) {
        EntryQuery all = EntryQuery.all(Subject.INSTRUMENT).after("", OFFERED);
        model.addAttribute("instruments", register.list(actor.scope(), all).items());
        model.addAttribute("asked", asked);
        model.addAttribute("registered", new RegisteredUncertainty());
        model.addAttribute("here", "instruments");
        if (asked.containsKey("reference")) {
            Question question = question(actor, asked);
            List<Comparison> comparisons = answer(question);
            model.addAttribute("question", question);
            model.addAttribute("comparisons", comparisons);
            model.addAttribute("limits", policy.rsrp());
            model.addAttribute("keepable", keepable(comparisons).isPresent());
        }
        return "instrument/compare";
    }

    /** The whole of it: pairs, limits of agreement as a plot and a table, regression, drift. */
    @GetMapping("/instruments/compare/report")
    ResponseEntity<byte[]> report(
            Actor actor, @RequestParam Map<String, String> asked, Language language, HttpServletResponse response) {
        List<Comparison> comparisons = answer(question(actor, asked));
        response.setHeader("Content-Security-Policy", SiteData.REPORT_POLICY);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(new InstrumentReport(language).page(comparisons, policy).getBytes(StandardCharsets.UTF_8));
    }

    /** Reckoned anew: what is put on record is what the lake says, not what a form says. */
    @PostMapping("/instruments/compare/keep")
    @Needs({Capability.SAMPLE_READ, Capability.LEDGER_EDIT})
    String keep(Actor actor, @RequestParam Map<String, String> asked, @RequestParam int version, Filled filled) {
        if (!filled.ticked("confirmed")) {
            throw PageFailure.badRequest(Text.of("请先勾选确认", "tick the confirmation first"));
        }
        Question question = question(actor, asked);
        Comparison level = keepable(answer(question))
                .orElseThrow(() -> PageFailure.badRequest(
                        Text.of("这次比对没有可以记录的结论", "this comparison has no result to put on record")));
        LocalDate day = level.agreement().orElseThrow().last();
        Map<String, String> cells = Map.of(
                "compared_on", day.toString(), "comparison", level.verdict().name());
        return Done.orSaid(
                () -> changes.edit(
                        actor.scope(), Subject.INSTRUMENT, question.other().id(), version, cells, reason(level)),
                LedgerList.address(Subject.INSTRUMENT, question.other().id()));
    }

    private static String reason(Comparison level) {
        double bias = level.agreement().orElseThrow().bias().value();
        return String.format(
                Locale.ROOT,
                "与 %s 比对，%d 对，偏差 %.2f dB",
                level.reference(),
                level.pairs().size(),
                bias);
    }

    /** The level decides, and only a verdict that is one. */
    private static Optional<Comparison> keepable(List<Comparison> comparisons) {
        return comparisons.stream()
                .filter(one -> one.quantity() == Quantity.RSRP)
                .filter(one ->
                        one.verdict() == ComparisonVerdict.ACCEPTED || one.verdict() == ComparisonVerdict.REFUSED)
                .findFirst();
    }

    private List<Comparison> answer(Question question) {
        return lake.compare(
                asked(question.reference()),
                asked(question.other()),
                question.from(),
                question.to(),
                question.uncertainty());
    }

    private static Asked asked(Entry entry) {
        String devices = entry.text("device_ids");
        return new Asked(entry.id(), devices.isEmpty() ? List.of() : List.of(devices.split(";")));
    }

    private Question question(Actor actor, Map<String, String> asked) {
        if (!actor.reach().everything()) {
            throw PageFailure.forbidden(Text.of(
                    "比对要读全部采样，只有范围不受限的单位可以做", "a comparison reads all samples: only with a reach without limits"));
        }
        LocalDate from = day(asked, "from");
        LocalDate to = day(asked, "to");
        if (to.isBefore(from) || to.isAfter(from.plusDays(MOST_DAYS))) {
            throw PageFailure.badRequest(Text.of(
                    "止日应不早于起日，且不超过 " + MOST_DAYS + " 天",
                    "expected: to not before from, " + MOST_DAYS + " days at most"));
        }
        Entry reference = instrument(actor, asked, "reference");
        Entry other = instrument(actor, asked, "other");
        if (reference.id().equals(other.id())) {
            throw PageFailure.badRequest(Text.of("请选两台不同的仪表", "choose two different instruments"));
        }
        return new Question(reference, other, from, to, uncertainty(asked, reference, other));
    }

    /** Both or neither: an En score sets the bias against the two together. What is not typed is taken from the register. */
    private static Optional<Uncertainty> uncertainty(Map<String, String> asked, Entry reference, Entry other) {
        Optional<Double> mine = uncertainty(asked, "u_reference", reference);
        Optional<Double> theirs = uncertainty(asked, "u_other", other);
        if (mine.isPresent() && theirs.isPresent()) {
            return Optional.of(new Uncertainty(mine.get(), theirs.get()));
        }
        if (typed(asked, "u_reference") || typed(asked, "u_other")) {
            throw undecibel();
        }
        return Optional.empty();
    }

    private static Optional<Double> uncertainty(Map<String, String> asked, String name, Entry instrument) {
        if (!typed(asked, name)) {
            return RegisteredUncertainty.of(instrument);
        }
        String said = asked.get(name).strip();
        if (!DECIBELS.matcher(said).matches()) {
            throw undecibel();
        }
        return Optional.of(Double.parseDouble(said));
    }

    private static boolean typed(Map<String, String> asked, String name) {
        return !asked.getOrDefault(name, "").isBlank();
    }

    private static PageFailure undecibel() {
        return PageFailure.badRequest(Text.of(
                "扩展不确定度应两台都有（填写或已登记），单位 dB，大于 0，如 1.5",
                "expanded uncertainties: expected of both, typed or registered, in dB, above 0, such as 1.5"));
    }

    private Entry instrument(Actor actor, Map<String, String> asked, String name) {
        String id = asked.getOrDefault(name, "");
        return register.find(actor.scope(), Subject.INSTRUMENT, id)
                .orElseThrow(() -> PageFailure.notFound(Text.of("没有登记这台仪表：" + id, "no such instrument: " + id)));
    }

    private static LocalDate day(Map<String, String> asked, String name) {
        String text = asked.getOrDefault(name, "");
        if (!text.matches(
                "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9])|[0-9]{4}-(0[13-9]|1[0-2])-30|[0-9]{4}-(0[13578]|1[02])-31")) {
            throw PageFailure.badRequest(Text.of(
                    "参数 " + name + " 应为日期，如 2025-06-30", "parameter " + name + ": expected a date, 2025-06-30"));
        }
        try {
            return LocalDate.parse(text);
        } catch (java.time.DateTimeException noSuchDay) {
            throw PageFailure.badRequest(Text.of("没有这一天：" + text, "no such day: " + text));
        }
    }

    /** A number with its interval, as templates show it. */
    static String shown(Estimate estimate) {
        return String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", estimate.value(), estimate.low(), estimate.high());
    }
}
