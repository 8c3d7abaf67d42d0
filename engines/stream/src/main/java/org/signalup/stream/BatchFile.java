package org.signalup.stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.signalup.intake.SampleJson;
import org.signalup.lake.TopicSource.Batch;
import org.signalup.lake.TopicSource.Order;

/**
 * A batch as a sample file. Name and bytes follow from its messages alone, and every row says which message it is: the same
 * batch is the same file, and two batches of equal samples are not.
 */
final class BatchFile {
    private static final List<String> MESSAGE_COLUMNS =
            List.of("kafka_topic", "kafka_partition", "kafka_offset", "kafka_timestamp");
    private static final int LONGEST_NAME = 240;

    private final Path folder;
    private final Order order;

    /** @param folder nobody else's */
    BatchFile(Path folder, Order order) {
        this.folder = folder;
        this.order = order;
    }

    /** First and last offset of a partition. */
    private record Range(long first, long last) {
        Range with(Range other) {
            return new Range(Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    /** Writes the messages, which come by partition and offset; empty if there are none. */
    Optional<Batch> write(Iterator<Message> messages) {
        if (!messages.hasNext()) {
            return Optional.empty();
        }
        try {
            clear();
            Files.createDirectories(folder);
            return Optional.of(rows(messages, folder.resolve("batch.part")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Batch rows(Iterator<Message> messages, Path torn) throws IOException {
        SampleJson json = new SampleJson();
        Map<Integer, Range> ranges = new TreeMap<>();
        long count = 0;
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(torn, StandardCharsets.UTF_8)) {
            csv.writeRecord(Stream.concat(MESSAGE_COLUMNS.stream(), SampleJson.COLUMNS.stream())
                    .toList());
            while (messages.hasNext()) {
                Message message = messages.next();
                csv.writeRecord(row(message, json));
                ranges.merge(message.partition(), new Range(message.offset(), message.offset()), Range::with);
                count++;
            }
        }
        Path file = folder.resolve(name(ranges));
        Files.move(torn, file, StandardCopyOption.ATOMIC_MOVE);
        return new Batch(file, count, json.unused());
    }

    /** A message that cannot be read has no cells, so that its row is refused for the number of its fields. */
    private List<String> row(Message message, SampleJson json) {
        List<String> cells = new ArrayList<>(
                List.of(order.topic(), "" + message.partition(), "" + message.offset(), "" + message.timestampMs()));
        json.cells(message.value()).ifPresent(read -> cells.addAll(List.of(read)));
        return cells;
    }

    private String name(Map<Integer, Range> ranges) {
        String all = ranges.entrySet().stream()
                .map(entry -> entry.getKey() + "_" + entry.getValue().first() + "-"
                        + entry.getValue().last())
                .collect(Collectors.joining("."));
        String name = order.prefix() + all + ".csv";
        return name.length() <= LONGEST_NAME
                ? name
                : order.prefix() + ranges.size() + "_partitions_" + Integer.toHexString(all.hashCode()) + ".csv";
    }

    /** Takes away what is no longer needed: messages may name people until intake has read them. */
    void clear() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
