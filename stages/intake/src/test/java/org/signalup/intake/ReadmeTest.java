package org.signalup.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void everyCodeIsExplainedInTheReadmeInBothLanguages() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        List<String> missing = Stream.of(
                        Arrays.stream(RejectCode.values())
                                .map(code -> line(
                                        code.name(),
                                        code.text().zh(),
                                        code.text().en())),
                        Arrays.stream(RefusalCode.values())
                                .map(code -> line(
                                        code.name(),
                                        code.text().zh(),
                                        code.text().en())),
                        Arrays.stream(FindingCode.values())
                                .map(code -> line(
                                        code.name(),
                                        code.text().zh(),
                                        code.text().en())))
                .flatMap(lines -> lines)
                .filter(line -> !readme.contains(line))
                .collect(Collectors.toList());
        assertThat(missing).isEmpty();
    }

    private static String line(String code, String zh, String en) {
        return "| `" + code + "` | " + zh + " | " + en + " |\n";
    }
}
