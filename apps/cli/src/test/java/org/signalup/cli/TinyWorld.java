package org.signalup.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** One place with one key point in Jinan and as many samples as wanted, as files. */
record TinyWorld(Path folder) {
    private static final OffsetDateTime START = OffsetDateTime.parse("2025-06-02T09:00:00+08:00");
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    static final String HEADER = "observed_at,lon,lat,crs,operator,rat,device_id,session_id,rsrp_dbm,sinr_db\n";

    static TinyWorld in(Path folder) throws IOException {
        TinyWorld world = new TinyWorld(folder);
        Files.createDirectories(world.ledger());
        Files.createDirectories(world.samples());
        world.ledger(
                "places.csv",
                "place_id,name,scenario,division_code,lon,lat,crs\nP1,政务服务中心,GOV,370102,117.0,36.65,WGS84\n");
        world.ledger(
                "keypoints.csv",
                "point_id,place_id,name,kind,lon,lat,crs,radius_m,indoor\nK1,P1,服务大厅,SERVICE_HALL,117.0,36.65,WGS84,50,false\n");
        return world;
    }

    Path ledger() {
        return folder.resolve("ledger");
    }

    Path samples() {
        return folder.resolve("samples");
    }

    Path out() {
        return folder.resolve("out");
    }

    void ledger(String file, String content) throws IOException {
        Files.writeString(ledger().resolve(file), content);
    }

    void samples(String file, String content) throws IOException {
        Files.writeString(samples().resolve(file), content);
    }

    /** Good samples, one a second. */
    void goodSamples(int rows) throws IOException {
        try (OutputStream file =
                new GZIPOutputStream(Files.newOutputStream(samples().resolve("good.csv.gz")))) {
            file.write(HEADER.getBytes(StandardCharsets.UTF_8));
            for (int row = 0; row < rows; row++) {
                file.write(row(START.plusSeconds(row)).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    static String row(OffsetDateTime time) {
        return FORMAT.format(time) + ",117.0,36.65,WGS84,CMCC,5G,d1,s1,-90.5,12.0\n";
    }

    /** The words of an evaluation of this world, and what is added to them. */
    String[] evaluate(String... more) {
        List<String> words = new ArrayList<>(List.of("evaluate", "--lang", "en"));
        words.addAll(
                List.of("--ledger", ledger().toString(), "--samples", samples().toString()));
        words.addAll(List.of("--standard", "signal-upgrade-2025", "--out", out().toString()));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }
}
