package org.signalup.web.internal.site;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.signalup.domain.Coded;
import org.signalup.domain.Evidence;
import org.signalup.domain.Language;
import org.signalup.domain.LineKind;
import org.signalup.domain.Text;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.Summary;
import org.signalup.publish.Format;
import org.signalup.publish.Words;
import org.signalup.web.internal.catalog.Names;

/** What templates know as {@code show}: numbers and words as people read them, the same as in the report. */
public record Show(Language language) {
    private static final ZoneId PROGRAMME_TIME = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    static Show in(Language language) {
        return new Show(language);
    }

    public String count(long value) {
        return Format.count(value);
    }

    public String count(OptionalLong value) {
        return value.isPresent() ? Format.count(value.getAsLong()) : Format.NONE;
    }

    public String count(OptionalInt value) {
        return value.isPresent() ? Format.count(value.getAsInt()) : Format.NONE;
    }

    public String amount(double value) {
        return Format.amount(value);
    }

    public String amount(OptionalDouble value) {
        return Format.amount(value);
    }

    public String percent(OptionalDouble fraction) {
        return Format.percent(fraction);
    }

    /** A number as it is written in a standard. */
    public String plain(double value) {
        return Format.plain(value);
    }

    /** A level or its like, to two decimals. */
    public String hundredths(double value) {
        return Format.plain(
                BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).doubleValue());
    }

    public String share(double fraction) {
        return percent(OptionalDouble.of(fraction));
    }

    public String percents(OptionalDouble low, OptionalDouble high) {
        return Format.percents(low, high);
    }

    public String decimal(OptionalDouble value) {
        return Format.decimal(value);
    }

    /** A quantile: the edges of its step, or the value itself. */
    public String quantile(double value, double within) {
        return Format.quantile(value, within);
    }

    public String decimals(OptionalDouble low, OptionalDouble high) {
        return Format.decimals(low, high);
    }

    /** {@code K12+300}. */
    public String chainage(double metres) {
        return Format.chainage(Math.round(metres * 1000));
    }

    public String length(double metres) {
        return Format.length(Math.round(metres * 1000));
    }

    public String text(Text text) {
        return text.in(language);
    }

    public String word(Coded word) {
        return word.text().in(language);
    }

    public List<Verdict> verdicts() {
        return List.of(Verdict.values());
    }

    public List<Evidence> grades() {
        return List.of(Evidence.values());
    }

    /** A verdict in a word. */
    public String verdict(Verdict verdict) {
        return Words.verdict(verdict).in(language);
    }

    /** A verdict by its code; anything else was not listed. */
    public String verdictOrUnlisted(String code) {
        return Coded.find(Verdict.class, code).map(this::verdict).orElseGet(() -> text(Text.of("不在台账", "not listed")));
    }

    /** A kind of line by its code. */
    public String lineKind(String code) {
        return Coded.find(LineKind.class, code).map(this::word).orElse(code);
    }

    /** What changed a verdict. */
    public String cause(String code) {
        return text(
                switch (code) {
                    case "DATA" -> Text.of("数据", "data");
                    case "LEDGER" -> Text.of("台账", "ledger");
                    default -> Text.of("标准", "standard");
                });
    }

    /** The style of a verdict: {@code pass, fail, retest, open, unseen}. */
    public String style(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "pass";
            case FAIL -> "fail";
            case RETEST -> "retest";
            case TOO_FEW, UNDECIDED -> "open";
            case NOT_MEASURED -> "unseen";
        };
    }

    public String stars(OptionalInt stars) {
        return stars.isPresent() ? "★".repeat(stars.getAsInt()) + "☆".repeat(5 - stars.getAsInt()) : Format.NONE;
    }

    /** Why a row was refused. */
    public String reject(String code) {
        return text(Words.reject(code));
    }

    /** Rows left out because their instrument was not valid, by code. */
    public Map<String, Long> leftOut(Summary summary) {
        Map<String, Long> rows = new TreeMap<>(summary.rejectedByCode());
        rows.keySet().removeIf(code -> !code.startsWith("INSTRUMENT_"));
        return rows;
    }

    /** A 口径. */
    public String method(String code) {
        return Words.method(code).in(language);
    }

    /** Why stars are as they are: the codes of their cell in words. */
    public List<String> starReasons(String cell, Names names) {
        return codes(cell)
                .map(code -> Words.starReason(code, names::operator).in(language))
                .toList();
    }

    /** Why a target is in the plan. */
    public List<String> planReasons(String cell) {
        return codes(cell).map(code -> Words.planReason(code).in(language)).toList();
    }

    private static Stream<String> codes(String cell) {
        return Arrays.stream(cell.split(";")).map(String::strip).filter(code -> !code.isEmpty());
    }

    public String percent(double fraction) {
        return Format.percent(fraction);
    }

    /** A moment as the programme's clock shows it, to the minute. */
    public String moment(OffsetDateTime moment) {
        return moment.atZoneSameInstant(PROGRAMME_TIME).format(MINUTE);
    }

    public String moment(Optional<OffsetDateTime> moment) {
        return moment.map(this::moment).orElse(Format.NONE);
    }

    public String orNone(Optional<String> text) {
        return text.orElse(Format.NONE);
    }
}
