package org.signalup.web.internal.upload;

import static org.signalup.web.internal.site.ListFile.column;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.job.JobSettings;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.publish.TableFile;
import org.signalup.upload.Reading;
import org.signalup.upload.Upload;
import org.signalup.upload.Uploads;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.job.JobTimes;
import org.signalup.web.internal.site.ListFile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** Lists of uploads, of rows one refused, and its tracks, as files. */
@Platform
@Controller
@Needs(Capability.SAMPLE_SEND)
final class UploadFiles {
    private static final int MOST = 100_000;
    private static final double E7 = 1e7;
    private static final List<TableFile.Column> UPLOADS = List.of(
            column("upload", "上传", "Upload"),
            column("files", "文件", "Files"),
            column("state", "状态", "State"),
            column("basis", "来源依据", "Basis"),
            column("who", "上传人", "Brought by"),
            column("at", "时间", "At"),
            column("read_with", "导入模板", "Profiles"),
            column("lake_batch", "湖中批次", "Batch of the lake"),
            column("sha256", "SHA-256", "SHA-256"));
    private static final List<TableFile.Column> REFUSED = List.of(
            column("file", "文件", "File"),
            column("row", "行", "Row"),
            column("column", "列", "Column"),
            column("value", "值", "Value"),
            column("code", "代码", "Code"),
            column("expected", "原因与应有的值", "Reason and what was expected"));

    private final Uploads uploads;
    private final JobTimes times;

    UploadFiles(Uploads uploads, JobSettings settings) {
        this.uploads = uploads;
        this.times = new JobTimes(settings.zone());
    }

    @GetMapping(UploadPages.PATH + "/list.{extension}")
    ResponseEntity<byte[]> list(Actor actor, @PathVariable String extension, Language language) {
        List<List<Object>> rows = uploads.list(actor.scope(), 0, MOST).stream()
                .flatMap(upload -> upload.files().stream().map(file -> row(upload, file, language)))
                .toList();
        return ListFile.of(extension, "uploads", Text.of("上传采样", "Uploads"), UPLOADS, rows, language);
    }

    private List<Object> row(Upload upload, Upload.File file, Language language) {
        return List.of(
                Long.toString(upload.id()),
                file.name(),
                upload.state().text().in(language),
                upload.said().ground().text().in(language),
                upload.who(),
                times.of(upload.made()),
                upload.readWith(),
                upload.lakeBatch(),
                file.digest());
    }

    @GetMapping(UploadPages.PATH + "/{id}/refused.{extension}")
    ResponseEntity<byte[]> refused(
            Actor actor, @PathVariable long id, @PathVariable String extension, Language language) {
        Upload upload = UploadPages.find(uploads, actor, id);
        List<List<Object>> rows = uploads.refused(upload, MOST).stream()
                .map(row -> row(row, language))
                .toList();
        return ListFile.of(extension, "refused-" + id, Text.of("拒收的行", "Rows refused"), REFUSED, rows, language);
    }

    private static List<Object> row(Reading.Refused row, Language language) {
        return List.of(
                row.file(),
                Long.toString(row.row()),
                row.column(),
                row.value(),
                row.code(),
                ShownUpload.meaning(row.code()).in(language));
    }

    @GetMapping(path = UploadPages.PATH + "/{id}/track.geojson", produces = "application/geo+json")
    @ResponseBody
    Map<String, Object> track(Actor actor, @PathVariable long id) {
        Upload upload = UploadPages.find(uploads, actor, id);
        List<Map<String, Object>> features = uploads.reading(actor.scope(), upload).stream()
                .flatMap(reading -> reading.points().stream())
                .map(UploadFiles::feature)
                .toList();
        return Map.of("type", "FeatureCollection", "features", features);
    }

    private static Map<String, Object> feature(Reading.Point point) {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("properties", Map.of("file", point.file(), "rsrp", point.rsrpDbm()));
        feature.put(
                "geometry", Map.of("type", "Point", "coordinates", List.of(point.lonE7() / E7, point.latE7() / E7)));
        return feature;
    }
}
