package org.signalup.spark;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.signalup.domain.RefusedException;
import org.signalup.engine.RemoteFiles;
import org.signalup.lake.Lake;

class MockObjectStoreLakeTest extends RemoteLakeSuite {
    @Override
    RemoteStore start(Path place) throws Exception {
        return new MockObjectStore(place);
    }

    /** S3Mock looks whether an object is there and then writes it; an S3 does both in one step. */
    @Override
    int writersAtOnce() {
        return 1;
    }

    /** Nobody knows what is there: it is not said to be no lake, nor are its files said to be missing. */
    @Test
    void whereTheStoreDoesNotLetOneLookNothingIsSaidOfALake() {
        Path unseen = RemoteFiles.path("s3a://bucket-of-nobody/lake");
        assertThatThrownBy(() -> Lake.open(unseen))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("URL_UNUSABLE")
                .hasMessageContaining("bucket does not exist");
    }
}
