package org.signalup.spark;

import java.nio.file.Path;

class HdfsLakeTest extends RemoteLakeSuite {
    @Override
    RemoteStore start(Path place) throws Exception {
        return new HdfsStore(place);
    }
}
