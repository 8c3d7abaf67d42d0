package org.signalup.web.internal.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.publish.FileFormat;
import org.signalup.publish.Shape;
import org.signalup.publish.TableFile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A list of the platform as a file: {@code csv} or {@code xlsx}. Lists of people and organisations are small. */
public final class ListFile {
    private ListFile() {}

    /** A column of texts. */
    public static TableFile.Column column(String code, String zh, String en) {
        return new TableFile.Column(code, Text.of(zh, en), TableFile.Type.TEXT);
    }

    /**
     * @param code name of the file, without its ending
     * @param rows values in the order of the columns
     */
    public static ResponseEntity<byte[]> of(
            String extension,
            String code,
            Text title,
            List<TableFile.Column> columns,
            List<List<Object>> rows,
            Language language) {
        FileFormat format = List.of(FileFormat.CSV, FileFormat.XLSX).stream()
                .filter(known -> known.extension().equals(extension))
                .findFirst()
                .orElseThrow(() ->
                        PageFailure.notFound(Text.of("没有这种格式：" + extension, "There is no such format: " + extension)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TableFile.About about = new TableFile.About(code, title, List.of(), Optional.empty(), language);
        try (TableFile file = TableFile.open(format, about, columns, bytes)) {
            for (List<Object> row : rows) {
                file.row(row, Shape.NONE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, SavedAs.named(code + "." + extension))
                .body(bytes.toByteArray());
    }
}
