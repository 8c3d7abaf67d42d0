package org.signalup.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorsTest {
    @TempDir
    Path folder;

    @Test
    void workersAreSentTheJarsOfTheFolderAndNothingElse() throws IOException {
        Path second = Files.createFile(folder.resolve("sdk.jar"));
        Path first = Files.createFile(folder.resolve("hadoop-aws.jar"));
        Files.createFile(folder.resolve("README"));
        assertThat(Connectors.jars(folder.toString())).containsExactly(first.toString(), second.toString());
        assertThat(Connectors.jars(folder.resolve("none").toString())).isEmpty();
        assertThat(Connectors.jars(null)).isEmpty();
    }
}
