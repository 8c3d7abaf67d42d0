package org.signalup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.signalup.cli.house.House;
import org.signalup.cli.internal.Verbs;
import org.signalup.cli.internal.terminal.Terminal;
import picocli.CommandLine;

/** Writes {@code docs/reference/cli.md} from the help pages, then fails if that changed it: commit the difference. */
class CliReferenceDocTest {
    @Test
    void theReferenceIsWhatTheHelpPagesSay() throws IOException {
        Path file = House.root().resolve("docs/reference/cli.md");
        String before = Files.exists(file) ? Files.readString(file) : "";
        String now = reference();
        if (!now.equals(before)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, now);
        }
        assertThat(before)
                .as("docs/reference/cli.md was out of date and has been rewritten")
                .isEqualTo(now);
    }

    @Test
    void everyOptionOfEveryVerbIsDescribedInBothLanguages() {
        for (String language : List.of("zh", "en")) {
            for (CommandLine verb : verbs(root(language))) {
                assertThat(verb.getCommandSpec().options())
                        .allSatisfy(option -> assertThat(option.description())
                                .as(language + " " + verb.getCommandSpec().qualifiedName() + " " + option.longestName())
                                .isNotEmpty());
                assertThat(verb.getCommandSpec().positionalParameters())
                        .allSatisfy(parameter -> assertThat(parameter.description())
                                .as(language + " " + verb.getCommandSpec().qualifiedName())
                                .isNotEmpty());
                assertThat(verb.getCommandSpec().usageMessage().header()).isNotEmpty();
            }
        }
    }

    private static String reference() {
        StringBuilder page = new StringBuilder("""
                # 命令行 · Command line

                由帮助页生成，请勿手改。 · Generated from the help pages, not to be edited.
                """);
        List<CommandLine> chinese = verbs(root("zh"));
        List<CommandLine> english = verbs(root("en"));
        for (int i = 0; i < chinese.size(); i++) {
            page.append("\n## ")
                    .append(chinese.get(i).getCommandSpec().qualifiedName())
                    .append('\n');
            page.append("\n```\n").append(usage(chinese.get(i))).append("```\n");
            page.append("\n```\n").append(usage(english.get(i))).append("```\n");
        }
        return page.toString();
    }

    private static CommandLine root(String language) {
        Terminal nobody = Terminal.piped(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        return Verbs.commandLine(new String[] {"--lang", language}, Map.of(), nobody);
    }

    private static List<CommandLine> verbs(CommandLine verb) {
        List<CommandLine> all = new ArrayList<>(List.of(verb));
        verb.getSubcommands().values().forEach(child -> all.addAll(verbs(child)));
        return all;
    }

    private static String usage(CommandLine verb) {
        byte[] text = verb.getUsageMessage(CommandLine.Help.Ansi.OFF).getBytes(StandardCharsets.UTF_8);
        return new String(text, StandardCharsets.UTF_8)
                .lines()
                .map(String::stripTrailing)
                .reduce("", (a, b) -> a + b + "\n");
    }
}
