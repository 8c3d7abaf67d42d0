package org.signalup.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.signalup.domain.RefusedException;
import org.signalup.engine.RemoteFiles;

class HdfsLakeTest extends RemoteLakeSuite {
    private HdfsStore store;

    @Override
    RemoteStore start(Path place) throws Exception {
        store = new HdfsStore(place);
        return store;
    }

    @Test
    void withoutAHostItIsTheFileSystemThatTheSettingsName() {
        String folder = store.folder();
        String host = folder.replaceAll("(hdfs://[^/]*)/.*", "$1");
        System.setProperty("spark.hadoop.fs.defaultFS", host);
        try {
            assertThat(RemoteFiles.path(folder.replace(host, "hdfs://"))).hasToString(folder);
        } finally {
            System.clearProperty("spark.hadoop.fs.defaultFS");
        }
    }

    @Test
    void whoLacksAConnectorIsToldWhereToPutIt() {
        assertThatThrownBy(() -> RemoteFiles.path("abfs://box@account.example/lake"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("URL_UNUSABLE")
                .hasMessageContaining("SIGNALUP_JARS");
    }
}
