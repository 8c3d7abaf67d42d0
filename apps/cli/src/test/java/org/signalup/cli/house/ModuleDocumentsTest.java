package org.signalup.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ModuleDocumentsTest {
    private static final List<String> HEADINGS = List.of("Reads", "Writes", "Promise", "Start here", "Does not do");

    @Test
    void everyModuleHasOneScreenThatSaysWhatItIs() {
        assertThat(House.modules()).allSatisfy(module -> {
            Path readme = module.resolve("README.md");
            assertThat(readme).exists();
            assertThat(House.text(readme)).as(House.name(readme)).contains(HEADINGS);
        });
    }

    @Test
    void everyPackageSaysWhatItIs() {
        Set<Path> packages = new TreeSet<>();
        House.mainSources().forEach(file -> packages.add(file.getParent()));
        assertThat(packages)
                .allSatisfy(folder -> assertThat(Files.exists(folder.resolve("package-info.java")))
                        .as(House.name(folder) + "/package-info.java")
                        .isTrue());
    }
}
