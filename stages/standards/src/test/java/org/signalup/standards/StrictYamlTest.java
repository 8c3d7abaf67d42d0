package org.signalup.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Language;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Source;

class StrictYamlTest {
    @TempDir
    Path dir;

    @Test
    void valuesComeOutTyped() {
        YamlMap root = StrictYaml.parse("x.yml", """
                text: 深度覆盖
                number: -105.5
                whole: 60
                yes: true
                date: 2025-01-01
                word: app
                list: [a, b]
                name: {zh: 名, en: name}
                absent: ~
                """).root();

        assertThat(root.text("text")).isEqualTo("深度覆盖");
        assertThat(root.number("number", -200, 0)).isEqualTo(-105.5);
        assertThat(root.integer("whole", 0, 100)).isEqualTo(60);
        assertThat(root.flag("yes", false)).isTrue();
        assertThat(root.date("date")).isEqualTo(LocalDate.of(2025, 1, 1));
        assertThat(root.word("word", Source.class)).isEqualTo(Source.APP);
        assertThat(root.texts("list")).containsExactly("a", "b");
        assertThat(root.bilingual("name").in(Language.EN)).isEqualTo("name");
        assertThat(root.optionalText("absent")).isEmpty();
    }

    @Test
    void everyProblemIsToldAtOnceWithLineKeyValueAndExpectation() {
        StrictYaml yaml = StrictYaml.parse("x.yml", """
                number: much
                date: 2025-13-01
                inner:
                  word: DRIVEN
                  shar: 0.9
                """);
        yaml.root().number("number", 0, 1);
        yaml.root().date("date");
        yaml.root().text("missing");
        YamlMap inner = yaml.root().map("inner");
        inner.word("word", Source.class);
        inner.optionalNumber("share", 0, 1);

        assertThat(yaml.problems())
                .extracting(p -> p.line(Language.EN))
                .containsExactly(
                        "x.yml:1: number: \"much\": wrong value (expected: a number from 0 to 1) [YAML_NUMBER]",
                        "x.yml:1: missing: missing (expected: a value) [YAML_MISSING]",
                        "x.yml:2: date: \"2025-13-01\": wrong value (expected: a date like 2025-01-01) [YAML_DATE]",
                        "x.yml:4: inner.word: \"DRIVEN\": wrong value (expected: one of DRIVE WALK CQT PROBE APP)"
                                + " [YAML_WORD]",
                        "x.yml:5: inner.shar: \"0.9\": unknown key (expected: share?) [YAML_UNKNOWN_KEY]");
    }

    @Test
    void aMissingGroupIsToldOnce() {
        StrictYaml yaml = StrictYaml.parse("x.yml", "a: 1");
        yaml.root().optionalNumber("a", 0, 1);
        yaml.root().map("group").map("inner").sourced("number", 0, 1);

        assertThat(yaml.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.column()).isEqualTo("group"));
    }

    @Test
    void aNumberNeedsItsSourceAndMark() {
        StrictYaml yaml = StrictYaml.parse("x.yml", """
                a: {value: 1, source: notice, mark: A}
                b: {value: 1, source: notise, mark: Z}
                c: {value: 1}
                """);
        yaml.declareSource("notice", org.signalup.domain.Text.same("notice"));
        List.of("a", "b", "c").forEach(key -> yaml.root().sourced(key, 0, 1));

        assertThat(yaml.problems())
                .extracting(p -> p.row() + " " + p.column() + " " + p.code())
                .containsExactly(
                        "2 b.mark YAML_MARK",
                        "2 b.source YAML_SOURCE",
                        "3 c.source YAML_MISSING",
                        "3 c.mark YAML_MISSING");
        assertThat(yaml.citations().get("a").mark()).isEqualTo("A");
    }

    @Test
    void aKeyGivenTwiceIsAProblem() {
        StrictYaml yaml = StrictYaml.parse("x.yml", "a: 1\nb: 2\na: 3\n");
        yaml.root().optionalText("a");
        yaml.root().optionalText("b");

        assertThat(yaml.problems()).singleElement().satisfies(p -> {
            assertThat(p.row()).isEqualTo(3);
            assertThat(p.code()).isEqualTo("YAML_DUPLICATE_KEY");
            assertThat(p.message().zh()).contains("第 1 行");
        });
    }

    @Test
    void anchorsAliasesAndTagsAreRefused() {
        assertThat(refusal("a: &x [1]\nb: *x\nc: !!java.net.URL [x]\n"))
                .extracting(p -> p.row() + " " + p.code())
                .containsExactly("1 YAML_ALIAS", "2 YAML_ALIAS", "3 YAML_TAG");
    }

    @Test
    void aBombOfAliasesIsRefusedBeforeItExpands() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1, i - 1));
        }

        assertThat(refusal(bomb.toString()))
                .allSatisfy(p -> assertThat(p.code()).isEqualTo("YAML_ALIAS"));
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(refusal("a: " + "[".repeat(500) + "]".repeat(500)))
                .singleElement()
                .satisfies(p -> assertThat(p.code()).isEqualTo("YAML_SYNTAX"));
    }

    @Test
    void severalDocumentsAreRefused() {
        assertThat(refusal("a: 1\n---\nb: 2\n"))
                .singleElement()
                .satisfies(p -> assertThat(p.code()).isEqualTo("YAML_SYNTAX"));
    }

    @Test
    void brokenSyntaxNamesTheLine() {
        assertThat(refusal("a: 1\nb: [1, 2\nc: 3\n")).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo("YAML_SYNTAX");
            assertThat(p.row()).isEqualTo(3);
        });
    }

    @Test
    void anEmptyFileAListAndAMissingFileAreRefused() throws IOException {
        assertThat(refusal(""))
                .singleElement()
                .satisfies(p -> assertThat(p.code()).isEqualTo("YAML_NO_KEYS"));
        assertThat(refusal("- a\n"))
                .singleElement()
                .satisfies(p -> assertThat(p.code()).isEqualTo("YAML_NO_KEYS"));
        assertThat(refusalOf(dir.resolve("none.yml")))
                .singleElement()
                .satisfies(p -> assertThat(p.code()).isEqualTo("FILE_MISSING"));
        assertThat(refusalOf(dir))
                .singleElement()
                .satisfies(p -> assertThat(p.code()).isEqualTo("FILE_UNREADABLE"));
    }

    @Test
    void garbageAndHugeFilesAreRefused() throws IOException {
        Path garbage = Files.write(dir.resolve("g.yml"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, (byte) 0xff});
        Path nul = Files.write(dir.resolve("n.yml"), "a: \0\n".getBytes(StandardCharsets.UTF_8));
        Path huge = Files.writeString(dir.resolve("h.yml"), "a: " + "x".repeat(2_000_000));

        assertThat(refusalOf(garbage))
                .singleElement()
                .satisfies(p -> assertThat(p.code()).isEqualTo("YAML_ENCODING"));
        assertThat(refusalOf(nul))
                .singleElement()
                .satisfies(p -> assertThat(p.code()).isEqualTo("YAML_SYNTAX"));
        assertThat(refusalOf(huge))
                .singleElement()
                .satisfies(p -> assertThat(p.code()).isEqualTo("YAML_TOO_LARGE"));
    }

    @Test
    void notANumberAndInfinityAreNoNumbers() {
        StrictYaml yaml = StrictYaml.parse("x.yml", "a: .nan\nb: .inf\nc: 1e400\nd: \"5\"\n");
        List.of("a", "b", "c", "d").forEach(key -> yaml.root().number(key, -1e9, 1e9));

        assertThat(yaml.problems())
                .hasSize(4)
                .allSatisfy(p -> assertThat(p.code()).isEqualTo("YAML_NUMBER"));
    }

    @Test
    void aByteOrderMarkIsNoContent() {
        assertThat(StrictYaml.parse("x.yml", "\uFEFFa: 1").root().text("a")).isEqualTo("1");
    }

    private static List<Problem> refusal(String text) {
        return catchThrowableOfType(RefusedException.class, () -> StrictYaml.parse("x.yml", text))
                .problems();
    }

    private static List<Problem> refusalOf(Path file) {
        return catchThrowableOfType(RefusedException.class, () -> StrictYaml.read(file))
                .problems();
    }
}
