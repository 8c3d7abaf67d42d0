package org.signalup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.signalup.cli.house.House;
import org.signalup.cli.internal.Verbs;
import org.signalup.cli.internal.terminal.Terminal;
import picocli.CommandLine;

/** Every {@code ./signalup …} line of a document names verbs and options that exist. */
class DocumentedCommandsTest {
    static Stream<String> commands() {
        return House.documents().stream()
                .flatMap(document -> House.text(document).lines())
                .map(String::strip)
                .map(line -> line.replaceFirst("^\\$ ", ""))
                .filter(line -> line.startsWith("./signalup "))
                .map(line -> line.replaceAll("\\s+#.*", ""))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void existsAsWritten(String command) {
        CommandLine verb = root();
        for (String word : command.split("\\s+")) {
            if (word.startsWith("-")) {
                assertThat(verb.getCommandSpec().findOption(word.replaceAll("=.*", "")))
                        .as(word)
                        .isNotNull();
            } else {
                verb = verb.getSubcommands().getOrDefault(word, verb);
            }
        }
        boolean needsVerb = !command.startsWith("./signalup -");
        assertThat(needsVerb && verb.getParent() == null).as("no such verb").isFalse();
    }

    private static CommandLine root() {
        Terminal nobody = Terminal.piped(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        return Verbs.commandLine(new String[0], Map.of(), nobody);
    }
}
