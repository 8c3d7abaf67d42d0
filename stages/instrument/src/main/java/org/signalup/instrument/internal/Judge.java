package org.signalup.instrument.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.signalup.domain.Text;
import org.signalup.instrument.Agreement;
import org.signalup.instrument.Comparison;
import org.signalup.instrument.Comparison.Circumstances;
import org.signalup.instrument.Comparison.Names;
import org.signalup.instrument.Comparison.Uncertainty;
import org.signalup.instrument.ComparisonVerdict;
import org.signalup.instrument.Estimate;
import org.signalup.instrument.Series.Pair;
import org.signalup.standards.InstrumentPolicy;
import org.signalup.standards.InstrumentPolicy.Limits;

/** From agreement to a verdict, by the numbers of the policy. */
public final class Judge {
    private final InstrumentPolicy policy;
    private final Circumstances circumstances;

    private record Finding(ComparisonVerdict verdict, boolean certain, List<Text> reasons) {}

    public Judge(InstrumentPolicy policy, Circumstances circumstances) {
        this.policy = policy;
        this.circumstances = circumstances;
    }

    public Comparison compare(Names names, List<Pair> pairs) {
        Optional<Agreement> agreement = Agreement.of(pairs, policy.method(), circumstances.zone());
        OptionalDouble en = en(agreement);
        Optional<LocalDate> asOf = circumstances.asOf().or(() -> agreement.map(Agreement::last));
        Finding finding = names.quantity()
                .limits(policy)
                .map(limits -> judge(pairs.size(), agreement, en, limits, asOf))
                .orElseGet(() -> plain(
                        ComparisonVerdict.NOT_JUDGED,
                        Text.of("政策没有给出该指标的限值", "the policy has no limits for this quantity")));
        return new Comparison(
                names.quantity(),
                names.reference(),
                names.other(),
                asOf,
                pairs,
                agreement,
                en,
                finding.verdict(),
                finding.certain(),
                finding.reasons());
    }

    /** |x − ref| / √(U² + Uref²) of the mean readings. */
    private OptionalDouble en(Optional<Agreement> agreement) {
        if (agreement.isEmpty() || circumstances.uncertainty().isEmpty()) {
            return OptionalDouble.empty();
        }
        Uncertainty of = circumstances.uncertainty().get();
        double both = Math.hypot(of.reference(), of.other());
        return OptionalDouble.of(Math.abs(agreement.get().bias().value()) / both);
    }

    private Finding judge(
            int pairs, Optional<Agreement> agreement, OptionalDouble en, Limits limits, Optional<LocalDate> asOf) {
        int least = policy.pairing().leastPairs();
        if (pairs < least || agreement.isEmpty()) {
            return plain(
                    ComparisonVerdict.TOO_FEW,
                    Text.of(pairs + " 对，至少应有 " + least + " 对", pairs + " pairs, expected at least " + least));
        }
        Agreement found = agreement.get();
        LocalDate until = found.last().plusMonths(policy.validityMonths());
        if (asOf.isPresent() && asOf.get().isAfter(until)) {
            return plain(
                    ComparisonVerdict.EXPIRED,
                    Text.of(
                            "最后一对在 " + found.last() + "，有效至 " + until,
                            "last pair of " + found.last() + ", good until " + until));
        }
        return judge(found, en, limits);
    }

    private Finding judge(Agreement found, OptionalDouble en, Limits limits) {
        double bias = limits.biasDb();
        double agreement = limits.agreementDb();
        List<Text> broken = new ArrayList<>();
        outside(found.bias(), bias, Text.of("偏差", "bias")).ifPresent(broken::add);
        outside(found.lower(), agreement, Text.of("一致性下限", "lower limit of agreement"))
                .ifPresent(broken::add);
        outside(found.upper(), agreement, Text.of("一致性上限", "upper limit of agreement"))
                .ifPresent(broken::add);
        double most = policy.method().enAtMost();
        if (en.orElse(0) > most) {
            broken.add(Text.of(
                    "En 值 " + decibels(en.getAsDouble()) + " 大于 " + decibels(most),
                    "En score " + decibels(en.getAsDouble()) + " above " + decibels(most)));
        }
        if (broken.isEmpty()) {
            boolean certain =
                    within(found.bias(), bias) && within(found.lower(), agreement) && within(found.upper(), agreement);
            return new Finding(ComparisonVerdict.ACCEPTED, certain, List.of());
        }
        boolean certain = en.orElse(0) > most
                || beyond(found.bias(), bias)
                || beyond(found.lower(), agreement)
                || beyond(found.upper(), agreement);
        return new Finding(ComparisonVerdict.REFUSED, certain, broken);
    }

    private static Optional<Text> outside(Estimate estimate, double most, Text what) {
        if (Math.abs(estimate.value()) <= most) {
            return Optional.empty();
        }
        String value = decibels(estimate.value());
        return Optional.of(Text.of(
                what.zh() + " " + value + " dB 超出 ±" + decibels(most) + " dB",
                what.en() + " " + value + " dB beyond ±" + decibels(most) + " dB"));
    }

    private static boolean within(Estimate estimate, double most) {
        return estimate.low() >= -most && estimate.high() <= most;
    }

    private static boolean beyond(Estimate estimate, double most) {
        return estimate.low() > most || estimate.high() < -most;
    }

    private static Finding plain(ComparisonVerdict verdict, Text reason) {
        return new Finding(verdict, true, List.of(reason));
    }

    private static String decibels(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
