package org.signalup.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.signalup.domain.Problem;
import org.signalup.domain.Text;
import org.signalup.standards.Operator;
import org.signalup.standards.PointKind;
import org.signalup.standards.Programme;
import org.signalup.standards.Scenario;

/** A ledger folder for tests, and a small programme to read it by. */
final class Folder {
    static final String PLACES_HEADING =
            "place_id,name,scenario,category,division_code,lon,lat,crs,address,owner,department,target_year,operators,"
                    + "reported_done\n";
    static final String POINTS_HEADING =
            "point_id,place_id,line_id,name,kind,lon,lat,crs,radius_m,indoor,floor,chainage_from_m,chainage_to_m,"
                    + "exempt_reason\n";

    private final Path dir;

    Folder(Path dir) {
        this.dir = dir;
    }

    /** Two places with a key point each, in Beijing, without any problem. */
    static Folder sound(Path dir) {
        return new Folder(dir)
                .places(
                        "P1,政务中心,GOV,,110108,116.30000,39.98000,WGS84,,,,2025,CMCC;CTCC,2025-06-30",
                        "P2,医院,MED,3A,110108,116.31000,39.99000,WGS84,,,,,,")
                .points(
                        "K1,P1,,大厅,HALL,116.30010,39.98010,WGS84,50,,,,,",
                        "K2,P2,,电梯,LIFT,116.31010,39.99010,WGS84,,,B1,,,");
    }

    Folder places(String... rows) {
        return file("places.csv", PLACES_HEADING + rows(rows));
    }

    static String rows(String... rows) {
        return String.join("\n", rows) + "\n";
    }

    Folder points(String... rows) {
        return file("keypoints.csv", POINTS_HEADING + rows(rows));
    }

    /** One line of two vertices along the 40th parallel, about 8.5 km. */
    Folder line(String properties) {
        return lines(feature(properties, "{\"type\":\"LineString\",\"coordinates\":[[116.0,40.0],[116.1,40.0]]}"));
    }

    static String feature(String properties, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{" + properties + "},\"geometry\":" + geometry + "}";
    }

    Folder lines(String... features) {
        return file(
                "lines.geojson",
                "{\"type\":\"FeatureCollection\",\"features\":[\n" + String.join(",\n", features) + "\n]}");
    }

    Folder file(String name, String content) {
        return file(name, content, StandardCharsets.UTF_8);
    }

    Folder file(String name, String content, Charset charset) {
        return bytes(name, content.getBytes(charset));
    }

    Folder bytes(String name, byte[] content) {
        try {
            Files.write(dir.resolve(name), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }

    static byte[] gzip(String content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return packed.toByteArray();
    }

    LedgerCheck check() {
        return LedgerReader.check(dir, programme());
    }

    Ledger read() {
        return LedgerReader.read(dir, programme());
    }

    /** Errors as {@code file:row:column:CODE}. */
    List<String> errors() {
        return check().errors().stream().map(Folder::brief).toList();
    }

    List<String> warnings() {
        return check().warnings().stream().map(Folder::brief).toList();
    }

    static String brief(Problem problem) {
        return problem.file() + ":" + problem.row() + ":" + problem.column() + ":" + problem.code();
    }

    static Programme programme() {
        return new Programme(
                "test",
                Text.same("test"),
                ZoneId.of("Asia/Shanghai"),
                "CN",
                List.of(operator("CMCC", "中国移动", "移动"), operator("CTCC", "中国电信", "电信"), operator("CUCC", "中国联通", "联通")),
                List.of(
                        scenario("GOV", "政务中心"),
                        new Scenario(
                                "MED",
                                Text.of("医疗机构", "medical"),
                                List.of(new Scenario.Category("3A", Text.of("三甲医院", "grade 3A"))),
                                List.of()),
                        scenario("TRANSPORT", "交通枢纽")),
                List.of(
                        new PointKind("HALL", Text.of("大厅", "hall"), 60, true),
                        new PointKind("LIFT", Text.of("电梯", "lift"), 20, true),
                        new PointKind("TOLL", Text.of("收费站", "toll station"), 150, false)),
                List.of(),
                List.of(),
                List.of(),
                "digest");
    }

    private static Operator operator(String code, String zh, String alias) {
        return new Operator(code, Text.of(zh, code), List.of(), List.of(alias));
    }

    private static Scenario scenario(String code, String zh) {
        return new Scenario(code, Text.of(zh, code), List.of(), List.of());
    }
}
