package org.signalup.register;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.signalup.domain.Reach;
import org.signalup.register.ImportBatch.Status;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.signalup.store.StoreSettings;

/**
 * Measures the register at the size of the nation; not a test, run by hand with a folder for the database. First argument: the
 * folder; second: requests a second; third: seconds. The seeded ledger is kept in the folder and used again.
 */
final class RegisterBench {
    private static final int PLACES = 120_000;
    private static final int IMPORTED = 100_000;
    private static final String SEED_PLACES = """
            insert into place (place_id, name, scenario, division_code, lon, lat, crs, address, department, target_year, wgs_lon, wgs_lat, pinyin)
            select 'P' || lpad(i::text, 7, '0'),
                (array['济南','青岛','杭州','成都','武汉','西安','沈阳','昆明'])[1 + i % 8]
                    || (array['第一','第二','新华','人民','解放','和平','东方','长江','黄河'])[1 + i / 8 % 9]
                    || (array['医院','政务中心','大学','小区','广场','博物馆','车站'])[1 + i / 72 % 7] || i,
                (array['GOV','TOUR','MED','EDU','HUB','METRO','TRANSPORT','SHOP','RES','OFF','RURAL'])[1 + i % 11],
                (11 + i % 54)::text || lpad((i / 54 % 20)::text, 2, '0') || lpad((i / 1080 % 30)::text, 2, '0'),
                100 + i % 2000 / 100.0, 30 + i / 2000 / 10.0, 'WGS84', '某路' || i || '号', '部门' || i % 30, 2024 + i % 3,
                100 + i % 2000 / 100.0, 30 + i / 2000 / 10.0, 'jndyyy' || i
            from generate_series(1, :places) i
            """;
    private static final String SEED_POINTS = """
            insert into key_point (point_id, place_id, name, kind, radius_m, indoor, pinyin)
            select p.place_id || '-' || k, p.place_id, (array['大厅','窗口','电梯','地下停车场','出口'])[1 + k % 5] || k,
                (array['HALL','COUNTER','LIFT','UNDERGROUND_PARKING','OUTDOOR'])[1 + k % 5], 30, true, 'dt' || k
            from place p, generate_series(1, 10) k where p.place_no % 12 = :part
            """;

    private final Store store;
    private final Register register;
    private final Random random = new Random(7);

    private RegisterBench(Store store) {
        this.store = store;
        this.register = new Register(store, Kept.PROGRAMME);
    }

    public static void main(String[] args) throws Exception {
        try (Store store = Store.open(StoreSettings.embedded(Path.of(args[0])))) {
            RegisterBench bench = new RegisterBench(store);
            bench.seed();
            bench.load(Integer.parseInt(args[1]) / 2, Integer.parseInt(args[2])); // warms up
            bench.load(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
            bench.imports();
        }
    }

    private void seed() {
        boolean there = store.read(
                Scope.PLATFORM,
                client -> client.sql("select exists (select from place)")
                        .query(Boolean.class)
                        .single());
        if (there) {
            return;
        }
        time("seed places", () -> withoutRecord(SEED_PLACES, "places", PLACES));
        for (int part = 0; part < 12; part++) {
            int of = part;
            time("seed key points " + part, () -> withoutRecord(SEED_POINTS, "part", of));
        }
        store.run(Scope.PLATFORM, client -> client.sql("analyze").update());
    }

    private void withoutRecord(String sql, String name, int value) {
        store.run(Scope.PLATFORM, client -> {
            client.sql("alter table place disable trigger record_changes").update();
            client.sql("alter table key_point disable trigger record_changes").update();
            client.sql(sql).param(name, value).update();
            client.sql("alter table place enable trigger record_changes").update();
            client.sql("alter table key_point enable trigger record_changes").update();
        });
    }

    /** Requests come at their times whether or not those before were answered. */
    private void load(int perSecond, int seconds) throws InterruptedException, ExecutionException {
        Map<String, List<Double>> times = new ConcurrentHashMap<>();
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(10);
        List<Future<?>> answers = new ArrayList<>();
        List<Map.Entry<String, Runnable>> requests = new ArrayList<>();
        for (int i = 0; i < perSecond * seconds; i++) {
            requests.add(request(i));
        }
        long start = System.nanoTime() + 1_000_000_000L;
        for (int i = 0; i < requests.size(); i++) {
            Map.Entry<String, Runnable> request = requests.get(i);
            long due = start + i * 1_000_000_000L / perSecond;
            Runnable timed = () -> {
                request.getValue().run();
                times.computeIfAbsent(request.getKey(), any -> Collections.synchronizedList(new ArrayList<>()))
                        .add((System.nanoTime() - due) / 1e6);
            };
            answers.add(pool.schedule(timed, due - System.nanoTime(), TimeUnit.NANOSECONDS));
        }
        for (Future<?> answer : answers) {
            answer.get();
        }
        pool.shutdown();
        System.out.printf("%d requests a second for %d s, from when each was due%n", perSecond, seconds);
        new TreeMap<>(times).forEach((name, all) -> {
            Collections.sort(all);
            System.out.printf(
                    Locale.ROOT,
                    "%-28s n %5d  p50 %7.1f  p95 %7.1f  max %7.1f ms%n",
                    name,
                    all.size(),
                    all.get(all.size() / 2),
                    all.get(all.size() * 95 / 100),
                    all.get(all.size() - 1));
        });
    }

    private Map.Entry<String, Runnable> request(int i) {
        Scope nation = Kept.scope(7, Reach.EVERYTHING, "LEDGER_READ");
        Scope county =
                Kept.scope(8, Kept.divisions((11 + random.nextInt(54)) + "0" + random.nextInt(10)), "LEDGER_READ");
        Scope scope = i % 2 == 0 ? nation : county;
        String who = i % 2 == 0 ? "nation" : "city";
        String id = String.format(Locale.ROOT, "P%07d", 1 + random.nextInt(PLACES));
        String division = String.valueOf(11 + random.nextInt(54));
        EntryQuery all = EntryQuery.all(Subject.PLACE);
        return switch (i / 2 % 6) {
            case 0 -> Map.entry(who + " list", () -> page(scope, all.after(id, 50)));
            case 1 ->
                Map.entry(
                        who + " filtered",
                        () -> page(
                                scope,
                                new EntryQuery(Subject.PLACE, "MED", division, "", 2025, "", "", "", "", "", "", 50)));
            case 2 -> Map.entry(who + " searched name", () -> page(scope, all.words("第一医院" + id.charAt(7))));
            case 3 ->
                Map.entry(
                        who + " searched points",
                        () -> page(scope, EntryQuery.all(Subject.KEY_POINT).words(id)));
            case 4 ->
                Map.entry(
                        who + " missing kinds",
                        () -> page(
                                scope,
                                new EntryQuery(Subject.PLACE, "GOV", division, "", 0, "", "yes", "", "", "", "", 50)));
            default -> Map.entry(who + " detail", () -> detail(scope, id));
        };
    }

    /** A page of a list as the pages show it: rows, counts of their points, and how many there are. */
    private void page(Scope scope, EntryQuery query) {
        List<Entry> items = register.list(scope, query).items();
        register.points(scope, items.stream().map(Entry::id).toList());
        register.count(scope, query);
    }

    private void detail(Scope scope, String id) {
        register.find(scope, Subject.PLACE, id);
        register.list(scope, EntryQuery.pointsOf(id));
        new RegisterChanges(store, Kept.PROGRAMME).history(scope, Subject.PLACE, id);
        new Claims(store, Kept.PROGRAMME).of(scope, Subject.PLACE, id);
    }

    private void imports() throws IOException {
        Imports imports = new Imports(store, Kept.PROGRAMME);
        Path dir = Files.createTempDirectory("imports");
        try (BufferedWriter out = Files.newBufferedWriter(dir.resolve("places.csv"), StandardCharsets.UTF_8)) {
            out.write("place_id,name,scenario,division_code,lon,lat,crs,address,target_year\n");
            for (int i = 0; i < IMPORTED; i++) {
                out.write("I%07d,导入场所%d,MED,370102,117.%05d,36.6,WGS84,经十路%d号,2025\n".formatted(i, i, i, i));
            }
        }
        ImportBatch[] batch = new ImportBatch[1];
        time("preview " + IMPORTED, () -> batch[0] = imports.preview(Kept.editor(), dir, "bench"));
        time(
                "confirm",
                () -> imports.confirm(
                        Kept.editor(), batch[0].id(), batch[0].count(Status.NEW), batch[0].count(Status.CHANGED), ""));
        time("undo", () -> imports.undo(Kept.editor(), batch[0].id(), ""));
        Path out = Files.createTempDirectory("exported");
        time("export", () -> new LedgerExport(store).write(Kept.editor(), out, List.of()));
        System.out.println(Optional.of(batch[0].counts()));
    }

    private static void time(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        System.out.printf(Locale.ROOT, "%-28s %6.1f s%n", what, (System.nanoTime() - start) / 1e9);
    }
}
