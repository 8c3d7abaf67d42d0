package org.signalup.intake.internal.structure;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.signalup.domain.Text;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.RejectCode;
import org.signalup.intake.internal.file.CsvRecords;
import org.signalup.intake.internal.file.Encoding;
import org.signalup.intake.internal.file.FileRecord;
import org.signalup.intake.internal.file.FileRefusal;
import org.signalup.intake.internal.file.InputFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;

/**
 * JSON as rows: one value a line, where a line that is damaged is one row refused, or documents, which are refused as a
 * whole. A list of values, bare or under {@code items}, is read value by value.
 */
final class JsonRows implements FlatRows {
    private static final String LIST = "items";
    private static final int HEAD = 1 << 16;

    private final InputFile file;
    private final Encoding encoding;

    JsonRows(InputFile file, Encoding encoding) {
        this.file = file;
        this.encoding = encoding;
    }

    @Override
    public void forEach(Predicate<FlatRow> handler) throws IOException {
        try (InputStream in =
                new BufferedInputStream(encoding.toUtf8(file.open(Optional.empty(), bytes -> {})), HEAD)) {
            Emission emission = new Emission(handler);
            if (beginsWithALine(in)) {
                CsvRecords.lines(in).forEach(line -> emission.line(line));
            } else {
                documents(in, emission);
            }
        }
    }

    /** Whether the first line is a value of its own. */
    private static boolean beginsWithALine(InputStream in) throws IOException {
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD - 1);
        in.reset();
        int start = 0;
        while (start < head.length && head[start] <= ' ') {
            start++;
        }
        int end = start;
        while (end < head.length && head[end] != '\n') {
            end++;
        }
        try (JsonParser parser = JsonTree.parser(head, start, end)) {
            boolean object = parser.nextToken() == JsonToken.START_OBJECT;
            parser.skipChildren();
            return object && parser.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }

    private static void documents(InputStream in, Emission emission) throws IOException {
        try (JsonParser parser = JsonTree.parser(in)) {
            Reading reading = new Reading(parser, emission);
            boolean more = true;
            while (more && parser.nextToken() != null) {
                more = reading.document();
            }
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new FileRefusal(RefusalCode.JSON_BROKEN, Math.max(line, 0), "", Text.same(""));
        }
    }

    /** Where rows go: numbers them. */
    private static final class Emission {
        private final Predicate<FlatRow> handler;
        private long last;

        Emission(Predicate<FlatRow> handler) {
            this.handler = handler;
        }

        /** @param lineNo where the value ends */
        boolean value(Map<String, Object> value, boolean keyTwice, long lineNo) {
            for (Map<String, String> row : JsonFlattening.rows(value)) {
                last = Math.max(last + 1, lineNo);
                if (!handler.test(new FlatRow(last, row, keyTwice ? RejectCode.JSON_KEY_TWICE : null))) {
                    return false;
                }
            }
            return true;
        }

        boolean refused(RejectCode code, long lineNo) {
            last = Math.max(last + 1, lineNo);
            return handler.test(FlatRow.broken(last, code));
        }

        boolean line(FileRecord line) {
            try (JsonParser parser = JsonTree.parser(line.bytes(), line.start(0), line.end(0))) {
                boolean more = parser.nextToken() == JsonToken.START_OBJECT
                        ? new Reading(parser, this, line.line()).document()
                        : refused(RejectCode.JSON_INVALID, line.line());
                return more;
            } catch (JacksonException e) {
                return refused(RejectCode.JSON_INVALID, line.line());
            }
        }
    }

    /** Reads root values one after the other. */
    private static final class Reading {
        private final JsonParser parser;
        private final Emission emission;
        private final long lineNo;
        private final JsonTree tree;

        Reading(JsonParser parser, Emission emission) {
            this(parser, emission, 0);
        }

        /** @param lineNo of all of it; 0 = as the parser counts */
        Reading(JsonParser parser, Emission emission, long lineNo) {
            this.parser = parser;
            this.emission = emission;
            this.lineNo = lineNo;
            this.tree = new JsonTree(parser);
        }

        boolean document() {
            return switch (parser.currentToken()) {
                case START_ARRAY -> list();
                case START_OBJECT -> object();
                default -> emission.refused(RejectCode.JSON_INVALID, here());
            };
        }

        private boolean object() {
            Map<String, Object> object = new LinkedHashMap<>();
            boolean listed = false;
            tree.begin();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                if (name.equals(LIST) && token == JsonToken.START_ARRAY) {
                    listed = true;
                    if (!list()) {
                        return false;
                    }
                } else {
                    tree.put(object, name, tree.value());
                }
            }
            boolean whole = lineNo == 0 || parser.nextToken() == null;
            if (!whole) {
                return emission.refused(RejectCode.JSON_INVALID, here());
            }
            return listed || emission.value(object, tree.keyTwice(), here());
        }

        private boolean list() {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                tree.begin();
                if (!value(tree.value())) {
                    return false;
                }
            }
            return true;
        }

        @SuppressWarnings("unchecked")
        private boolean value(Object value) {
            return value instanceof Map<?, ?> map
                    ? emission.value((Map<String, Object>) map, tree.keyTwice(), here())
                    : emission.refused(RejectCode.JSON_INVALID, here());
        }

        private long here() {
            return lineNo > 0 ? lineNo : parser.currentLocation().getLineNr();
        }
    }
}
