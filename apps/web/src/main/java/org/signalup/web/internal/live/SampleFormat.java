package org.signalup.web.internal.live;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** In which forms rows come. */
enum SampleFormat {
    NDJSON("ndjson"),
    CSV("csv"),
    PARQUET("parquet");

    private final String ending;

    SampleFormat(String ending) {
        this.ending = ending;
    }

    /** By the type a request says; parameters do not matter. */
    static Optional<SampleFormat> find(String type) {
        String bare = type == null ? "" : type.split(";")[0].strip().toLowerCase(Locale.ROOT);
        return switch (bare) {
            case "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines" ->
                Optional.of(NDJSON);
            case "text/csv", "application/csv" -> Optional.of(CSV);
            case "application/vnd.apache.parquet", "application/x-parquet" -> Optional.of(PARQUET);
            default -> Optional.empty();
        };
    }

    /** How problems call what was sent. */
    String fileName() {
        return "samples." + ending;
    }

    /** What was sent as a file that intake reads. */
    RowFile rows(Body body) throws IOException {
        return this == NDJSON
                ? RowFile.ofJsonLines(body)
                : new RowFile(body.file(), 0, Optional.empty(), Set.of(), false);
    }
}
