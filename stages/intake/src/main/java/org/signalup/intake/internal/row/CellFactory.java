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
import org.signalup.domain.Service;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.geo.Crs;
import org.signalup.intake.RejectCode;
import org.signalup.intake.SampleColumn;
import org.signalup.standards.Programme;

/** Builds the reader of a column once per file; remembers which identifiers had to be replaced. */
public final class CellFactory {
    private static final Set<SampleColumn> PERSONAL =
            Set.of(SampleColumn.DEVICE_ID, SampleColumn.SESSION_ID, SampleColumn.INSTRUMENT_ID);

    private final Programme programme;
    private final Times times;
    private final Set<String> replaced;

    /** @param replaced receives what had to be replaced by pseudonyms, for example {@code device_id (IMEI/IMSI)} */
    public CellFactory(Programme programme, Times times, Set<String> replaced) {
        this.programme = programme;
        this.times = times;
        this.replaced = replaced;
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
        String kept = rule.values().getOrDefault(word.toUpperCase(Locale.ROOT), word);
        if (kept.isEmpty()) {
            return Ident.NONE;
        }
        if (!PERSONAL.contains(rule.column())) {
            boolean formula = rule.column().kind() == SampleColumn.Kind.ID && "=+-@\t".indexOf(kept.charAt(0)) >= 0;
            return new Ident(kept, 0, formula, "");
        }
        Ident ident = Ident.of(kept);
        if (!ident.replaced().isEmpty()) {
            replaced.add(rule.column().code() + " (" + ident.replaced() + ")");
        }
        return ident;
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
            default -> throw new IllegalArgumentException("column: " + column + " (expected: a word)");
        };
    }

    /** What the profile says about a word comes first, then the usual marks of a missing value, then the dictionary. */
    private static Function<String, Word> mapped(CellRule rule, Function<String, Word> words) {
        Map<String, String> values = rule.values();
        return text -> {
            String own = values.get(text.toUpperCase(Locale.ROOT));
            if (own == null && (Missing.word(text) || rule.missing().contains(text))) {
                // "None" is a missing value everywhere but where it says that there is no service.
                return rule.column() == SampleColumn.RAT && text.equalsIgnoreCase("NONE")
                        ? words.apply(text)
                        : Word.NOTHING;
            }
            return words.apply(own == null ? text : own);
        };
    }

    private Word operator(String text, CellRule rule) {
        if (rule.noOperator().contains(text)) {
            return Word.NO_NETWORK;
        }
        return programme
                .findOperator(text)
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
            default -> throw new IllegalArgumentException("column: " + column + " (expected: a word)");
        };
    }
}
