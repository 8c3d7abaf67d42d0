package org.signalup.web.internal.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.people.Actor;
import org.signalup.register.ImportBatch;
import org.signalup.register.Imports;
import org.springframework.web.multipart.MultipartFile;

/** Files of a form, put into a folder under the names of the file contract. */
final class Uploads {
    private static final Map<String, List<String>> ENDINGS = Map.of(
            "places", List.of(".csv", ".csv.gz", ".xlsx"),
            "keypoints", List.of(".csv", ".csv.gz", ".xlsx"),
            "instruments", List.of(".csv", ".csv.gz", ".xlsx"),
            "divisions", List.of(".csv", ".csv.gz", ".xlsx"),
            "lines", List.of(".geojson", ".geojson.gz"));

    private Uploads() {}

    /** The same with a folder of their own, which is gone afterwards. */
    static ImportBatch look(
            Imports imports,
            Actor actor,
            MultipartFile places,
            MultipartFile keypoints,
            MultipartFile lines,
            MultipartFile instruments)
            throws IOException {
        Map<String, MultipartFile> files = new LinkedHashMap<>();
        files.put("places", places);
        files.put("keypoints", keypoints);
        files.put("lines", lines);
        files.put("instruments", instruments);
        Path dir = Files.createTempDirectory("import");
        try {
            String names = put(files, dir);
            return imports.preview(actor.scope(), dir, names);
        } finally {
            delete(dir);
        }
    }

    /** One table, put there under a name of the file contract. */
    static Path table(MultipartFile file, Path dir, String what) throws IOException {
        Path placed = dir.resolve(what + ending(what, String.valueOf(file.getOriginalFilename())));
        Files.copy(file.getInputStream(), placed);
        return placed;
    }

    /**
     * Puts them there.
     *
     * @param files by what they hold: places, keypoints, lines, instruments; empty ones are passed over
     * @return their names as brought, for people
     * @throws RefusedException if one has an ending that is not read
     */
    static String put(Map<String, MultipartFile> files, Path dir) throws IOException {
        List<String> names = new ArrayList<>();
        for (String what : List.of("places", "keypoints", "lines", "instruments")) {
            MultipartFile file = files.get(what);
            if (file != null && !file.isEmpty()) {
                String name = String.valueOf(file.getOriginalFilename());
                Files.copy(file.getInputStream(), dir.resolve(what + ending(what, name)));
                names.add(name.replaceAll("[\\p{Cntrl}/\\\\]", "·"));
            }
        }
        return String.join(", ", names);
    }

    private static String ending(String what, String name) {
        String low = name.toLowerCase(Locale.ROOT);
        String expected = String.join(" ", ENDINGS.get(what));
        if (what.equals("lines") && low.endsWith(".json")) {
            return ".geojson";
        }
        return ENDINGS.get(what).stream()
                .filter(low::endsWith)
                .findFirst()
                .orElseThrow(() -> new RefusedException(new Problem(
                        name,
                        0,
                        what,
                        name,
                        "FILE_KIND",
                        Text.of("不读这种文件（应为：" + expected + "）", "is not read (expected: " + expected + ")"))));
    }

    static void delete(Path dir) throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            for (Path file : files.toList()) {
                if (Files.isDirectory(file)) {
                    delete(file);
                } else {
                    Files.delete(file);
                }
            }
        }
        Files.delete(dir);
    }
}
