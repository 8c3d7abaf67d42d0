package org.signalup.web.internal.download;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.signalup.domain.Text;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.PageFailure;
import org.signalup.web.internal.site.SavedAs;
import org.signalup.web.internal.site.SiteData;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The files of an evaluation folder that people take away as they are: contract files, report, manifest, Parquet tables, the standard. */
final class EvaluationFiles {
    private static final String DATA = "data";
    private static final String INPUT = "input";

    /** A file, by its name alone: no name is in two of the folders. */
    public record Kept(String name, Path path, long bytes) {
        /** Shown in the browser, not saved. */
        boolean shown() {
            return name.endsWith(".html");
        }

        MediaType mediaType() {
            String ending = name.substring(name.lastIndexOf('.') + 1);
            return switch (ending) {
                case "csv" -> MediaType.parseMediaType("text/csv;charset=UTF-8");
                case "json" -> MediaType.APPLICATION_JSON;
                case "html" -> MediaType.parseMediaType("text/html;charset=UTF-8");
                default -> MediaType.APPLICATION_OCTET_STREAM;
            };
        }

        public double megabytes() {
            return bytes / 1e6;
        }
    }

    private final Path folder;

    private EvaluationFiles(Path folder) {
        this.folder = folder;
    }

    static EvaluationFiles of(Path folder) {
        return new EvaluationFiles(folder);
    }

    /** The files, by folder and name. */
    List<Kept> list() {
        List<Kept> files = new ArrayList<>(in(folder));
        files.addAll(in(folder.resolve(DATA)));
        files.addAll(in(folder.resolve(INPUT)));
        return files;
    }

    /** Only what the list has can be had: a name never becomes a path. */
    Optional<Kept> find(String name) {
        return list().stream().filter(file -> file.name().equals(name)).findFirst();
    }

    /** A file as it is: the report shown, the others saved under a name that says where they come from. */
    static ResponseEntity<Resource> answer(OpenEvaluation evaluation, String name, HttpServletResponse response) {
        Kept file = of(evaluation.folder())
                .find(name)
                .orElseThrow(() -> PageFailure.notFound(
                        Text.of("这个批次没有这个文件：" + name, "This evaluation has no such file: " + name)));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(file.mediaType());
        if (file.shown()) {
            response.setHeader("Content-Security-Policy", SiteData.REPORT_POLICY);
        } else {
            answer.header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    SavedAs.named(evaluation.id() + (evaluation.summary().simulated() ? "-模拟数据-" : "-") + name));
        }
        return answer.body(new FileSystemResource(file.path()));
    }

    private static List<Kept> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            List<Kept> files = new ArrayList<>();
            for (Path file : children.filter(Files::isRegularFile).sorted().toList()) {
                files.add(new Kept(file.getFileName().toString(), file, Files.size(file)));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
