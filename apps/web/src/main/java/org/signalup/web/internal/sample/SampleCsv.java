package org.signalup.web.internal.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import org.signalup.domain.Coded;
import org.signalup.domain.SpreadsheetText;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.SavedAs;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Samples as a CSV file for spreadsheets: texts that a spreadsheet would compute begin with an apostrophe. */
final class SampleCsv {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final List<String> HEADER = List.of(
            "file",
            "row",
            "local_time",
            "target",
            "operator",
            "source",
            "test_mode",
            "purpose",
            "device_id",
            "instrument_id",
            "spot_no",
            "rat",
            "cell",
            "rsrp_dbm",
            "sinr_db",
            "limit_rsrp_dbm",
            "limit_sinr_db",
            "finding",
            "service",
            "outcome",
            "dl_mbps",
            "ul_mbps",
            "data");

    private SampleCsv() {}

    static ResponseEntity<StreamingResponseBody> answer(OpenEvaluation evaluation, String name, SampleQuery samples) {
        boolean simulated = evaluation.summary().simulated();
        String file = evaluation.id() + "-" + name + (simulated ? "-模拟数据" : "") + ".csv";
        StreamingResponseBody body = out -> {
            try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                    CsvWriter csv =
                            CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer)) {
                csv.writeRecord(HEADER);
                samples.forEach(sample -> csv.writeRecord(record(sample, evaluation.rowLabel())));
            }
        };
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, SavedAs.named(file))
                .body(body);
    }

    private static List<String> record(Sample s, String data) {
        return List.of(
                SpreadsheetText.safe(s.file()),
                Long.toString(s.row()),
                s.dateTime(),
                SpreadsheetText.safe(s.target().id()),
                SpreadsheetText.safe(s.operator()),
                s.source().code(),
                s.mode().code(),
                s.purpose().map(Coded::code).orElse(""),
                SpreadsheetText.safe(s.device()),
                SpreadsheetText.safe(s.instrument()),
                s.spot().isPresent() ? Integer.toString(s.spot().getAsInt()) : "",
                s.rat().code(),
                SpreadsheetText.safe(s.cell()),
                number(s.rsrpDbm()),
                number(s.sinrDb()),
                s.limit().map(limit -> Double.toString(limit.rsrpDbm())).orElse(""),
                s.limit().map(limit -> Double.toString(limit.sinrDb())).orElse(""),
                s.service().isPresent() ? "" : s.finding().name(),
                s.service().map(Coded::code).orElse(""),
                s.outcome().map(Coded::code).orElse(""),
                number(s.dlMbps()),
                number(s.ulMbps()),
                data);
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
    }
}
