package org.signalup.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.signalup.domain.Reach;
import org.signalup.domain.RefusedException;
import org.signalup.geo.Crs;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.Surroundings;
import org.signalup.ledger.LedgerReader;
import org.signalup.register.RegisterChange.Difference;
import org.signalup.store.Scope;
import org.signalup.store.Store;

class RegisterTest {
    private final Store store = Kept.store();
    private final RegisterChanges changes = new RegisterChanges(store, Kept.PROGRAMME);
    private final Register register = new Register(store, Kept.PROGRAMME);

    private static Map<String, String> hall(String id) {
        return Map.ofEntries(
                Map.entry("place_id", id),
                Map.entry("name", "济南市政务中心"),
                Map.entry("scenario", "GOV"),
                Map.entry("division_code", "990103"),
                Map.entry("lon", "102.3"),
                Map.entry("lat", "40.6"),
                Map.entry("crs", "GCJ02"));
    }

    private List<String> found(Scope scope, Subject subject, String words) {
        return register.list(scope, EntryQuery.all(subject).words(words)).items().stream()
                .map(Entry::id)
                .toList();
    }

    @Test
    void somethingIsFoundByAPartOfItsNameItsIdItsAddressOrInitials() {
        Map<String, String> cells = new HashMap<>(hall("FD-1"));
        cells.put("name", "重庆路政务中心");
        cells.put("address", "南门外");
        changes.add(Kept.editor(), Subject.PLACE, cells, "");
        assertThat(found(Kept.editor(), Subject.PLACE, "路政务中心")).containsExactly("FD-1");
        assertThat(found(Kept.editor(), Subject.PLACE, "cqlzwzx")).containsExactly("FD-1");
        assertThat(found(Kept.editor(), Subject.PLACE, "fd-1")).containsExactly("FD-1");
        assertThat(found(Kept.editor(), Subject.PLACE, "外")).containsExactly("FD-1");
        assertThat(found(Kept.editor(), Subject.KEY_POINT, "ywck")).contains("SIM-P01-K2");
        assertThat(found(Kept.editor(), Subject.LINE, "sim-l")).isNotEmpty();
        assertThat(found(Kept.editor(), Subject.PLACE, "100%")).isEmpty();
        assertThat(found(Kept.scope(9, Kept.divisions("3702"), "LEDGER_READ"), Subject.PLACE, "cqlzwzx"))
                .isEmpty();
        assertThat(found(Kept.scope(9, Kept.divisions("990103"), "LEDGER_READ"), Subject.PLACE, "cqlzwzx"))
                .containsExactly("FD-1");
    }

    @Test
    void itIsKnownWhereAllEntriesStandInWgs84() {
        Map<String, String> alone = new HashMap<>(hall("WH-1"));
        alone.putAll(Map.of("lon", "104.77", "lat", "36.11"));
        changes.add(Kept.editor(), Subject.PLACE, alone, "");
        Surroundings all = register.surroundings(Scope.PLATFORM);
        // Stated in GCJ-02, which lies some 500 m away there.
        assertThat(all.near(Crs.GCJ02.toWgs84(104.77, 36.11))).isTrue();
        assertThat(all.near(new GeoPoint(104.77, 36.11))).isFalse();
        LedgerReader.read(Kept.TOWN, Kept.PROGRAMME)
                .lines()
                .forEach(line -> line.geometry()
                        .parts()
                        .forEach(part -> assertThat(all.near(part.at((part.fromMm() + part.toMm()) / 2)))
                                .isTrue()));
    }

    @Test
    void everyPartOfANameOrAnIdFindsAllThatHaveIt() {
        List<Entry> points = new ArrayList<>();
        register.forEach(Kept.editor(), EntryQuery.all(Subject.KEY_POINT), points::add);
        Random random = new Random(11);
        for (int i = 0; i < 60; i++) {
            Entry one = points.get(random.nextInt(points.size()));
            String text = (random.nextBoolean() ? one.id() : one.text("name")).toLowerCase(Locale.ROOT);
            int from = random.nextInt(text.length());
            String part = text.substring(from, from + 1 + random.nextInt(text.length() - from))
                    .strip();
            List<String> having = points.stream()
                    .filter(point -> point.id().toLowerCase(Locale.ROOT).contains(part)
                            || point.text("name").toLowerCase(Locale.ROOT).contains(part))
                    .map(Entry::id)
                    .toList();
            List<String> found = new ArrayList<>();
            register.forEach(
                    Kept.editor(), EntryQuery.all(Subject.KEY_POINT).words(part), point -> found.add(point.id()));
            assertThat(found).as(part).isNotEmpty().containsAll(having);
        }
    }

    @Test
    void aListComesPageByPageAndEndsWhenItEnds() {
        EntryQuery query = EntryQuery.all(Subject.KEY_POINT);
        Page<Entry> first = register.list(Kept.editor(), query.after("SIM-P01", 2));
        assertThat(first.items()).hasSize(2);
        Page<Entry> second =
                register.list(Kept.editor(), query.after(first.next().orElseThrow(), 1000));
        assertThat(second.next()).isEmpty();
        assertThat(second.items()).doesNotContainAnyElementsOf(first.items());
        List<String> all = new ArrayList<>();
        register.forEach(Kept.editor(), query, entry -> all.add(entry.id()));
        assertThat(all).isSorted().hasSize(register.count(Kept.editor(), query));
    }

    @Test
    void whoSeesAPlaceSeesItsKeyPointsAndItsHistoryAndNobodyElseDoes() {
        changes.add(Kept.editor(), Subject.PLACE, hall("HI-1"), "新建");
        changes.add(
                Kept.editor(),
                Subject.KEY_POINT,
                Map.of("point_id", "HI-1-K", "place_id", "HI-1", "name", "大厅", "kind", "HALL"),
                "");
        changes.edit(Kept.editor(), Subject.PLACE, "HI-1", 1, Map.of("address", "经十路"), "补地址");
        Scope owner = Kept.scope(
                9,
                new Reach(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Set.of("HI-1"))),
                "LEDGER_READ");
        assertThat(register.list(owner, EntryQuery.all(Subject.PLACE)).items()).hasSize(1);
        assertThat(register.list(owner, EntryQuery.all(Subject.KEY_POINT)).items())
                .hasSize(1);
        assertThat(register.list(owner, EntryQuery.all(Subject.LINE)).items()).isEmpty();
        List<RegisterChange> history = changes.history(owner, Subject.PLACE, "HI-1");
        assertThat(history).extracting(RegisterChange::reason).containsExactly("补地址", "新建");
        assertThat(history.get(0).differences()).containsExactly(new Difference("address", "", "经十路"));
        assertThat(history.get(0).who()).isEqualTo("账号7");
        Scope doctors = Kept.scope(
                9,
                new Reach(Optional.empty(), Optional.of(Set.of("MED")), Optional.empty(), Optional.empty()),
                "LEDGER_READ");
        assertThat(changes.history(doctors, Subject.PLACE, "HI-1")).isEmpty();
        assertThat(register.find(doctors, Subject.KEY_POINT, "HI-1-K")).isEmpty();
    }

    @Test
    void theSecondEditorSeesWhatTheFirstOneDid() {
        changes.add(Kept.editor(), Subject.PLACE, hall("ED-1"), "");
        changes.edit(Kept.editor(), Subject.PLACE, "ED-1", 1, Map.of("name", "甲"), "");
        assertThatThrownBy(() -> changes.edit(Kept.editor(), Subject.PLACE, "ED-1", 1, Map.of("name", "乙"), ""))
                .isInstanceOfSatisfying(
                        ChangedMeanwhileException.class,
                        conflict -> assertThat(conflict.current().text("name")).isEqualTo("甲"));
        assertThat(register.find(Kept.editor(), Subject.PLACE, "ED-1")
                        .orElseThrow()
                        .version())
                .isEqualTo(2);
    }

    @Test
    void anEditThatMakesNoSenseIsRefusedWithEveryProblem() {
        Map<String, String> cells = new HashMap<>(hall("NS-1"));
        cells.put("scenario", "游泳池");
        cells.put("reported_done", "昨天");
        assertThatThrownBy(() -> changes.add(Kept.editor(), Subject.PLACE, cells, ""))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.problems()).hasSize(2));
    }

    @Test
    void oneChangeIsUndoneUnlessSomebodyBuiltUponIt() {
        changes.add(Kept.editor(), Subject.PLACE, hall("UD-1"), "");
        changes.edit(Kept.editor(), Subject.PLACE, "UD-1", 1, Map.of("name", "甲"), "");
        changes.edit(Kept.editor(), Subject.PLACE, "UD-1", 2, Map.of("name", "乙"), "");
        List<RegisterChange> history = changes.history(Kept.editor(), Subject.PLACE, "UD-1");
        assertThatThrownBy(() -> changes.undo(Kept.editor(), history.get(1).seq(), ""))
                .isInstanceOf(ChangedMeanwhileException.class);
        assertThat(changes.undo(Kept.editor(), history.get(0).seq(), "撤销").text("name"))
                .isEqualTo("甲");
    }

    @Test
    void aPlaceRemovedWithItsKeyPointsComesBackWithThem() {
        changes.add(Kept.editor(), Subject.PLACE, hall("RM-1"), "");
        changes.add(
                Kept.editor(),
                Subject.KEY_POINT,
                Map.of("point_id", "RM-1-K", "place_id", "RM-1", "name", "大厅", "kind", "HALL"),
                "");
        changes.remove(Kept.editor(), Subject.PLACE, "RM-1", 1, "重复");
        assertThat(register.find(Kept.editor(), Subject.KEY_POINT, "RM-1-K")).isEmpty();
        long removal =
                changes.history(Kept.editor(), Subject.PLACE, "RM-1").get(0).seq();
        assertThat(changes.undo(Kept.editor(), removal, "没有重复").text("name")).isEqualTo("济南市政务中心");
        assertThat(register.find(Kept.editor(), Subject.KEY_POINT, "RM-1-K")).isPresent();
        assertThat(register.points(Kept.editor(), List.of("RM-1")).get("RM-1").points())
                .isEqualTo(1);
    }

    @Test
    void whoMayNotEditChangesNothing() {
        changes.add(Kept.editor(), Subject.PLACE, hall("RO-1"), "");
        Scope reader = Kept.scope(9, Reach.EVERYTHING, "LEDGER_READ");
        assertThatThrownBy(() -> changes.edit(reader, Subject.PLACE, "RO-1", 1, Map.of("name", "甲"), ""))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> changes.remove(reader, Subject.PLACE, "RO-1", 1, ""))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> changes.add(reader, Subject.PLACE, hall("RO-2"), ""))
                .isInstanceOf(RefusedException.class);
        Scope elsewhere = Kept.scope(9, Kept.divisions("37"), "LEDGER_READ", "LEDGER_EDIT");
        assertThatThrownBy(() -> changes.add(elsewhere, Subject.PLACE, hall("RO-3"), ""))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("outside your reach");
    }

    @Test
    void aLineKeepsItsGeometryWhenItsNameChanges() {
        Entry line = register.list(Kept.editor(), EntryQuery.all(Subject.LINE))
                .items()
                .get(0);
        Entry renamed =
                changes.edit(Kept.editor(), Subject.LINE, line.id(), line.version(), Map.of("grade", "NATIONAL"), "");
        assertThat(renamed.text("grade")).isEqualTo("NATIONAL");
        assertThat(((Map<?, ?>) renamed.values().get("feature")).get("geometry"))
                .isEqualTo(((Map<?, ?>) line.values().get("feature")).get("geometry"));
        changes.undo(
                Kept.editor(),
                changes.history(Kept.editor(), Subject.LINE, line.id()).get(0).seq(),
                "");
    }
}
