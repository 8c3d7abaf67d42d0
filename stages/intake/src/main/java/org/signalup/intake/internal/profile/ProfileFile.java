package org.signalup.intake.internal.profile;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
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
    private static final int SECONDS_PER_DAY = 86_400;
    /** What a word stands for that means nothing. */
    private static final String NO_VALUE = "-";

    private static final int MOST_VERSIONS = 1_000_000;
    private static final Text NO_SAMPLES = Text.of("文件不含采样", "holds no samples");
    /** Between headings whose cells together are one value. */
    private static final String AND = " \\+ ";

    private static final Profile.Detect NOTHING =
            new Profile.Detect(',', 1, false, List.of(), List.of(), Optional.empty());

    private final YamlMap root;
    private final Optional<Profile> base;

    private ProfileFile(YamlMap root, Optional<Profile> base) {
        this.root = root;
        this.base = base;
    }

    /**
     * @param known profiles that one may extend, by id
     * @throws RefusedException with every problem of the file
     */
    static Profile read(StrictYaml yaml, Map<String, Profile> known) {
        Optional<String> wanted = yaml.root().optionalText("extends");
        Optional<Profile> base = wanted.map(known::get);
        if (wanted.isPresent() && base.isEmpty()) {
            String ids = String.join(" ", known.keySet());
            refuse(yaml.root(), "extends", wanted.get(), "没有这个导入模板，可用：" + ids, "expected: " + ids);
        }
        Profile profile = new ProfileFile(yaml.root(), base).profile(wanted);
        yaml.refuseProblems();
        return profile;
    }

    private Profile profile(Optional<String> wanted) {
        boolean samples = root.flag("samples", true);
        Optional<Text> reason = optionalBilingual("reason");
        return new Profile(
                root.text("id"),
                root.optionalInteger("version", 1, MOST_VERSIONS).orElse(1),
                wanted,
                root.bilingual("name"),
                samples ? Optional.empty() : reason.or(() -> Optional.of(NO_SAMPLES)),
                optionalBilingual("note").or(() -> base.flatMap(Profile::note)),
                wanted.isPresent() && !root.has("detect")
                        ? base.map(Profile::detect).orElse(NOTHING)
                        : detect(root.map("detect")),
                root.optionalText("file_suffix")
                        .or(() -> base.map(Profile::fileSuffix))
                        .orElse(""),
                both(mappings(root), base.map(Profile::mappings)),
                withBase(constants(root)),
                Set.copyOf(both(root.texts("missing"), base.map(one -> List.copyOf(one.missing())))),
                time(),
                crs(root).or(() -> base.flatMap(Profile::crs)),
                both(filters(root), base.map(Profile::filters)),
                both(patterns(root, "remove"), base.map(Profile::removed)),
                both(kinds(), base.map(Profile::kinds)),
                fix().or(() -> base.flatMap(Profile::fix)));
    }

    private static <T> List<T> both(List<T> own, Optional<List<T>> inherited) {
        List<T> all = new ArrayList<>(own);
        inherited.ifPresent(all::addAll);
        return all;
    }

    private Map<SampleColumn, String> withBase(Map<SampleColumn, String> own) {
        Map<SampleColumn, String> all = new EnumMap<>(SampleColumn.class);
        base.ifPresent(one -> all.putAll(one.constants()));
        all.putAll(own);
        return all;
    }

    private Optional<Text> optionalBilingual(String key) {
        return root.has(key) ? Optional.of(root.bilingual(key)) : Optional.empty();
    }

    private Profile.Detect detect(YamlMap detect) {
        List<HeadingPattern> required = patterns(detect, "required");
        Optional<Pattern> firstLine = detect.optionalText("first_line").flatMap(text -> regex(detect, text));
        if (required.isEmpty() && !detect.has("first_line")) {
            refuse(detect, "required", "", "至少写一个表头", "expected: at least one heading");
        }
        return new Profile.Detect(
                delimiter(root),
                root.optionalInteger("header_rows", 1, MOST_HEADER_ROWS).orElse(CanonicalFormat.HEADER_ROWS),
                root.flag("group_row", false),
                required,
                patterns(detect, "absent"),
                firstLine);
    }

    private static Optional<Pattern> regex(YamlMap detect, String text) {
        try {
            return Optional.of(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            refuse(detect, "first_line", text, "不是正则表达式", "expected: a regular expression");
            return Optional.empty();
        }
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

    private static List<HeadingPattern> patterns(YamlMap map, String key) {
        return map.texts(key).stream().map(HeadingPattern::of).toList();
    }

    private static List<Profile.Mapping> mappings(YamlMap owner) {
        List<Profile.Mapping> mappings = new ArrayList<>();
        for (YamlMap map : owner.maps("columns")) {
            Optional<SampleColumn> column = column(map, "to", map.text("to"));
            List<Profile.Origin> from =
                    map.texts("from").stream().map(ProfileFile::origin).toList();
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

    private static Profile.Origin origin(String text) {
        return new Profile.Origin(
                Arrays.stream(text.split(AND)).map(HeadingPattern::of).toList());
    }

    private Optional<Profile.FixRule> fix() {
        return root.optionalMap("fix")
                .flatMap(map -> map.optionalInteger("within_s", 0, SECONDS_PER_DAY)
                        .map(seconds -> new Profile.FixRule(HeadingPattern.of(map.text("heading")), seconds)));
    }

    private List<Profile.RowKind> kinds() {
        return root.maps("rows").stream()
                .map(map -> new Profile.RowKind(mappings(map), constants(map), filters(map)))
                .toList();
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
        if (!meaning.equals(NO_VALUE) && !CellFactory.understands(column, meaning)) {
            refuse(map, key, meaning, "应为 " + column.code() + " 列能写的值", "expected: a value of " + column.code());
        }
    }

    private static Map<SampleColumn, String> constants(YamlMap root) {
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

    private Profile.TimeRule time() {
        Optional<YamlMap> time = root.optionalMap("time");
        if (time.isEmpty() && base.isPresent()) {
            return base.get().time();
        }
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
                        "expected: auto, epoch_ms, epoch_us, epoch_s, auto_or_epoch_ms or a pattern, and a zone");
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
        root.maps("keep").forEach(map -> filters.add(filter(map, true)));
        root.maps("drop").forEach(map -> filters.add(filter(map, false)));
        return filters;
    }

    private static Profile.Filter filter(YamlMap map, boolean keep) {
        return new Profile.Filter(HeadingPattern.of(map.text("heading")), Set.copyOf(map.texts("values")), keep);
    }

    private static void refuse(YamlMap map, String key, String value, String zh, String en) {
        map.refuse(key, value, RefusalCode.PROFILE_INVALID.name(), Text.of(zh, en));
    }
}
