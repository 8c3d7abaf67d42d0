package org.signalup.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Documents rot where nobody runs them; these links and commands are checked at every build. */
class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:\\s]+)(#[^)]*)?\\)");

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Path document : House.documents()) {
            LINK.matcher(House.text(document))
                    .results()
                    .map(link -> link.group(1))
                    .filter(target -> !Files.exists(document.resolveSibling(target)))
                    .forEach(target -> broken.add(House.name(document) + " → " + target));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void theWalkThroughTheArchitectureLinksItsClasses() {
        String walk = House.text(House.root().resolve("ARCHITECTURE.md"));
        assertThat(LINK.matcher(walk).results().filter(DocumentsTest::isClass).count())
                .isGreaterThan(10);
    }

    private static boolean isClass(MatchResult link) {
        return link.group(1).endsWith(".java");
    }

    /** Chinese first, English beside it, the same commands in both. */
    @Test
    void bothReadmesShowTheSameCommands() {
        Path root = House.root();
        assertThat(commands(root.resolve("README.en.md"))).isEqualTo(commands(root.resolve("README.md")));
    }

    private static List<String> commands(Path document) {
        return House.text(document)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("./signalup ") || line.startsWith("mvn "))
                .map(line -> line.replaceAll("\\s+#.*", ""))
                .map(line -> line.toLowerCase(Locale.ROOT))
                .toList();
    }
}
