package org.signalup.spark;

import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIf;

/** An object store that looks whether an object is there and writes it in one step; only where {@code CI_CEPH} asks for it. */
@EnabledIf("asked")
class CephLakeTest extends RemoteLakeSuite {
    static boolean asked() {
        boolean asked = System.getenv("CI_CEPH") != null;
        if (!asked) {
            System.out.println("CephLakeTest skipped: CI_CEPH does not ask for it");
        }
        return asked;
    }

    @Override
    RemoteStore start(Path place) throws Exception {
        return new CephStore(place);
    }
}
