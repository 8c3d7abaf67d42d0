package org.signalup.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.RefusedException;
import org.signalup.intake.ProfileDraft;
import org.signalup.intake.RejectCode;
import org.signalup.intake.RowPreview;
import org.signalup.intake.SampleColumn;
import org.signalup.people.Actor;
import org.signalup.store.Scope;

/** A table nobody knows, mapped by hand, kept as a profile and read with it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MappingsTest {
    private static final String[] STRANGE = {
        "记录时刻;网;X;Y;场强", "2026/02/03 10:00:00;移动;121.40;31.20;-88", "2026/02/03 10:00:01;火星;121.40;31.20;-89"
    };

    @TempDir
    static Path folder;

    private static Quay quay;
    private static Mappings mappings;

    @BeforeAll
    static void open() {
        quay = new Quay(folder);
        mappings = new Mappings(quay.store, quay.where, Quay.SETTINGS);
    }

    @AfterAll
    static void close() {
        quay.close();
    }

    private static Upload strange(Actor actor, String name) {
        return quay.bring(actor, Quay.file(name, STRANGE));
    }

    /** The guess with its columns as somebody who knows the file sets them. */
    private static String mended(Upload upload, String id) {
        ProfileDraft guess = mappings.guess(upload, new Mappings.Table(0, ""), id);
        List<Optional<SampleColumn>> targets = List.of(
                Optional.of(SampleColumn.OBSERVED_AT),
                Optional.of(SampleColumn.OPERATOR),
                Optional.of(SampleColumn.LON),
                Optional.of(SampleColumn.LAT),
                Optional.of(SampleColumn.RSRP_DBM));
        List<ProfileDraft.Column> columns = java.util.stream.IntStream.range(0, targets.size())
                .mapToObj(i -> guess.columns().get(i).as(targets.get(i), Optional.empty()))
                .toList();
        Map<SampleColumn, String> constants = Map.of(SampleColumn.RAT, "5G");
        ProfileDraft.Guess wgs84 = new ProfileDraft.Guess(
                "WGS84", guess.crs().confidence(), guess.crs().reason());
        return new ProfileDraft(
                        id,
                        1,
                        guess.name(),
                        guess.delimiter(),
                        guess.headerRow(),
                        columns,
                        wgs84,
                        guess.timeFormat(),
                        guess.zone(),
                        constants)
                .yaml();
    }

    @Test
    @Order(1)
    void aTableNobodyKnowsIsMappedTriedAndReadWithWhatWasSaved() {
        Upload upload = strange(quay.assessor, "陌生表.csv");
        assertThat(upload.state()).isEqualTo(UploadState.REFUSED);
        String yaml = mended(upload, "pcjg-strange");
        List<RowPreview> rows = mappings.preview(upload, new Mappings.Table(0, ""), yaml, 10);
        assertThat(rows)
                .extracting(RowPreview::reject)
                .containsExactly(Optional.empty(), Optional.of(RejectCode.OPERATOR_UNKNOWN));
        assertThat(rows.get(0).values()).containsEntry("operator", "CMCC").containsEntry("rsrp_dbm", "-88");

        SavedProfile saved = mappings.save(quay.assessor, yaml);
        assertThat(saved.version()).isEqualTo(1);
        quay.uploads.say(quay.assessor, upload, upload.said());
        Upload again = quay.settled(quay.assessor, upload.id());
        assertThat(again.state()).isEqualTo(UploadState.READ);
        assertThat(again.readWith()).isEqualTo("pcjg-strange v1");
        assertThat(quay.reading(quay.assessor, again).kept()).isEqualTo(1);
    }

    @Test
    @Order(2)
    void savingAgainIsAnotherVersionAndTheOldOneStays() {
        Upload upload = strange(quay.assessor, "again.csv");
        String yaml = mended(upload, "pcjg-strange").replace("5G", "4G");
        assertThat(mappings.save(quay.assessor, yaml).version()).isEqualTo(2);
        assertThat(mappings.find(quay.assessor.scope(), "pcjg-strange", 1)
                        .orElseThrow()
                        .yaml())
                .contains("5G");
        assertThat(mappings.latest(quay.assessor.scope()))
                .extracting(SavedProfile::version)
                .containsExactly(2);
        assertThatThrownBy(() -> quay.store.run(
                        Scope.PLATFORM,
                        client -> client.sql("update saved_profile set yaml = 'x'")
                                .update()))
                .hasMessageContaining("never changes");
    }

    @Test
    @Order(3)
    void othersSeeAndUseItOnceItIsSharedAndNobodyElseChangesIt() {
        assertThat(mappings.latest(quay.operator.scope())).isEmpty();
        assertThat(strange(quay.operator, "not-yet.csv").state()).isEqualTo(UploadState.REFUSED);
        assertThat(mappings.share(quay.operator, "pcjg-strange", true)).isFalse();
        assertThat(mappings.share(quay.assessor, "pcjg-strange", true)).isTrue();
        assertThat(mappings.latest(quay.operator.scope()))
                .extracting(SavedProfile::profile)
                .containsExactly("pcjg-strange");
        Upload upload = strange(quay.operator, "now.csv");
        assertThat(upload.readWith()).isEqualTo("pcjg-strange v2");
        assertThat(mappings.share(quay.operator, "pcjg-strange", false)).isFalse();
        String theirs = mappings.find(quay.operator.scope(), "pcjg-strange", 2)
                .orElseThrow()
                .yaml();
        assertThatThrownBy(() -> mappings.save(quay.operator, theirs)).isInstanceOf(RefusedException.class);
    }

    @Test
    @Order(4)
    void whatIsNoProfileOrTakesTheNameOfABuiltInOneIsRefused() {
        String own = mappings.find(quay.assessor.scope(), "pcjg-strange", 2)
                .orElseThrow()
                .yaml();
        for (String wrong : List.of(
                "",
                "id: [",
                "id: x\nname: x\nevil: !!javax.script.ScriptEngineManager []",
                own.replace("pcjg-strange", "canonical"),
                own.replace("pcjg-strange", "rtr-opendata"),
                own.replace("rsrp_dbm", "no_such_column"))) {
            assertThatThrownBy(() -> mappings.save(quay.assessor, wrong))
                    .as(wrong)
                    .isInstanceOf(RefusedException.class);
        }
    }
}
