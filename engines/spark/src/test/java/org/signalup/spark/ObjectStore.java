package org.signalup.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** An S3-compatible object store, programs of its own, with one bucket; Hadoop's connector is told where it is. */
abstract class ObjectStore implements RemoteStore {
    static final String KEY = "signalup";
    static final String SECRET = "secret of the test";
    private static final String REGION = "us-east-1";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String bucket;
    private Map<String, String> settings = Map.of();
    private int folders;

    /** @param bucket of this store alone: Hadoop remembers by its name where a bucket is, as long as the process lives */
    ObjectStore(String bucket) {
        this.bucket = bucket;
    }

    /** Makes the bucket as soon as there is a store at this address. */
    final void makeBucket(String url) throws InterruptedException {
        makeBucket(url, Instant.now().plus(PATIENCE));
        settings = Map.of(
                "spark.hadoop.fs.s3a.endpoint", url,
                "spark.hadoop.fs.s3a.endpoint.region", REGION,
                "spark.hadoop.fs.s3a.path.style.access", "true",
                "spark.hadoop.fs.s3a.access.key", KEY,
                "spark.hadoop.fs.s3a.secret.key", SECRET);
        settings.forEach(System::setProperty);
    }

    private void makeBucket(String url, Instant end) throws InterruptedException {
        try (S3Client client = S3Client.builder()
                .endpointOverride(URI.create(url))
                .region(Region.of(REGION))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET)))
                .httpClient(ApacheHttpClient.create())
                .build()) {
            while (true) {
                try {
                    client.createBucket(request -> request.bucket(bucket));
                    return;
                } catch (SdkException e) {
                    if (Instant.now().isAfter(end)) {
                        throw new IllegalStateException("no object store at " + url, e);
                    }
                    Thread.sleep(200);
                }
            }
        }
    }

    @Override
    public final String folder() {
        return "s3a://" + bucket + "/lake-" + ++folders;
    }

    @Override
    public final void close() {
        settings.keySet().forEach(System::clearProperty);
        stop();
    }

    abstract void stop();

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
