package org.signalup.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Evidence;
import org.signalup.domain.Language;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Verdict;

class SpecRunnerTest {
    @TempDir
    Path dir;

    @Test
    void shippedExamplesLoadAndEachHasItsOwnName() {
        List<SpecCase> cases = shipped(2025);

        assertThat(cases).hasSizeGreaterThan(66);
        assertThat(cases.stream().map(c -> c.name().en()).collect(Collectors.toSet()))
                .hasSameSizeAs(cases);
        assertThat(cases).allSatisfy(c -> assertThat(c.expected()).isNotEmpty());
        Set<Class<?>> kinds = new HashSet<>();
        cases.forEach(c -> kinds.add(c.input().getClass()));
        assertThat(kinds).hasSize(SpecInput.class.getPermittedSubclasses().length);
        assertThat(shipped(2024)).isNotEmpty();
    }

    @Test
    void aGroupStandsOnceForEveryDateAndTime() throws IOException {
        SpecInput.Point point = (SpecInput.Point) load("""
                standard: x
                cases:
                  - name: {zh: "例", en: "case"}
                    point:
                      scenario: GOV
                      kind: HALL
                      samples:
                        - {dates: [2025-03-01, 2025-03-02], times: ["09:00", "09:30"], samples: 20, covered: 19}
                    expect: {ANY: {verdict: PASS}}
                """).get(0).input();

        assertThat(point.samples()).hasSize(2 * 2 * 2);
        assertThat(point.samples().stream()
                        .mapToInt(SpecInput.SampleGroup::repeat)
                        .sum())
                .isEqualTo(80);
    }

    @Test
    void numbersAreComparedToTheDecimalsWrittenAndReasonsInAnyOrder() throws IOException {
        SpecCase stars = starsCase("score: 83.1235, stars: 4, reasons: \"B:MAX4;A:MAX4\"");

        assertThat(SpecRunner.run(stars, Shipped.standard(2025), starsJudge(83.12345))
                        .differences())
                .isEmpty();
        assertThat(SpecRunner.run(stars, Shipped.standard(2025), starsJudge(83.1236))
                        .differences())
                .singleElement()
                .satisfies(text -> assertThat(text.in(Language.EN))
                        .contains("case.spec.yml:6: score: expected 83.1235, got 83.1236"));
    }

    @Test
    void anEmptyCellIsExpectedByATilde() throws IOException {
        SpecCase stars = starsCase("score: ~");

        SpecOutcome outcome = SpecRunner.run(stars, Shipped.standard(2025), starsJudge(1));

        assertThat(outcome.passed()).isFalse();
        assertThat(outcome.differences().get(0).zh()).contains("应为 —，得到 1");
    }

    @Test
    void aRowThatDoesNotComeOutIsADifference() throws IOException {
        SpecCase specCase = load("""
                standard: x
                cases:
                  - name: {zh: "例", en: "case"}
                    rate: {object: PLACE, tests: [{dates: [2025-03-01], devices: [d1], dl_mbps: 5}]}
                    expect: {ANY/DL/WALK_TEST: {tests: 1}}
                """).get(0);

        SpecOutcome outcome = SpecRunner.run(specCase, Shipped.standard(2025), answering("rate", Map.of()));

        assertThat(outcome.differences())
                .singleElement()
                .satisfies(
                        text -> assertThat(text.en()).contains("ANY/DL/WALK_TEST.tests: expected 1, got no such row"));
    }

    @Test
    void misspeltCellsAndMissingInputsAreToldAllAtOnce() {
        assertThatThrownBy(() -> load("""
                standard: x
                cases:
                  - name: {zh: "例", en: "case"}
                    stars: {key: GOV, verdict: PASS, coverag: [1.0]}
                    expect: {scor: 90}
                  - name: {zh: "例", en: "case"}
                    expect: {}
                """))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.problems())
                                .extracting(p -> p.row() + " " + p.column() + " " + p.code())
                                .containsExactly(
                                        "4 cases[0].stars.coverag YAML_UNKNOWN_KEY",
                                        "5 cases[0].expect.scor YAML_UNKNOWN_KEY",
                                        "6 cases[1].name SPEC_KIND"));
    }

    private SpecCase starsCase(String expect) throws IOException {
        return load("""
                standard: x
                cases:
                  - name: {zh: "例", en: "case"}
                    stars: {key: GOV, verdict: PASS, evidence: A, coverage: [1.0]}
                    expect:
                      {%s}
                """.formatted(expect)).get(0);
    }

    private static SpecJudge starsJudge(double score) {
        return answering(
                "stars", new SpecAnswer.Stars(OptionalDouble.of(score), OptionalInt.of(4), Set.of("A:MAX4", "B:MAX4")));
    }

    /** A judge that knows one answer. */
    private static SpecJudge answering(String method, Object answer) {
        return (SpecJudge) Proxy.newProxyInstance(
                SpecJudge.class.getClassLoader(), new Class<?>[] {SpecJudge.class}, (proxy, called, arguments) -> {
                    assertThat(called.getName()).isEqualTo(method);
                    return answer;
                });
    }

    private List<SpecCase> load(String text) throws IOException {
        return SpecRunner.load(Files.writeString(dir.resolve("case.spec.yml"), text));
    }

    private static List<SpecCase> shipped(int year) {
        Path standard = Standards.locate("signal-upgrade-" + year, List.of(Shipped.PROGRAMME_DIR));
        Optional<Path> spec = Standards.specOf(standard);
        assertThat(spec).isPresent();
        return SpecRunner.load(spec.orElseThrow());
    }

    @Test
    void verdictsAndEvidenceAreComparedByCode() throws IOException {
        SpecCase place = load("""
                standard: x
                cases:
                  - name: {zh: "例", en: "case"}
                    place: {scenario: GOV, points: [{id: p1, kind: HALL, verdict: PASS, evidence: B}]}
                    expect: {verdict: PASS, evidence: B, points: 1}
                """).get(0);
        SpecAnswer.Place right = new SpecAnswer.Place(Verdict.PASS, Optional.of(Evidence.B), 1, 1, 0, 0, 0);

        assertThat(SpecRunner.run(place, Shipped.standard(2025), answering("place", right))
                        .passed())
                .isTrue();
    }
}
