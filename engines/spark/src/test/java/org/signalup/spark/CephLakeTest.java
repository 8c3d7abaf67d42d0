package org.signalup.spark;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;

/** An object store that looks whether an object is there and writes it in one step. */
class CephLakeTest extends RemoteLakeSuite {
    @Override
    RemoteStore start(Path place) throws Exception {
        boolean must = System.getenv("CI_CEPH") != null;
        if (!CephStore.isInstalled() && !must) {
            System.out.println("CephLakeTest skipped: Ceph with its gateway is not installed");
        }
        assumeTrue(CephStore.isInstalled() || must);
        return new CephStore(place);
    }
}
