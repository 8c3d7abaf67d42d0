package org.signalup.intake.internal.draft;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.intake.Confidence;
import org.signalup.intake.ProfileDraft.Guess;
import org.signalup.intake.internal.row.Times;

/** In what form a column writes times, and in whose zone. */
final class TimeGuess {
    /** The usual forms first; day before month before month before day. */
    private static final List<String> FORMS = List.of(
            "auto",
            "dd.MM.yyyy HH:mm:ss",
            "dd/MM/yyyy HH:mm:ss",
            "MM/dd/yyyy HH:mm:ss",
            "d/M/yyyy H:mm:ss",
            "M/d/yyyy H:mm:ss",
            "yyyyMMddHHmmss",
            "yyyyMMdd HHmmss",
            "yyyyMMdd HH:mm:ss",
            "yyyy年M月d日 H:mm:ss",
            "yyyy年M月d日 H时m分s秒");

    private TimeGuess() {}

    static Guess format(List<String> values) {
        if (values.isEmpty()) {
            return new Guess("auto", Confidence.LOW, Text.of("没有时间列或没有值", "no column of times, or no value in it"));
        }
        if (all(values, "\\d{13}(\\.0*)?")) {
            return new Guess("epoch_ms", Confidence.HIGH, Text.of("13 位毫秒数", "milliseconds of 13 digits"));
        }
        if (all(values, "\\d{10}(\\.\\d*)?")) {
            return new Guess("epoch_s", Confidence.HIGH, Text.of("10 位秒数", "seconds of 10 digits"));
        }
        List<String> fitting =
                FORMS.stream().filter(form -> reads(form, values)).toList();
        if (fitting.isEmpty()) {
            return new Guess(
                    "auto",
                    Confidence.LOW,
                    Text.of("写法没有见过：" + values.get(0), "a form not seen before: " + values.get(0)));
        }
        String form = fitting.get(0);
        boolean one = fitting.size() == 1 || form.equals("auto");
        return new Guess(
                form,
                one ? Confidence.HIGH : Confidence.LOW,
                one
                        ? Text.of("所有值都能这样读", "all values read so")
                        : Text.of(
                                "还可能是 " + String.join("、", fitting.subList(1, fitting.size())),
                                "it may be " + String.join(" or ", fitting.subList(1, fitting.size())) + " too"));
    }

    static Guess zone(List<String> values, Guess format, String heading) {
        if (format.value().startsWith("epoch")) {
            return new Guess("", Confidence.HIGH, Text.of("自 1970 年起的数，不需要时区", "counted since 1970, no zone needed"));
        }
        if (!values.isEmpty() && values.stream().allMatch(Times.of(format.value(), Optional.empty())::reads)) {
            return new Guess("", Confidence.HIGH, Text.of("时间带有时差", "times have their offset"));
        }
        if (heading.toLowerCase(Locale.ROOT).contains("utc")
                || heading.toLowerCase(Locale.ROOT).contains("gmt")) {
            return new Guess("UTC", Confidence.HIGH, Text.of("表头写明 UTC", "the heading says UTC"));
        }
        return new Guess(
                "programme",
                Confidence.LOW,
                Text.of("时间没有时区，猜为方案所在时区；也可能是 UTC", "times without zone, taken as the programme's; they may be UTC"));
    }

    private static boolean all(List<String> values, String regex) {
        return values.stream().allMatch(value -> value.matches(regex));
    }

    private static boolean reads(String form, List<String> values) {
        Times times = Times.of(form, Optional.of(ZoneOffset.UTC));
        return values.stream().allMatch(times::reads);
    }
}
