package org.signalup.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Text;
import org.signalup.job.Aggregates;
import org.signalup.people.Actor;
import org.signalup.people.Actors;
import org.signalup.people.attachment.Attachments;
import org.signalup.people.notice.Notice;
import org.signalup.people.notice.Notices;
import org.signalup.privacy.ErasureOrder;
import org.signalup.privacy.Erasures;
import org.signalup.privacy.PurgeRuns;
import org.signalup.register.Baselines;
import org.signalup.register.Claims;
import org.signalup.register.Divisions;
import org.signalup.register.ImportBatch;
import org.signalup.register.ImportBatch.Status;
import org.signalup.register.Imports;
import org.signalup.register.PendingChange;
import org.signalup.register.PendingChanges;
import org.signalup.register.SavedViews;
import org.signalup.register.Subject;
import org.signalup.store.Scope;
import org.signalup.upload.Incoming;
import org.signalup.upload.Mappings;
import org.signalup.upload.UploadOrder;
import org.signalup.upload.Uploads;
import org.springframework.context.ApplicationContext;

/**
 * The platform of {@link Town} after some weeks of use: a ledger of its own division 9703 with a file waiting to be confirmed, a
 * baseline, a request for a second person, a claim, an attachment, a notice, a probe and what one sent.
 */
final class LivedIn {
    static final String PLACE = "LI-P1";
    private static final String DIVISION = "970301";
    private static final String HEAD = "place_id,name,scenario,category,division_code,lon,lat,crs,target_year\n";
    private static boolean done;

    private LivedIn() {}

    static synchronized void settle() {
        if (done) {
            return;
        }
        done = true;
        Workshop.fill();
        ApplicationContext context = Town.server().context();
        Scope manager = scope(Town.MANAGER);
        Imports imports = context.getBean(Imports.class);
        ImportBatch batch = look(imports, manager, HEAD + place(1) + place(2) + place(3));
        imports.confirm(manager, batch.id(), batch.count(Status.NEW), batch.count(Status.CHANGED), "首批");
        context.getBean(Erasures.class)
                .erase(
                        new Actors(Town.store()).find(Town.MANAGER).orElseThrow(),
                        new ErasureOrder("li-gone", "李四", "撤回同意"));
        context.getBean(PurgeRuns.class)
                .order(new Actors(Town.store()).find(Town.MANAGER).orElseThrow());
        look(imports, manager, HEAD + place(1).replace("中心1", "中心一") + place(4) + "LI-P5,没有坐标,GOV,,970301,,,,2025\n");
        context.getBean(Baselines.class).freeze(manager, "旧区基线", DIVISION, "", LocalDate.of(2025, 6, 30));
        context.getBean(PendingChanges.class)
                .ask(manager, Subject.PLACE, "LI-P2", PendingChange.Action.REMOVE, "", "已拆除");
        divisions(context.getBean(Divisions.class), manager);
        live();
        upload(context);
        context.getBean(Aggregates.class)
                .bring(new Actors(Town.store()).find(Town.MANAGER).orElseThrow(), "LI-live.csv", """
                        provider,method,from,to,division_code,operator,service,sessions,connect_share
                        LI Live,every session,2025-09-01,2025-09-30,970301,CMCC,LIVE,5000,0.99
                        LI Live,,2025-09-01,2025-09-30,970301,CTCC,LIVE,5000,0.99
                        """.getBytes(
                                StandardCharsets.UTF_8));
        context.getBean(Attachments.class)
                .add(manager, "place", PLACE, "位置说明.txt", "入口", "入口在北侧".getBytes(StandardCharsets.UTF_8));
        long carrier = Town.organisation("LI-CMCC", "OPERATOR", null, "{9703}");
        Town.store()
                .run(
                        Scope.PLATFORM,
                        client -> client.sql("update organisation set operators = '{CMCC}' where organisation_id = :id")
                                .param("id", carrier)
                                .update());
        long operator = Town.account("li-cmcc", carrier, "MANAGER");
        context.getBean(Claims.class)
                .state(scope("li-cmcc"), Subject.PLACE, PLACE, "CMCC", LocalDate.of(2025, 8, 1), "室分已开通");
        context.getBean(SavedViews.class).save(manager, "旧区场所", "/ledger/places?division=9703");
        context.getBean(Notices.class)
                .send(
                        operator,
                        new Notice(
                                Text.of("有新的评测", "A new evaluation"), Text.of("请查看", "Have a look"), "/evaluations"));
        Town.signedIn(Town.MANAGER).fillIn("/webhooks", "/webhooks", Map.of("url", "https://example.org/" + DIVISION));
    }

    /** A probe, and a message with a row that is kept and one that is refused. */
    private static void live() {
        send("/api/v1/probes", "application/json", """
                {"code": "LI-PROBE", "name": "大厅探针", "place_id": "LI-P1", "point_id": "", "operator": "CMCC",
                 "schedule": {"coverage_every_s": 1, "rate_every_s": 600, "service_every_s": 0, "from_hour": 6, "to_hour": 22}}
                """);
        send("/api/v1/samples", "application/x-ndjson", """
                {"observed_at":"2026-01-05T10:00:00+08:00","lon":116.5,"lat":39.5,"crs":"WGS84","operator":"CMCC","rat":"5G","rsrp_dbm":-88.5,"sinr_db":11}
                {"observed_at":"yesterday","lon":116.5,"lat":39.5,"crs":"WGS84","operator":"CMCC","rat":"5G","rsrp_dbm":-88.5,"sinr_db":11}
                """);
    }

    /** A file that waits for somebody to decide, with a row that is refused. */
    private static void upload(ApplicationContext context) {
        String rows = """
                observed_at,operator,rat,lon,lat,crs,rsrp_dbm
                2026-01-06T10:00:00+08:00,CMCC,5G,116.5,39.5,WGS84,-88
                2026-01-06T10:00:01+08:00,NOBODY,5G,116.5,39.5,WGS84,-88
                """;
        Incoming file =
                new Incoming("LI-drive.csv", () -> new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
        try {
            Actor manager = new Actors(Town.store()).find(Town.MANAGER).orElseThrow();
            context.getBean(Mappings.class).save(manager, """
                    id: li-tester
                    name: {zh: 旧区测试仪, en: tester of the old town}
                    detect: {required: [time, operator, rat, x, y, level, li_remark]}
                    time: {format: auto, zone: programme}
                    crs: WGS84
                    columns:
                      - {to: observed_at, from: [time]}
                      - {to: operator, from: [operator]}
                      - {to: rat, from: [rat]}
                      - {to: lon, from: [x]}
                      - {to: lat, from: [y]}
                      - {to: rsrp_dbm, from: [level]}
                    """);
            context.getBean(Uploads.class)
                    .bring(manager, new UploadOrder("CONTRACT", "", "", "", "", ""), List.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(String path, String type, String body) {
        String token = Town.token(Town.id("account", "login", Town.MANAGER));
        Visitor.Reply reply = Town.ask(token, "POST", path, type, HttpRequest.BodyPublishers.ofString(body));
        if (reply.status() / 100 != 2) {
            throw new IllegalStateException(path + " " + reply.body());
        }
    }

    private static String place(int number) {
        return "LI-P%d,旧区政务中心%d,GOV,COUNTY_PLUS,970301,121.%d,31.2,WGS84,2025\n".formatted(number, number, number);
    }

    private static void divisions(Divisions divisions, Scope scope) {
        String table =
                "code,name,parent,valid_from,valid_to\n970300,旧市,970000,,\n970301,旧区,970300,,\n970302,并入的区,970300,,2020-12-31\n";
        try {
            Path file = Files.createTempDirectory("lived-in").resolve("divisions.csv");
            divisions.put(scope, Files.writeString(file, table, StandardCharsets.UTF_8), "国标 2020 年版");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImportBatch look(Imports imports, Scope scope, String places) {
        try {
            Path dir = Files.createTempDirectory("lived-in");
            Files.writeString(dir.resolve("places.csv"), places, StandardCharsets.UTF_8);
            return imports.preview(scope, dir, "场所.csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Scope scope(String login) {
        return new Actors(Town.store()).find(login).orElseThrow().scope();
    }
}
