package org.signalup.standards;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * One policy file, read without mercy: every key is asked for or refused, every value has a type, and every problem
 * (file, line, key, value, what was expected) is collected before anything is thrown.
 *
 * <p>Use: {@link #read}, take values from {@link #root()}, then {@link #refuseProblems()}. Until then a getter that found
 * a problem returns a stand-in of its type.
 *
 * <p>Plain YAML only: one document of keys, no anchors, aliases or tags, at most one mebibyte of UTF-8.
 */
public final class StrictYaml {
    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_DEPTH = 20;

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final List<YamlMap> maps = new ArrayList<>();
    private final Map<String, Citation> citations = new LinkedHashMap<>();
    private final Map<String, Text> sources = new LinkedHashMap<>();
    private final byte[] bytes;
    private final Node top;
    private final YamlMap root;

    private StrictYaml(String file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
        this.top = compose(decode(bytes))
                .orElseThrow(() -> problems.isEmpty() ? noKeys() : new RefusedException(problems));
        this.root = rootOf(top);
    }

    /**
     * Reads a file whose top is a list of keys.
     *
     * @throws RefusedException when it cannot be read or is no such file
     */
    public static StrictYaml read(Path path) {
        return new StrictYaml(path.toString(), bytesOf(path));
    }

    /** Reads from memory; {@code name} stands for the file in problems. */
    public static StrictYaml parse(String name, String text) {
        return new StrictYaml(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public YamlMap root() {
        return root;
    }

    public String file() {
        return file;
    }

    /** The line of a key path; of the nearest key above when it is absent. */
    public int lineOf(String path) {
        return KeyLines.of(top, path);
    }

    /** The bytes as read, for digests. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Sources of the numbers read so far, by key path. */
    public Map<String, Citation> citations() {
        return new LinkedHashMap<>(citations);
    }

    /** Names a source that {@code source:} may refer to. */
    public void declareSource(String id, Text title) {
        sources.put(id, title);
    }

    /** Problems so far, keys that nobody asked for included. Call it after everything was asked for. */
    public List<Problem> problems() {
        List<Problem> all = new ArrayList<>(problems);
        maps.forEach(map -> map.reportUnknown(all));
        all.sort((a, b) -> Long.compare(a.row(), b.row()));
        return all;
    }

    /**
     * Ends the reading.
     *
     * @throws RefusedException with every problem, if there is one
     */
    public void refuseProblems() {
        List<Problem> all = problems();
        if (!all.isEmpty()) {
            throw new RefusedException(all);
        }
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    void track(YamlMap map) {
        maps.add(map);
    }

    void cite(String path, Citation citation) {
        citations.put(path, citation);
    }

    Optional<Text> source(String id) {
        return Optional.ofNullable(sources.get(id));
    }

    /** Declared sources, inherited ones included. */
    public Map<String, Text> sources() {
        return new LinkedHashMap<>(sources);
    }

    private static byte[] bytesOf(Path path) {
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw refusal(
                        path.toString(),
                        "YAML_TOO_LARGE",
                        Text.of("文件超过 1 MiB，不是政策文件", "larger than 1 MiB (expected: a policy file)"));
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw refusal(path.toString(), "FILE_MISSING", Text.of("文件不存在", "no such file"));
        } catch (IOException e) {
            throw refusal(path.toString(), "FILE_UNREADABLE", Text.of("文件无法读取", "cannot be read"));
        }
    }

    private String decode(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw refusal(file, "YAML_ENCODING", Text.of("不是 UTF-8 文本（应为 UTF-8）", "not UTF-8 text (expected: UTF-8)"));
        }
    }

    private Optional<Node> compose(String text) {
        Yaml yaml = new Yaml(options());
        try {
            for (Event event : yaml.parse(new StringReader(text))) {
                refuseFancy(event);
            }
            return problems.isEmpty() ? Optional.ofNullable(yaml.compose(new StringReader(text))) : Optional.empty();
        } catch (MarkedYAMLException e) {
            long row = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1L;
            String said = String.valueOf(e.getProblem()).replaceAll("\\s+", " ");
            throw new RefusedException(syntax(row, said));
        } catch (YAMLException e) {
            throw new RefusedException(syntax(0, "special characters are not allowed"));
        }
    }

    private Problem syntax(long row, String said) {
        return new Problem(
                file,
                row,
                "",
                "",
                "YAML_SYNTAX",
                Text.of(
                        "YAML 写法有误（应为单个键值文档）：" + said,
                        "not well-formed YAML (expected: one document of keys): " + said));
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(MAX_BYTES);
        options.setMaxAliasesForCollections(0);
        return options;
    }

    /** Anchors and aliases hide where a number stands and can blow up; tags would choose types. */
    private void refuseFancy(Event event) {
        boolean anchor = event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null);
        boolean tag = (event instanceof ScalarEvent scalar && scalar.getTag() != null)
                || (event instanceof CollectionStartEvent start && start.getTag() != null);
        if (anchor || tag) {
            add(new Problem(
                    file,
                    event.getStartMark().getLine() + 1L,
                    "",
                    "",
                    anchor ? "YAML_ALIAS" : "YAML_TAG",
                    Text.of("不允许锚点、别名和类型标签（应直接写出值）", "anchor, alias or tag (expected: the value itself)")));
        }
    }

    private YamlMap rootOf(Node node) {
        if (node instanceof MappingNode mapping) {
            return new YamlMap(this, "", mapping);
        }
        throw noKeys();
    }

    private RefusedException noKeys() {
        return refusal(file, "YAML_NO_KEYS", Text.of("文件顶层应为键值", "no keys at the top (expected: key: value)"));
    }

    private static RefusedException refusal(String file, String code, Text message) {
        return new RefusedException(Problem.ofFile(file, code, message));
    }
}
