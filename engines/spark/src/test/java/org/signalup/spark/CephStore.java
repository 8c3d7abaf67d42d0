package org.signalup.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Ceph: one monitor, one store of objects in memory, and the gateway that speaks S3. It speaks TLS: without it S3A signs bodies
 * piece by piece, and the gateway of Ceph 16 refuses empty ones.
 */
final class CephStore extends ObjectStore {
    private static final String ALIAS = "gateway";
    private static final String PASSWORD = "of the test";
    private static final String TRUSTED = "javax.net.ssl.trustStore";
    private static final String TRUSTED_PASSWORD = "javax.net.ssl.trustStorePassword";
    private static final int PATIENCE_SECONDS = 120;

    private final Path folder;
    private final List<Process> running = new ArrayList<>();

    CephStore(Path folder) throws IOException, InterruptedException {
        super("ceph");
        this.folder = folder.toAbsolutePath();
        int gateway = freePort();
        String cluster = UUID.randomUUID().toString();
        String address = "[v2:127.0.0.1:" + freePort() + "]";
        configure(cluster, address, gateway);
        makeKeys();
        makeCertificate();
        startMonitor(cluster, address);
        startObjects();
        makeUser();
        start("radosgw", "--foreground", "--name", "client.admin");
        makeBucket("https://127.0.0.1:" + gateway);
    }

    private void configure(String cluster, String address, int gateway) throws IOException {
        for (String place : List.of("mon", "osd", "rgw", "run", "log")) {
            Files.createDirectories(folder.resolve(place));
        }
        Files.writeString(folder.resolve("ceph.conf"), """
                [global]
                fsid = %1$s
                mon_host = %2$s
                keyring = %3$s/keyring
                run_dir = %3$s/run
                admin_socket =
                log_file = %3$s/log/$name.log
                public_addr = 127.0.0.1
                cluster_addr = 127.0.0.1
                auth_allow_insecure_global_id_reclaim = false
                mon_allow_pool_size_one = true
                mon_data_avail_crit = 1
                osd_crush_chooseleaf_type = 0
                osd_pool_default_size = 1
                osd_pool_default_min_size = 1
                osd_pool_default_pg_num = 4
                osd_pool_default_pg_autoscale_mode = off
                [mon.a]
                mon_data = %3$s/mon
                [osd.0]
                osd_data = %3$s/osd
                osd_objectstore = memstore
                [client.admin]
                rgw_data = %3$s/rgw
                rgw_frontends = beast ssl_endpoint=127.0.0.1:%4$d ssl_certificate=%3$s/gateway.pem
                """.formatted(cluster, address, folder, gateway));
    }

    private void makeKeys() throws IOException, InterruptedException {
        run("ceph-authtool", "keyring", "--create-keyring", "--gen-key", "--name", "mon.", "--cap", "mon", "allow *");
        String[] all = {"--cap", "mon", "allow *", "--cap", "osd", "allow *"};
        for (String name : List.of("client.admin", "osd.0")) {
            List<String> command = new ArrayList<>(List.of("ceph-authtool", "keyring", "--gen-key", "--name", name));
            command.addAll(List.of(all));
            run(command.toArray(String[]::new));
        }
    }

    /** For the gateway, and in a store of its own for those who are to trust it. */
    private void makeCertificate() throws IOException, InterruptedException {
        run(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "RSA",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-keystore",
                "gateway.p12",
                "-storepass",
                PASSWORD);
        try {
            KeyStore own = KeyStore.getInstance(folder.resolve("gateway.p12").toFile(), PASSWORD.toCharArray());
            Certificate certificate = own.getCertificate(ALIAS);
            Files.writeString(
                    folder.resolve("gateway.pem"),
                    pem("PRIVATE KEY", own.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded())
                            + pem("CERTIFICATE", certificate.getEncoded()));
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(ALIAS, certificate);
            try (OutputStream out = Files.newOutputStream(folder.resolve("trusted.p12"))) {
                trusted.store(out, PASSWORD.toCharArray());
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        System.setProperty(TRUSTED, folder.resolve("trusted.p12").toString());
        System.setProperty(TRUSTED_PASSWORD, PASSWORD);
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + kind + "-----\n";
    }

    private void startMonitor(String cluster, String address) throws IOException, InterruptedException {
        run("monmaptool", "--create", "--fsid", cluster, "--addv", "a", address, "monmap");
        run("ceph-mon", "--mkfs", "--id", "a", "--monmap", "monmap", "--keyring", "keyring");
        start("ceph-mon", "--foreground", "--id", "a");
        run("ceph", "status");
    }

    private void startObjects() throws IOException, InterruptedException {
        String own = UUID.randomUUID().toString();
        run("ceph", "osd", "new", own);
        run("ceph", "auth", "add", "osd.0", "--in-file", "keyring");
        run("ceph", "osd", "crush", "add", "osd.0", "1", "root=default", "host=here");
        run("ceph-osd", "--mkfs", "--id", "0", "--osd-uuid", own);
        start("ceph-osd", "--foreground", "--id", "0");
    }

    private void makeUser() throws IOException, InterruptedException {
        run(
                "radosgw-admin",
                "user",
                "create",
                "--uid=test",
                "--display-name=test",
                "--access-key=" + KEY,
                "--secret=" + SECRET);
    }

    private ProcessBuilder program(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("CEPH_CONF", folder.resolve("ceph.conf").toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(said(command[0]).toFile()));
    }

    private void start(String... command) throws IOException {
        running.add(program(command).start());
    }

    private void run(String... command) throws IOException, InterruptedException {
        Process process = program(command).start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        if (!ended || process.waitFor() != 0) {
            stop();
            throw new IllegalStateException(String.join(" ", command) + ": " + Files.readString(said(command[0])));
        }
    }

    private Path said(String program) {
        return folder.resolve("log").resolve(Path.of(program).getFileName() + ".out");
    }

    @Override
    void stop() {
        System.clearProperty(TRUSTED);
        System.clearProperty(TRUSTED_PASSWORD);
        running.forEach(Process::destroyForcibly);
    }
}
