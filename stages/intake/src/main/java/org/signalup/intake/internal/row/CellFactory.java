package org.signalup.intake.internal.row;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.signalup.domain.Coded;
import org.signalup.domain.Floor;
import org.signalup.domain.Outcome;
import org.signalup.domain.Purpose;
import org.signalup.domain.Rat;
import org.signalup.domain.ServerClass;
import org.signalup.domain.Service;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.geo.Crs;
import org.signalup.intake.Devices;
import org.signalup.intake.PersonalKind;
import org.signalup.intake.RejectCode;
import org.signalup.intake.SampleColumn;
import org.signalup.standards.Programme;

/** Builds the reader of a column once per file; remembers which identifiers had to be replaced. */
public final class CellFactory {
    private static final Set<SampleColumn> PERSONAL =
            Set.of(SampleColumn.DEVICE_ID, SampleColumn.SESSION_ID, SampleColumn.INSTRUMENT_ID);

    private final Programme programme;
    private final Times times;
    private final Map<Replaced, long[]> replaced;
    private final Devices devices;

    /** A column and what pseudonyms stand for in it. */
    public record Replaced(SampleColumn column, PersonalKind kind) {}

    /**
     * @param replaced receives what had to be replaced by pseudonyms, and counts it while cells are read
     * @param devices how their ids are taken in
     */
    public CellFactory(Programme programme, Times times, Map<Replaced, long[]> replaced, Devices devices) {
        this.programme = programme;
        this.times = times;
        this.replaced = replaced;
        this.devices = devices;
    }

    /** The reader of cells at position {@code cell} (-1 for a constant). */
    public BoundCell bind(CellRule rule, int cell) {
        SampleColumn column = rule.column();
        return switch (column.kind()) {
            case TIME -> new Cells.TimeCell(column, cell, times);
            case COORDINATE -> new Cells.CoordinateCell(column, cell);
            case CHAINAGE -> new Cells.ChainageCell(rule, cell);
            case NUMBER -> new Cells.NumberCell(rule, cell);
            case FLOOR -> new Cells.WordCell(column, cell, RejectCode.FLOOR_UNKNOWN, floor(rule));
            case WORD -> new Cells.WordCell(column, cell, unknown(column), meaning(rule));
            case ID, TEXT -> new Cells.TextCell(column, cell, text -> ident(rule, text));
        };
    }

    private Ident ident(CellRule rule, String text) {
        String word = rule.joiner()
                .map(joiner -> text.replaceAll("\\s*" + Pattern.quote(joiner) + "\\s*", "-"))
                .orElse(text);
        if (Missing.word(word) || rule.missing().contains(word)) {
            return Ident.NONE;
        }
        String kept = own(rule, word).orElse(word);
        if (Missing.word(kept)) {
            return Ident.NONE;
        }
        Ident ident = kept(rule, kept);
        if (rule.column() == SampleColumn.DEVICE_ID) {
            ident.belongsTo(devices.instrument(kept).map(Ident::of));
        }
        ident.replaced()
                .ifPresent(kind ->
                        ident.countIn(replaced.computeIfAbsent(new Replaced(rule.column(), kind), key -> new long[1])));
        return ident;
    }

    private Ident kept(CellRule rule, String text) {
        if (devices.keys().isPresent() && keyed(rule, text)) {
            return Ident.keyed(text, rule.personal(), devices.keys().get());
        }
        if (rule.personal().isPresent()) {
            return Ident.pseudonym(text, rule.personal().get());
        }
        if (PERSONAL.contains(rule.column())) {
            return Ident.of(text);
        }
        String plain = rule.column() == SampleColumn.SERVING_PLMN ? Words.plmn(text) : text;
        boolean formula = rule.column().kind() == SampleColumn.Kind.ID && Ident.formula(plain);
        return new Ident(plain, 0, formula, Optional.empty());
    }

    /** Devices always; sessions that would be pseudonyms anyway. An instrument is no person, and is found in a register by its id. */
    private static boolean keyed(CellRule rule, String text) {
        return rule.column() == SampleColumn.DEVICE_ID
                || (rule.column() == SampleColumn.SESSION_ID
                        && (rule.personal().isPresent()
                                || Ident.of(text).replaced().isPresent()));
    }

    /** What the profile says a word stands for. */
    private static Optional<String> own(CellRule rule, String word) {
        return Optional.ofNullable(rule.values().get(word.toUpperCase(Locale.ROOT)));
    }

    private static Function<String, Word> floor(CellRule rule) {
        return mapped(rule, text -> {
            var floor = Floor.find(text);
            return floor.isPresent() ? Word.number(floor.getAsInt()) : Word.STRANGE;
        });
    }

    private Function<String, Word> meaning(CellRule rule) {
        return mapped(
                rule, rule.column() == SampleColumn.OPERATOR ? text -> operator(text, rule) : words(rule.column()));
    }

    private static Function<String, Word> words(SampleColumn column) {
        return switch (column) {
            case RAT -> CellFactory::rat;
            case CRS -> CellFactory::crs;
            case SOURCE -> coded(Source.class);
            case TEST_MODE -> coded(TestMode.class);
            case PURPOSE -> coded(Purpose.class);
            case SERVICE -> coded(Service.class);
            case OUTCOME -> coded(Outcome.class);
            case STATE -> text -> Words.busy(text).map(Word::number).orElse(Word.STRANGE);
            case MOCK_LOCATION -> text -> Words.yes(text).map(Word::number).orElse(Word.STRANGE);
            case SERVER_CLASS -> coded(ServerClass.class);
            default -> throw new IllegalArgumentException("column: " + column + " (expected: a word)");
        };
    }

    /** What the profile says about a word comes first, then the usual marks of a missing value, then the dictionary. */
    private static Function<String, Word> mapped(CellRule rule, Function<String, Word> words) {
        Optional<String> anyOther = Optional.ofNullable(rule.values().get(CellRule.ANY_OTHER));
        return text -> {
            Optional<String> own = own(rule, text);
            if (own.isPresent()) {
                return meaning(own.get(), words);
            }
            if (Missing.word(text) || rule.missing().contains(text)) {
                // "None" is a missing value everywhere but where it says that there is no service.
                return rule.column() == SampleColumn.RAT && text.equalsIgnoreCase("NONE")
                        ? words.apply(text)
                        : Word.NOTHING;
            }
            Word word = words.apply(text);
            return word.equals(Word.STRANGE) && anyOther.isPresent() ? meaning(anyOther.get(), words) : word;
        };
    }

    private static Word meaning(String own, Function<String, Word> words) {
        return Missing.word(own) ? Word.NOTHING : words.apply(own);
    }

    private Word operator(String text, CellRule rule) {
        if (rule.noOperator().contains(text)) {
            return Word.NO_NETWORK;
        }
        return programme
                .findOperator(text)
                .or(() -> programme.findOperator(Words.plmn(text)))
                .map(found -> Word.text(found.code()))
                .orElse(Word.STRANGE);
    }

    private static Word rat(String text) {
        Words.RatWord word = Words.rat(text);
        return word.rat()
                .map(rat -> Word.numberAndText(rat.number(), word.detail()))
                .orElse(Word.STRANGE);
    }

    private static Word crs(String text) {
        return parseCrs(text).map(Word::thing).orElse(Word.STRANGE);
    }

    /** The system of a name; empty when it is unknown. */
    public static Optional<Crs> parseCrs(String text) {
        try {
            return Optional.of(Crs.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E> & Coded> Function<String, Word> coded(Class<E> type) {
        return text ->
                Words.coded(type, text).map(word -> Word.number(word.number())).orElse(Word.STRANGE);
    }

    /** Whether a text can stand in a column at all; operators depend on the programme and are looked at later. */
    public static boolean understands(SampleColumn column, String text) {
        return switch (column.kind()) {
            case WORD ->
                column == SampleColumn.OPERATOR || !words(column).apply(text).equals(Word.STRANGE);
            case FLOOR -> Floor.find(text).isPresent();
            case NUMBER -> number(text) != Decimals.INVALID;
            case TIME, COORDINATE, CHAINAGE, ID, TEXT -> true;
        };
    }

    /** Whether a cell of the column could hold that: words understood, numbers within what can be at all. */
    public static boolean plausible(SampleColumn column, Optional<String> unit, String text) {
        if (Missing.word(text)) {
            return true;
        }
        return switch (column.kind()) {
            case WORD, FLOOR -> understands(column, text);
            case NUMBER -> plausibleNumber(column, unit, text);
            case COORDINATE, CHAINAGE -> column == SampleColumn.CHAINAGE_M || number(text) != Decimals.INVALID;
            case TIME, ID, TEXT -> true;
        };
    }

    private static boolean plausibleNumber(SampleColumn column, Optional<String> unit, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Scale scale = unit.flatMap(name -> Scale.of(column.unit(), name)).orElse(Scale.usual(column.unit()));
        long value = bytes.length == 0 ? Decimals.INVALID : scale.parse(bytes, 0, bytes.length);
        boolean level =
                column == SampleColumn.RSRP_DBM || column == SampleColumn.SINR_DB || column == SampleColumn.RSRQ_DB;
        return value != Decimals.INVALID
                && (level ? Limits.level(column, Rat.G5.number()) : Limits.of(column)).holds(value);
    }

    private static long number(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Decimals.parse(bytes, 0, bytes.length, 0);
    }

    private static RejectCode unknown(SampleColumn column) {
        return switch (column) {
            case OPERATOR -> RejectCode.OPERATOR_UNKNOWN;
            case RAT -> RejectCode.RAT_UNKNOWN;
            case CRS -> RejectCode.CRS_UNKNOWN;
            case SOURCE -> RejectCode.SOURCE_UNKNOWN;
            case TEST_MODE -> RejectCode.TEST_MODE_UNKNOWN;
            case STATE -> RejectCode.STATE_UNKNOWN;
            case PURPOSE -> RejectCode.PURPOSE_UNKNOWN;
            case SERVICE -> RejectCode.SERVICE_UNKNOWN;
            case OUTCOME -> RejectCode.OUTCOME_UNKNOWN;
            case MOCK_LOCATION -> RejectCode.MOCK_UNKNOWN;
            case SERVER_CLASS -> RejectCode.SERVER_CLASS_UNKNOWN;
            default -> throw new IllegalArgumentException("column: " + column + " (expected: a word)");
        };
    }
}
