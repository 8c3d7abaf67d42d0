package org.signalup.spark;

import java.nio.file.Path;

class ObjectStoreLakeTest extends RemoteLakeSuite {
    @Override
    RemoteStore start(Path place) throws Exception {
        return new ObjectStore(place);
    }

    /** The store of the tests looks whether an object is there and then writes it; an S3 does both in one step. */
    @Override
    int writersAtOnce() {
        return 1;
    }
}
