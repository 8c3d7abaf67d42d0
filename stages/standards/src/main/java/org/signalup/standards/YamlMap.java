package org.signalup.standards;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.signalup.domain.Coded;
import org.signalup.domain.Problem;
import org.signalup.domain.Text;
import org.signalup.standards.internal.Nearest;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Typed values of one group of keys in a {@link StrictYaml}. A getter that finds a wrong or missing value records the
 * problem and returns a stand-in; a key that no getter asked for is a problem as well. A value {@code ~} is absent.
 */
public final class YamlMap {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,15}(\\.[0-9]{1,15})?");
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,9}");
    private static final Expect DATE = Expect.of("YAML_DATE", "日期，如 2025-01-01", "a date like 2025-01-01");
    private static final int MAX_SHOWN = 80;
    private static final List<String> MARKS = List.of("A", "B", "C", "M", "O");

    private final StrictYaml yaml;
    private final String path;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    /** A stand-in for a missing group: its keys are missing too, but that was said once already. */
    private final boolean standIn;

    YamlMap(StrictYaml yaml, String path, MappingNode node) {
        this.standIn = false;
        this.yaml = yaml;
        this.path = path;
        this.line = rowOf(node);
        yaml.track(this);
        for (NodeTuple tuple : node.getValue()) {
            put(tuple);
        }
    }

    private YamlMap(StrictYaml yaml, String path, int line) {
        this.standIn = true;
        this.yaml = yaml;
        this.path = path;
        this.line = line;
    }

    private void put(NodeTuple tuple) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            Expect expect = Expect.of("YAML_KEY", "文字作键", "a key of text");
            yaml.add(new Problem(yaml.file(), rowOf(tuple.getKeyNode()), path, "", expect.code(), expect.found()));
            return;
        }
        if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
            Text message = Text.of(
                    "键重复，首次出现在第 " + lines.get(key.getValue()) + " 行（应只写一次）",
                    "key given twice, first in line " + lines.get(key.getValue()) + " (expected: once)");
            yaml.add(new Problem(yaml.file(), rowOf(key), join(key.getValue()), "", "YAML_DUPLICATE_KEY", message));
        }
        lines.putIfAbsent(key.getValue(), rowOf(key));
    }

    /** Where this group stands, for example {@code point_rules[0].limits}; empty at the top. */
    public String path() {
        return path;
    }

    /** The line of a key, or of the group when the key is absent. */
    public int line(String key) {
        return lines.getOrDefault(key, line);
    }

    /** The line where this group starts. */
    public int line() {
        return line;
    }

    /** The keys in the order of the file, whether asked for or not. */
    public Set<String> keys() {
        return new LinkedHashSet<>(values.keySet());
    }

    /** Whether the key has a value; asking makes it a known key. */
    public boolean has(String key) {
        return node(key).isPresent();
    }

    /** A text that must be there and not be blank. */
    public String text(String key) {
        return required(key, optionalText(key), "");
    }

    public Optional<String> optionalText(String key) {
        return scalar(key).map(ScalarNode::getValue).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A text in both languages: {@code {zh: …, en: …}}. */
    public Text bilingual(String key) {
        Optional<YamlMap> both = optionalMap(key);
        if (both.isEmpty()) {
            return required(key, Optional.empty(), Text.same(""));
        }
        return Text.of(both.get().text("zh"), both.get().text("en"));
    }

    /** A number between two bounds, both allowed. */
    public double number(String key, double min, double max) {
        return required(key, optionalNumber(key, min, max), min);
    }

    public Optional<Double> optionalNumber(String key, double min, double max) {
        Expect expect = Expect.of(
                "YAML_NUMBER",
                "数值，" + plain(min) + " 至 " + plain(max),
                "a number from " + plain(min) + " to " + plain(max));
        return scalar(key).flatMap(node -> numberOf(node, key, expect, min, max));
    }

    /** A whole number between two bounds, both allowed. */
    public int integer(String key, int min, int max) {
        return required(key, optionalInteger(key, min, max), min);
    }

    public Optional<Integer> optionalInteger(String key, int min, int max) {
        Expect expect =
                Expect.of("YAML_INTEGER", "整数，" + min + " 至 " + max, "a whole number from " + min + " to " + max);
        return scalar(key).flatMap(node -> {
            boolean fits = INTEGER.matcher(node.getValue()).matches()
                    && Integer.parseInt(node.getValue()) >= min
                    && Integer.parseInt(node.getValue()) <= max;
            return fits ? Optional.of(Integer.valueOf(node.getValue())) : wrong(node, key, expect);
        });
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String key, boolean absent) {
        return scalar(key)
                .flatMap(node -> switch (node.getValue()) {
                    case "true" -> Optional.of(true);
                    case "false" -> Optional.of(false);
                    default -> wrong(node, key, Expect.of("YAML_FLAG", "true 或 false", "true or false"));
                })
                .orElse(absent);
    }

    public LocalDate date(String key) {
        return required(key, optionalDate(key), LocalDate.EPOCH);
    }

    public Optional<LocalDate> optionalDate(String key) {
        return scalar(key).flatMap(node -> parsed(node, key, LocalDate::parse, DATE));
    }

    /** A list of dates; absent = empty. */
    public List<LocalDate> dates(String key) {
        return parsedAll(key, LocalDate::parse, DATE);
    }

    /** A list of times of day; absent = empty. */
    public List<LocalTime> times(String key) {
        return parsedAll(key, LocalTime::parse, Expect.of("YAML_TIME", "时刻，如 09:30", "a time like 09:30"));
    }

    /** One of the words of an enum, its code if it has one, else its name; case does not matter. */
    public <E extends Enum<E>> E word(String key, Class<E> type) {
        return required(key, optionalWord(key, type), type.getEnumConstants()[0]);
    }

    public <E extends Enum<E>> Optional<E> optionalWord(String key, Class<E> type) {
        return scalar(key).flatMap(node -> wordOf(node, key, type));
    }

    /** A list of texts; absent = empty. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        scalars(key).forEach(node -> texts.add(node.getValue().strip()));
        return texts;
    }

    /** A list of numbers between two bounds; absent = empty. */
    public List<Double> numbers(String key, double min, double max) {
        Expect expect = Expect.of(
                "YAML_NUMBER",
                "数值，" + plain(min) + " 至 " + plain(max),
                "a number from " + plain(min) + " to " + plain(max));
        List<Double> numbers = new ArrayList<>();
        scalars(key).forEach(node -> numberOf(node, key, expect, min, max).ifPresent(numbers::add));
        return numbers;
    }

    /** A set of words of an enum; absent = empty. */
    public <E extends Enum<E>> Set<E> words(String key, Class<E> type) {
        Set<E> words = new LinkedHashSet<>();
        scalars(key).forEach(node -> wordOf(node, key, type).ifPresent(words::add));
        return words;
    }

    /** A group that must be there; when it is not, an empty one stands in whose own keys raise no problem. */
    public YamlMap map(String key) {
        return required(key, optionalMap(key), new YamlMap(yaml, join(key), line(key)));
    }

    public Optional<YamlMap> optionalMap(String key) {
        return node(key).flatMap(node -> {
            if (node instanceof MappingNode mapping) {
                return Optional.of(new YamlMap(yaml, join(key), mapping));
            }
            return wrong(node, key, Expect.of("YAML_MAP", "一组键值", "a group of keys"));
        });
    }

    /** A list of groups; absent = empty. */
    public List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        List<Node> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            String at = key + "[" + i + "]";
            if (items.get(i) instanceof MappingNode mapping) {
                maps.add(new YamlMap(yaml, join(at), mapping));
            } else {
                wrong(items.get(i), at, Expect.of("YAML_MAP", "一组键值", "a group of keys"));
            }
        }
        return maps;
    }

    /** A number with its source: {@code {value: …, source: …, mark: …}}. */
    public double sourced(String key, double min, double max) {
        return map(key).cited().number("value", min, max);
    }

    /** A whole number with its source. */
    public int sourcedInteger(String key, int min, int max) {
        return map(key).cited().integer("value", min, max);
    }

    /** Reads {@code source} and {@code mark} of this group and files them under its path. */
    public Citation citation() {
        String source = text("source");
        String mark = text("mark");
        if (!standIn && has("mark") && !MARKS.contains(mark)) {
            wrongValue("mark", mark, Expect.oneOf("YAML_MARK", MARKS));
        }
        Optional<Text> title = yaml.source(source);
        if (!standIn && title.isEmpty() && !source.isEmpty()) {
            wrongValue(
                    "source", source, Expect.oneOf("YAML_SOURCE", yaml.sources().keySet()));
        }
        Citation citation = new Citation(source, mark, title.orElse(Text.same(source)));
        yaml.cite(path, citation);
        return citation;
    }

    /** As {@link #citation()}, for reading on. */
    public YamlMap cited() {
        citation();
        return this;
    }

    /** Records a problem with the value of a key that only its reader can see. */
    public void refuse(String key, String value, String code, Text message) {
        yaml.add(new Problem(yaml.file(), line(key), join(key), value, code, message));
    }

    void reportUnknown(List<Problem> into) {
        Set<String> free = new LinkedHashSet<>(asked);
        free.removeAll(values.keySet());
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                into.add(unknown(key, Nearest.of(key, free)));
            }
        }
    }

    private Problem unknown(String key, Optional<String> nearest) {
        String known = String.join(" ", asked);
        Text message = nearest.map(near -> Text.of("未知的键（是否应为 " + near + "？）", "unknown key (expected: " + near + "?)"))
                .orElse(Text.of("未知的键（可用：" + known + "）", "unknown key (expected: " + known + ")"));
        return new Problem(yaml.file(), line(key), join(key), shown(values.get(key)), "YAML_UNKNOWN_KEY", message);
    }

    private Optional<Node> node(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key))
                .filter(node -> !node.getTag().equals(Tag.NULL));
    }

    private Optional<ScalarNode> scalar(String key) {
        return node(key).flatMap(node -> {
            if (node instanceof ScalarNode scalar) {
                return Optional.of(scalar);
            }
            return wrong(node, key, Expect.of("YAML_VALUE", "单个值", "a single value"));
        });
    }

    private List<Node> items(String key) {
        return node(key)
                .flatMap(node -> {
                    if (node instanceof SequenceNode sequence) {
                        return Optional.of(sequence.getValue());
                    }
                    return wrong(node, key, Expect.of("YAML_LIST", "列表", "a list"));
                })
                .orElse(List.of());
    }

    private List<ScalarNode> scalars(String key) {
        List<ScalarNode> scalars = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof ScalarNode scalar && !item.getTag().equals(Tag.NULL)) {
                scalars.add(scalar);
            } else {
                wrong(item, key, Expect.of("YAML_VALUE", "单个值的列表", "a list of single values"));
            }
        }
        return scalars;
    }

    private <T> List<T> parsedAll(String key, Function<String, T> parser, Expect expect) {
        List<T> all = new ArrayList<>();
        scalars(key).forEach(node -> parsed(node, key, parser, expect).ifPresent(all::add));
        return all;
    }

    private <T> Optional<T> parsed(ScalarNode node, String key, Function<String, T> parser, Expect expect) {
        try {
            return Optional.of(parser.apply(node.getValue()));
        } catch (DateTimeParseException e) {
            return wrong(node, key, expect);
        }
    }

    private Optional<Double> numberOf(ScalarNode node, String key, Expect expect, double min, double max) {
        if (node.getScalarStyle() == ScalarStyle.PLAIN
                && NUMBER.matcher(node.getValue()).matches()) {
            double value = Double.parseDouble(node.getValue());
            if (value >= min && value <= max) {
                return Optional.of(value);
            }
        }
        return wrong(node, key, expect);
    }

    private <E extends Enum<E>> Optional<E> wordOf(ScalarNode node, String key, Class<E> type) {
        List<String> known = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String word = constant instanceof Coded coded ? coded.code() : constant.name();
            known.add(word);
            if (word.equalsIgnoreCase(node.getValue())) {
                return Optional.of(constant);
            }
        }
        return wrong(node, key, Expect.oneOf("YAML_WORD", known));
    }

    private <T> T required(String key, Optional<T> value, T standInValue) {
        boolean absent =
                value.isEmpty() && (!values.containsKey(key) || node(key).isEmpty() || blank(values.get(key)));
        if (absent && !standIn) {
            Text message = Text.of("缺少必填的键", "missing (expected: a value)");
            yaml.add(new Problem(yaml.file(), line(key), join(key), "", "YAML_MISSING", message));
        }
        return value.orElse(standInValue);
    }

    private static boolean blank(Node node) {
        return node instanceof ScalarNode scalar && scalar.getValue().isBlank();
    }

    private <T> Optional<T> wrong(Node node, String key, Expect expect) {
        yaml.add(new Problem(yaml.file(), rowOf(node), join(key), shown(node), expect.code(), expect.found()));
        return Optional.empty();
    }

    private void wrongValue(String key, String value, Expect expect) {
        refuse(key, value, expect.code(), expect.found());
    }

    private static String shown(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            return "";
        }
        String value = scalar.getValue().strip();
        return value.length() <= MAX_SHOWN ? value : value.substring(0, MAX_SHOWN) + "…";
    }

    private String join(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static int rowOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
