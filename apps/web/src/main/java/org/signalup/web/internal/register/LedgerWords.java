package org.signalup.web.internal.register;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.signalup.domain.Coded;
import org.signalup.domain.LineKind;
import org.signalup.domain.Text;
import org.signalup.ledger.Instrument.Agreement;
import org.signalup.ledger.Instrument.Antenna;
import org.signalup.ledger.LedgerRows;
import org.signalup.register.Subject;
import org.signalup.standards.Operator;
import org.signalup.standards.PointKind;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeTarget;
import org.signalup.standards.Scenario;
import org.signalup.web.internal.access.Platform;
import org.springframework.stereotype.Component;

/** What templates know as {@code words}: columns and codes of the ledger as people read them. */
@Platform
@Component
public final class LedgerWords {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Map<String, Text> ENGLISH = Map.ofEntries(
            Map.entry("place_id", Text.same("place id")),
            Map.entry("point_id", Text.same("key point id")),
            Map.entry("line_id", Text.same("line id")),
            Map.entry("division_code", Text.same("division")),
            Map.entry("division_codes", Text.of("行政区划", "divisions")),
            Map.entry("crs", Text.same("coordinate system")),
            Map.entry("radius_m", Text.same("radius, m")),
            Map.entry("chainage_from_m", Text.same("chainage from, m")),
            Map.entry("chainage_to_m", Text.same("chainage to, m")),
            Map.entry("length_km", Text.of("长度（千米）", "length, km")),
            Map.entry("grade", Text.of("等级", "grade")),
            Map.entry("attenuation_db", Text.same("attenuation, dB")),
            Map.entry("certificate_no", Text.same("certificate")),
            Map.entry("device_ids", Text.same("devices")),
            Map.entry("compared_on", Text.same("last compared on")),
            Map.entry("comparison", Text.same("last comparison")),
            Map.entry("uncertainty_db", Text.of("扩展不确定度（dB）", "expanded uncertainty, dB")),
            Map.entry("coverage_factor", Text.of("包含因子", "coverage factor")),
            Map.entry("lon", Text.same("longitude")),
            Map.entry("lat", Text.same("latitude")),
            Map.entry("feature", Text.of("几何与区段", "geometry and sections")));

    private final Programme programme;
    private final DivisionNames divisions;

    LedgerWords(Programme programme, DivisionNames divisions) {
        this.programme = programme;
        this.divisions = divisions;
    }

    /** The heading of a column. */
    public Text column(Subject subject, String column) {
        Text known = ENGLISH.getOrDefault(column, Text.same(column.replace('_', ' ')));
        return Text.of(chinese(subject, column, known), known.en());
    }

    private static String chinese(Subject subject, String column, Text known) {
        if (subject == Subject.LINE) {
            return switch (column) {
                case "line_id" -> "线路编号";
                case "name" -> "线路名称";
                case "kind" -> "线路类型";
                case "operators" -> "运营商";
                case "reported_done" -> "上报完成日期";
                case "crs" -> "坐标系";
                default -> known.zh();
            };
        }
        LedgerRows.Columns columns = switch (subject) {
            case PLACE -> LedgerRows.Columns.PLACES;
            case KEY_POINT, LINE -> LedgerRows.Columns.KEY_POINTS;
            case INSTRUMENT -> LedgerRows.Columns.INSTRUMENTS;
        };
        return LedgerRows.heading(columns, column);
    }

    /** When something was, on the programme's clock. */
    public String moment(Instant at) {
        return MINUTES.format(at.atZone(programme.zone()));
    }

    public Text scenario(String code) {
        return programme.findScenario(code).map(Scenario::name).orElse(Text.same(code));
    }

    public Text pointKind(String code) {
        return programme.findPointKind(code).map(PointKind::name).orElse(Text.same(code));
    }

    public Text operator(String code) {
        return programme.findOperator(code).map(Operator::name).orElse(Text.same(code));
    }

    public Text target(String id) {
        return programme.targets().stream()
                .filter(target -> target.id().equals(id))
                .map(ProgrammeTarget::name)
                .findFirst()
                .orElse(Text.same(id));
    }

    /** Name of a division of today; empty where the table of divisions has none. */
    public String division(String code) {
        return divisions.find(code).orElse("");
    }

    /** The region a division code or prefix lies in, by name. */
    public Text region(String code) {
        return programme.regions().stream()
                .filter(region -> region.prefix().isEmpty() ? code.isEmpty() : code.startsWith(region.prefix()))
                .map(Programme.Region::name)
                .findFirst()
                .orElse(code.isEmpty() ? Text.of("全部地区", "everywhere") : Text.same(code));
    }

    public List<Scenario> scenarios() {
        return programme.scenarios();
    }

    public List<PointKind> pointKinds() {
        return programme.pointKinds();
    }

    public List<Operator> operators() {
        return programme.operators();
    }

    public List<ProgrammeTarget> targets() {
        return programme.targets();
    }

    /** A cell as people read it: codes by their names. */
    public Text cell(Subject subject, String column, String cell) {
        if (cell.isEmpty()) {
            return Text.same("—");
        }
        return switch (column) {
            case "scenario" -> scenario(cell);
            case "kind" ->
                switch (subject) {
                    case LINE ->
                        Coded.find(LineKind.class, cell).map(Coded::text).orElse(Text.same(cell));
                    case INSTRUMENT -> Text.same(cell);
                    case PLACE, KEY_POINT -> pointKind(cell);
                };
            case "antenna" -> Antenna.valueOf(cell).text();
            case "comparison" -> Agreement.valueOf(cell).text();
            case "category" -> category(cell);
            case "operators" ->
                Text.of(
                        joined(cell, "、", code -> operator(code).zh()),
                        joined(cell, ", ", code -> operator(code).en()));
            case "indoor" -> Boolean.parseBoolean(cell) ? Text.of("室内", "indoor") : Text.of("室外", "outdoor");
            case "feature" -> Text.of("有变化", "changed");
            default -> Text.same(cell);
        };
    }

    private Text category(String code) {
        return programme.scenarios().stream()
                .flatMap(scenario -> scenario.categories().stream())
                .filter(category -> category.code().equals(code))
                .map(Scenario.Category::name)
                .findFirst()
                .orElse(Text.same(code));
    }

    private static String joined(String cell, String separator, Function<String, String> name) {
        return Arrays.stream(cell.split(";")).map(name).collect(Collectors.joining(separator));
    }

    /** Whether a column holds words of the programme, which have an English form, and no names of the ledger. */
    public boolean translated(Subject subject, String column) {
        return subject == Subject.INSTRUMENT
                ? List.of("antenna", "comparison").contains(column)
                : List.of("scenario", "kind", "category", "operators", "indoor", "feature")
                        .contains(column);
    }

    public List<Antenna> antennas() {
        return List.of(Antenna.values());
    }

    public List<Agreement> agreements() {
        return List.of(Agreement.values());
    }
}
