package org.signalup.spark;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** HDFS with one name node and one data node, in this process. */
final class HdfsStore implements RemoteStore {
    private final MiniDFSCluster cluster;
    private int folders;

    HdfsStore(Path folder) throws IOException {
        Configuration settings = new Configuration();
        settings.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.toString());
        cluster = new MiniDFSCluster.Builder(settings).numDataNodes(1).build();
        cluster.waitActive();
    }

    @Override
    public String folder() {
        return "hdfs://localhost:" + cluster.getNameNodePort() + "/signalup/lake-" + ++folders;
    }

    @Override
    public void close() {
        cluster.shutdown();
    }
}
