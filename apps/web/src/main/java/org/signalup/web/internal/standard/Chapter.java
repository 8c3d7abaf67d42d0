package org.signalup.web.internal.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chapter of the explained standard.
 *
 * @param title without a number at the beginning
 */
public record Chapter(String title, List<Item> items) {
    /** The notice's own Chinese words, quoted in an English text. */
    private static final Pattern ORIGINAL = Pattern.compile("\"\\p{IsHan}[^\"]*\"");

    private static final Pattern SOURCE = Pattern.compile("〔[^〕]*〕| \\[[^\\]]*, [A-Z]\\]");

    /**
     * A sentence of it.
     *
     * @param nested whether it belongs to the sentence before
     * @param sources where its numbers come from
     */
    public record Item(List<Piece> pieces, boolean nested, String sources) {
        private static Item of(String line) {
            Matcher source = SOURCE.matcher(line);
            StringBuilder sources = new StringBuilder();
            while (source.find()) {
                sources.append(source.group().strip());
            }
            String text = SOURCE.matcher(line).replaceAll("").strip().replaceFirst("^- ", "");
            return new Item(Piece.of(text), line.startsWith("    "), sources.toString());
        }
    }

    /** A part of a sentence; {@code original} words stay as they are in every language. */
    public record Piece(String text, boolean original) {
        private static List<Piece> of(String text) {
            List<Piece> pieces = new ArrayList<>();
            Matcher original = ORIGINAL.matcher(text);
            int from = 0;
            while (original.find()) {
                pieces.add(new Piece(text.substring(from, original.start()), false));
                pieces.add(new Piece(original.group(), true));
                from = original.end();
            }
            pieces.add(new Piece(text.substring(from), false));
            return pieces;
        }
    }

    /** The chapters of a text as the explainer writes it: titles at the margin, sentences indented. */
    static List<Chapter> of(String explained) {
        List<Chapter> chapters = new ArrayList<>();
        for (String line : explained.lines().filter(line -> !line.isBlank()).toList()) {
            if (line.startsWith(" ")) {
                chapters.get(chapters.size() - 1).items().add(Item.of(line));
            } else {
                chapters.add(new Chapter(line.replaceFirst("^[0-9]+\\. ", ""), new ArrayList<>()));
            }
        }
        return chapters;
    }
}
