package org.signalup.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.LocalOutputFile;

/** One Parquet file of the files that the tasks of a query wrote: their row groups are copied as they are, in task order. */
final class JoinedFile {
    private static final long ANY_GROUP_BYTES = 128L << 20;

    private final Configuration hadoop;

    JoinedFile(Configuration hadoop) {
        this.hadoop = hadoop;
    }

    /** Joins the part files of a folder. */
    void join(Path parts, Path file) throws IOException {
        List<Path> ordered;
        try (Stream<Path> files = Files.list(parts)) {
            ordered = files.filter(part -> part.getFileName().toString().startsWith("part-"))
                    .sorted()
                    .toList();
        }
        copy(ordered, file);
    }

    private void copy(List<Path> parts, Path torn) throws IOException {
        FileMetaData first;
        try (ParquetFileReader reader = open(parts.get(0))) {
            first = reader.getFooter().getFileMetaData();
        }
        try (ParquetFileWriter writer = new ParquetFileWriter(
                new LocalOutputFile(torn),
                first.getSchema(),
                ParquetFileWriter.Mode.OVERWRITE,
                ANY_GROUP_BYTES,
                0,
                null,
                ParquetProperties.builder().build())) {
            writer.start();
            for (Path part : parts) {
                try (ParquetFileReader reader = open(part)) {
                    reader.appendTo(writer);
                }
            }
            writer.end(Map.copyOf(first.getKeyValueMetaData()));
        }
    }

    /**
     * With options of its own, for the usual ones read Hadoop's XML files anew for every file; through Hadoop, for
     * Parquet's own reader of local files asks the system for each byte alone.
     */
    private ParquetFileReader open(Path part) throws IOException {
        ParquetReadOptions options =
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        return ParquetFileReader.open(
                HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(part.toUri()), hadoop), options);
    }
}
