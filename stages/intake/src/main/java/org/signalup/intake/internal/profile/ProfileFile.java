package org.signalup.intake.internal.profile;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Rat;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.SampleColumn;
import org.signalup.intake.internal.row.CellFactory;
import org.signalup.intake.internal.row.Scale;
import org.signalup.intake.internal.row.Times;
import org.signalup.standards.StrictYaml;
import org.signalup.standards.YamlMap;

/** Reads one mapping profile. */
final class ProfileFile {
    private static final Map<String, Character> DELIMITERS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "space", ' ', "pipe", '|');
    private static final int MOST_HEADER_ROWS = 20;

    private final StrictYaml yaml;

    private ProfileFile(StrictYaml yaml) {
        this.yaml = yaml;
    }

    /** @throws RefusedException with every problem of the file */
    static Profile read(Path file) {
        StrictYaml yaml = StrictYaml.read(file);
        Profile profile = new ProfileFile(yaml).profile();
        yaml.refuseProblems();
        return profile;
    }

    private Profile profile() {
        YamlMap root = yaml.root();
        YamlMap detect = root.map("detect");
        boolean samples = root.flag("samples", true);
        return new Profile(
                root.text("id"),
                root.bilingual("name"),
                samples,
                delimiter(root),
                root.optionalInteger("header_rows", 1, MOST_HEADER_ROWS).orElse(1),
                root.optionalText("file_suffix").orElse(""),
                required(detect),
                patterns(detect, "absent"),
                mappings(root),
                constants(root),
                Set.copyOf(root.texts("missing")),
                time(root),
                crs(root),
                filters(root),
                patterns(root, "remove"));
    }

    private static char delimiter(YamlMap root) {
        String word = root.optionalText("delimiter").orElse("comma");
        Character delimiter = DELIMITERS.get(word);
        if (delimiter == null) {
            refuse(
                    root,
                    "delimiter",
                    word,
                    "应为 comma、tab、semicolon、space 或 pipe",
                    "expected: comma, tab, semicolon, space or pipe");
            return ',';
        }
        return delimiter;
    }

    private static List<HeadingPattern> required(YamlMap detect) {
        List<HeadingPattern> required = patterns(detect, "required");
        if (required.isEmpty()) {
            refuse(detect, "required", "", "至少写一个表头", "expected: at least one heading");
        }
        return required;
    }

    private static List<HeadingPattern> patterns(YamlMap map, String key) {
        return map.texts(key).stream().map(HeadingPattern::of).toList();
    }

    private List<Profile.Mapping> mappings(YamlMap root) {
        List<Profile.Mapping> mappings = new ArrayList<>();
        for (YamlMap map : root.maps("columns")) {
            Optional<SampleColumn> column = column(map, "to", map.text("to"));
            List<HeadingPattern> from = patterns(map, "from");
            Optional<String> unit = map.optionalText("unit");
            Map<String, String> values = values(map, column);
            Set<String> missing = new LinkedHashSet<>(map.texts("missing"));
            Optional<String> joiner = map.optionalText("joiner");
            List<String> noOperator = map.texts("no_operator");
            Optional<Rat> rat = map.optionalWord("rat", Rat.class);
            column.ifPresent(known -> {
                checkUnit(map, known, unit);
                mappings.add(new Profile.Mapping(known, from, unit, values, missing, joiner, noOperator, rat));
            });
        }
        return mappings;
    }

    private static void checkUnit(YamlMap map, SampleColumn column, Optional<String> unit) {
        unit.filter(name -> Scale.of(column.unit(), name).isEmpty()).ifPresent(name -> {
            String units = String.join(" ", Scale.units(column.unit()));
            String zh = units.isEmpty() ? "该列没有单位" : "应为 " + units;
            String en = units.isEmpty() ? "the column has no unit" : "expected: " + units;
            refuse(map, "unit", name, zh, en);
        });
    }

    private static Map<String, String> values(YamlMap map, Optional<SampleColumn> column) {
        Map<String, String> values = new HashMap<>();
        map.optionalMap("values")
                .ifPresent(words -> words.keys().forEach(word -> {
                    String meaning = words.text(word);
                    column.ifPresent(known -> checkMeaning(words, word, known, meaning));
                    values.put(word.toUpperCase(Locale.ROOT), meaning);
                }));
        return values;
    }

    /** A word the column does not know would have every row rejected, far from the line that is wrong. */
    private static void checkMeaning(YamlMap map, String key, SampleColumn column, String meaning) {
        if (!meaning.isEmpty() && !CellFactory.understands(column, meaning)) {
            refuse(map, key, meaning, "应为 " + column.code() + " 列能写的值", "expected: a value of " + column.code());
        }
    }

    private Map<SampleColumn, String> constants(YamlMap root) {
        Map<SampleColumn, String> constants = new EnumMap<>(SampleColumn.class);
        root.optionalMap("constants")
                .ifPresent(map -> map.keys().forEach(key -> {
                    String value = map.text(key);
                    column(map, key, key).ifPresent(column -> {
                        if (!value.equals(Profile.FILE)) {
                            checkMeaning(map, key, column, value);
                        }
                        constants.put(column, value);
                    });
                }));
        return constants;
    }

    private static Optional<SampleColumn> column(YamlMap map, String key, String code) {
        Optional<SampleColumn> column = SampleColumn.find(code);
        if (column.isEmpty()) {
            refuse(map, key, code, "应为统一采样文件的列", "expected: a column of the canonical sample file");
        }
        return column;
    }

    private static Profile.TimeRule time(YamlMap root) {
        Optional<YamlMap> time = root.optionalMap("time");
        String format = time.flatMap(map -> map.optionalText("format")).orElse("auto");
        Optional<String> zone = time.flatMap(map -> map.optionalText("zone"));
        time.ifPresent(map -> {
            try {
                zone.filter(name -> !name.equals(Profile.TimeRule.PROGRAMME)).ifPresent(ZoneId::of);
                Times.of(format, Optional.empty());
            } catch (DateTimeException | IllegalArgumentException e) {
                refuse(
                        map,
                        "format",
                        format,
                        "时间格式或时区有误",
                        "expected: auto, epoch_ms, epoch_s or a pattern, and a zone");
            }
        });
        return new Profile.TimeRule(format, zone);
    }

    private static Optional<String> crs(YamlMap root) {
        Optional<String> crs = root.optionalText("crs");
        crs.filter(name -> CellFactory.parseCrs(name).isEmpty())
                .ifPresent(name -> refuse(
                        root,
                        "crs",
                        name,
                        "应为 WGS84、CGCS2000、GCJ02、BD09 或 EPSG:n",
                        "expected: WGS84, CGCS2000, GCJ02, BD09 or EPSG:n"));
        return crs;
    }

    private static List<Profile.Filter> filters(YamlMap root) {
        List<Profile.Filter> filters = new ArrayList<>();
        for (YamlMap map : root.maps("keep")) {
            filters.add(new Profile.Filter(HeadingPattern.of(map.text("heading")), Set.copyOf(map.texts("values"))));
        }
        return filters;
    }

    private static void refuse(YamlMap map, String key, String value, String zh, String en) {
        map.refuse(key, value, RefusalCode.PROFILE_INVALID.name(), Text.of(zh, en));
    }
}
