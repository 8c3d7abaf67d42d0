package org.signalup.intake.internal.structure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.signalup.intake.RejectCode;
import org.signalup.intake.internal.file.CsvRecords;
import org.signalup.intake.internal.file.Encoding;
import org.signalup.intake.internal.file.FileRecord;
import org.signalup.intake.internal.file.FileRefusal;
import org.signalup.intake.internal.file.InputFile;

/** A decoded dump of MobileInsight: a packet a line, {@code <dm_log_packet>}. It has no position: a track gives it, by time. */
final class MobileInsightRows implements FlatRows {
    private final InputFile file;
    private final Encoding encoding;

    MobileInsightRows(InputFile file, Encoding encoding) {
        this.file = file;
        this.encoding = encoding;
    }

    @Override
    public void forEach(Predicate<FlatRow> handler) throws IOException {
        try (InputStream in = encoding.toUtf8(file.open(Optional.empty(), bytes -> {}))) {
            CsvRecords.lines(in).forEach(line -> handler.test(packet(line)));
        }
    }

    private static FlatRow packet(FileRecord line) {
        try {
            Packet packet = new Packet();
            byte[] bytes = Arrays.copyOfRange(line.bytes(), line.start(0), line.end(0));
            XmlWalk.walk(new ByteArrayInputStream(bytes), packet);
            return FlatRow.of(line.line(), packet.row);
        } catch (FileRefusal | IOException e) {
            return FlatRow.broken(line.line(), RejectCode.PACKET_INVALID);
        }
    }

    /**
     * Pairs of key and value; those of a list within stand under the name of the list. Of several entries the first counts, which
     * is the serving cell.
     */
    private static final class Packet implements XmlWalk.Visitor {
        private final Map<String, String> row = new LinkedHashMap<>();
        private final Deque<String> keys = new ArrayDeque<>();

        @Override
        public boolean begin(String tag, XmlWalk.Attributes attributes) {
            if (tag.equals("pair")) {
                String key = attributes.get("key");
                keys.addLast(key == null ? "" : key);
            }
            return true;
        }

        @Override
        public boolean end(String tag, String text, long line) {
            if (tag.equals("pair")) {
                String key = keys.removeLast();
                if (!text.isEmpty()) {
                    row.putIfAbsent(key, text);
                }
            }
            return true;
        }
    }
}
