package org.signalup.ledger.internal.template;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.ledger.Instrument.Agreement;
import org.signalup.ledger.Instrument.Antenna;
import org.signalup.ledger.internal.table.Heading;
import org.signalup.ledger.internal.table.Headings;
import org.signalup.standards.Operator;
import org.signalup.standards.PointKind;
import org.signalup.standards.Programme;
import org.signalup.standards.Scenario;

/** The ledger tables to fill in, with the programme's own words in the drop-downs. */
public final class LedgerSheets {
    private static final List<String> SYSTEMS = List.of("WGS84", "CGCS2000", "GCJ02", "BD09");
    private static final Text ID_NOTE = Text.of(
            "唯一；不以 = + - @ 开头；不要把行政区划代码编进去", "unique; not beginning with = + - @; without division codes in it");
    private static final Text DATE_NOTE =
            Text.of("如 2025-06-30；未上报则留空", "for example 2025-06-30; empty = not reported");
    private static final Map<String, Text> NOTES = Map.ofEntries(
            Map.entry("place_id", ID_NOTE),
            Map.entry("point_id", ID_NOTE),
            Map.entry("line_id", Text.of("属于线路的点位才填，见 lines.geojson", "only for points of a line, see lines.geojson")),
            Map.entry("scenario", Text.of("必填，从下拉列表选择", "required, choose from the list")),
            Map.entry(
                    "category",
                    Text.of("该场景下的类别，决定计入哪些目标", "category within the scenario; decides which targets it counts for")),
            Map.entry("division_code", Text.of("GB/T 2260 六位代码", "six-digit code of GB/T 2260")),
            Map.entry("lon", Text.of("十进制度（或投影坐标的东向米）", "decimal degrees (or easting in metres)")),
            Map.entry("lat", Text.of("十进制度（或投影坐标的北向米）", "decimal degrees (or northing in metres)")),
            Map.entry(
                    "crs",
                    Text.of(
                            "必填：WGS84、CGCS2000、GCJ02（火星）、BD09（百度）或 EPSG:n",
                            "required: WGS84, CGCS2000, GCJ02, BD09 or EPSG:n")),
            Map.entry("target_year", Text.of("计划完成的年份，如 2025", "planned year, for example 2025")),
            Map.entry("operators", Text.of("多家用 ; 隔开；空 = 标准规定的全部企业", "joined by ;; empty = all the standard obliges")),
            Map.entry("reported_done", DATE_NOTE),
            Map.entry("kind", Text.of("必填，从下拉列表选择", "required, choose from the list")),
            Map.entry("radius_m", Text.of("空 = 该类型的默认半径；也可用 半径(km)", "empty = the kind's default")),
            Map.entry("indoor", Text.of("是/否；空 = 该类型的默认", "true/false; empty = the kind's default")),
            Map.entry("floor", Text.of("如 3、B1、负一层", "for example 3, B1")),
            Map.entry(
                    "chainage_from_m", Text.of("线路点位：米，或 K12+345；也可用 起始里程(km)", "points of a line: metres or K12+345")),
            Map.entry("chainage_to_m", Text.of("同上", "as above")),
            Map.entry("instrument_id", ID_NOTE),
            Map.entry("attenuation_db", Text.of("天线到仪表的衰减，dB", "between antenna and instrument, dB")),
            Map.entry(
                    "device_ids",
                    Text.of(
                            "采样文件不写仪表编号时，它发出的终端编号；多个用 ; 隔开",
                            "devices its samples name when they do not name the instrument, joined by ;")),
            Map.entry("uncertainty_db", Text.of("校准证书上的扩展不确定度，dB", "the expanded uncertainty by the certificate, dB")),
            Map.entry("coverage_factor", Text.of("扩展不确定度的包含因子 k；空 = 2", "factor k of that uncertainty; empty = 2")),
            Map.entry("accreditation", Text.of("实验室认可号，如 CNAS L1234", "of the laboratory, for example CNAS L1234")),
            Map.entry("exempt_reason", Text.of("填了即不评测，须说明原因", "not measured if filled; say why")));

    private final Programme programme;
    private final Language language;

    public LedgerSheets(Programme programme, Language language) {
        this.programme = programme;
        this.language = language;
    }

    public List<Sheet> all() {
        return List.of(
                sheet("places", Text.of("重点场所", "places"), Headings.PLACES, placeExample()),
                sheet("keypoints", Text.of("关键点位", "key points"), Headings.KEY_POINTS, pointExample()),
                sheet("instruments", Text.of("评测仪器仪表", "instruments"), Headings.INSTRUMENTS, instrumentExample()));
    }

    private Sheet sheet(String file, Text title, List<Heading> headings, Map<String, String> example) {
        List<Sheet.Column> columns = new ArrayList<>();
        for (Heading heading : headings) {
            columns.add(new Sheet.Column(
                    heading.code(),
                    heading(heading),
                    choices(file, heading.code()),
                    !List.of("operators", "category", "crs").contains(heading.code()),
                    example.getOrDefault(heading.code(), ""),
                    note(file, heading.code())));
        }
        return new Sheet(file, title.in(language), columns);
    }

    /** An id is new in the table of its own things and repeated elsewhere. */
    private static Text note(String file, String code) {
        if (file.equals("keypoints") && code.equals("place_id")) {
            return Text.of("所属场所，须在场所表里；线路的点位留空", "the place it belongs to, see places; empty for points of a line");
        }
        if (file.equals("instruments") && code.equals("kind")) {
            return Text.of("如手机、扫频仪、探针", "for example phone, scanner, probe");
        }
        return NOTES.getOrDefault(code, Text.same(""));
    }

    private String heading(Heading heading) {
        if (language == Language.EN) {
            return heading.code();
        }
        return heading.length() ? heading.zh() + "(m)" : heading.zh();
    }

    private List<String> choices(String file, String code) {
        if (file.equals("instruments")) {
            return switch (code) {
                case "antenna" ->
                    Arrays.stream(Antenna.values())
                            .map(one -> word(one.name(), one.text()))
                            .toList();
                case "comparison" ->
                    Arrays.stream(Agreement.values())
                            .map(one -> word(one.name(), one.text()))
                            .toList();
                default -> List.of();
            };
        }
        return choices(code);
    }

    private List<String> choices(String code) {
        return switch (code) {
            case "scenario" -> programme.scenarios().stream().map(this::word).toList();
            case "category" ->
                programme.scenarios().stream()
                        .flatMap(scenario -> scenario.categories().stream())
                        .map(category -> word(category.code(), category.name()))
                        .distinct()
                        .toList();
            case "kind" -> programme.pointKinds().stream().map(this::word).toList();
            case "operators" -> programme.operators().stream().map(this::word).toList();
            case "crs" -> SYSTEMS;
            case "indoor" -> language == Language.ZH ? List.of("是", "否") : List.of("true", "false");
            default -> List.of();
        };
    }

    private String word(Scenario scenario) {
        return word(scenario.code(), scenario.name());
    }

    private String word(PointKind kind) {
        return word(kind.code(), kind.name());
    }

    private String word(Operator operator) {
        return word(operator.code(), operator.name());
    }

    private String word(String code, Text name) {
        return language == Language.ZH ? name.zh() : code;
    }

    private Map<String, String> placeExample() {
        Scenario scenario = programme.scenarios().get(0);
        return Map.ofEntries(
                Map.entry("place_id", "P0001"),
                Map.entry(
                        "name",
                        Text.of("示例场所（请删除本行）", "example (delete this row)").in(language)),
                Map.entry("scenario", word(scenario)),
                Map.entry(
                        "category",
                        scenario.categories().stream()
                                .findFirst()
                                .map(category -> word(category.code(), category.name()))
                                .orElse("")),
                Map.entry("division_code", "110101"),
                Map.entry("lon", "116.417"),
                Map.entry("lat", "39.929"),
                Map.entry("crs", "WGS84"),
                Map.entry("address", Text.of("示例路 1 号", "1 Example Road").in(language)),
                Map.entry("owner", Text.of("示例单位", "example owner").in(language)),
                Map.entry("department", Text.of("示例部门", "example department").in(language)),
                Map.entry("target_year", "2025"),
                Map.entry("operators", ""),
                Map.entry("reported_done", "2025-06-30"));
    }

    private Map<String, String> pointExample() {
        return Map.of(
                "point_id", "K0001",
                "place_id", "P0001",
                "name", Text.of("示例点位（请删除本行）", "example (delete this row)").in(language),
                "kind", word(exampleKind()),
                "lon", "116.4171",
                "lat", "39.9291",
                "crs", "WGS84",
                "radius_m", "30",
                "indoor", choices("indoor").get(0),
                "floor", "1");
    }

    private Map<String, String> instrumentExample() {
        return Map.ofEntries(
                Map.entry("instrument_id", "I0001"),
                Map.entry(
                        "name",
                        Text.of("示例仪表（请删除本行）", "example (delete this row)").in(language)),
                Map.entry("kind", Text.of("手机", "phone").in(language)),
                Map.entry("antenna", choices("instruments", "antenna").get(0)),
                Map.entry("attenuation_db", "0"),
                Map.entry("device_ids", "D0001"),
                Map.entry("calibrated_on", "2025-01-10"),
                Map.entry("certificate_no", "C0001"),
                Map.entry("valid_from", "2025-01-10"),
                Map.entry("valid_to", "2026-01-09"),
                Map.entry("compared_on", "2025-02-01"),
                Map.entry("comparison", choices("instruments", "comparison").get(0)));
    }

    private PointKind exampleKind() {
        return programme.scenarios().get(0).pointKinds().stream()
                .flatMap(code -> programme.findPointKind(code).stream())
                .findFirst()
                .orElseGet(() -> programme.pointKinds().get(0));
    }

    /** An example line of two sections; lines are drawn, not typed into a table. */
    public static Path writeLines(Path file, Language language) throws IOException {
        String name = Text.of("示例公路（请删除）", "example road (delete it)").in(language);
        String json = """
                {"type": "FeatureCollection", "features": [
                  {"type": "Feature",
                   "properties": {"line_id": "L0001", "name": "%s", "kind": "ROAD", "grade": "", "crs": "WGS84",
                     "division_codes": ["110101", "110105"], "operators": [], "length_km": 5.12, "reported_done": null,
                     "sections": [
                       {"section_id": "S1", "name": "1", "division_code": "110101", "from_m": 0, "to_m": 2000},
                       {"section_id": "S2", "name": "2", "division_code": "110105", "from_m": 2000, "to_m": 5123.6}]},
                   "geometry": {"type": "LineString", "coordinates": [[116.4, 40.0], [116.46, 40.0]]}}
                ]}
                """.formatted(name);
        return Files.writeString(file, json, StandardCharsets.UTF_8);
    }
}
