package org.signalup.lake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.lake.internal.Book.OvertakenException;

/** Editions on a disk, which creates what is not there in one step too. */
class SharedBookTest {
    @TempDir
    Path folder;

    private SharedBook book() {
        return new SharedBook(new LakeFolder(folder));
    }

    private SharedBook reader() {
        SharedBook book = book();
        book.manifest();
        return book;
    }

    @Test
    void theNewestEditionCounts() {
        SharedBook writer = book();
        assertThat(writer.begun()).isFalse();
        writer.publish("one");
        writer.publish("two");
        assertThat(reader().manifest()).isEqualTo("two");
        assertThat(reader().edition()).isEqualTo(2);
        assertThat(folder.resolve("lake-000000002.json")).hasContent("two");
    }

    @Test
    void ofTwoWhoReplaceTheSameEditionOneIsOvertaken() {
        book().publish("one");
        SharedBook first = reader();
        SharedBook second = reader();
        first.publish("of the first");
        assertThatThrownBy(() -> second.publish("of the second")).isInstanceOf(OvertakenException.class);
        assertThat(reader().manifest()).isEqualTo("of the first");
    }

    @Test
    void aNumberThatIsFreeAgainIsNoNews() {
        book().publish("one");
        SharedBook sleeper = reader();
        SharedBook busy = reader();
        for (int i = 2; i <= 40; i++) {
            busy.publish("edition " + i);
        }
        assertThat(folder.resolve("lake-000000002.json")).doesNotExist();
        assertThatThrownBy(() -> sleeper.publish("late")).isInstanceOf(OvertakenException.class);
        assertThat(folder.resolve("lake-000000002.json")).doesNotExist();
        assertThat(reader().manifest()).isEqualTo("edition 40");
    }

    @Test
    void anEditionThatIsThereBecauseWeWroteItIsOurs() {
        book().publish("one");
        SharedBook writer = reader();
        new LakeFolder(folder).create("lake-000000002.json", "two");
        writer.publish("two");
        assertThat(writer.edition()).isEqualTo(2);
    }

    @Test
    void whoeverBringsTheLogUpToDateThereIsOneForAnEdition() {
        SharedBook writer = book();
        writer.publish("one");
        SharedBook other = reader();
        writer.addToLog("", "line 1\n");
        other.addToLog("", "line 1\n");
        other.publish("two");
        other.addToLog(other.log(), "line 2\n");
        assertThat(reader().log()).isEqualTo("line 1\nline 2\n");
        assertThat(folder.resolve("log-000000001.jsonl")).doesNotExist();
    }

    @Test
    void whatIsMeantForALaterEditionIsOnItsWay() {
        book().publish("one");
        SharedBook writer = reader();
        String path = "parts/2025-07-01/00000007" + writer.tail() + ".parquet";
        OwnFile file = OwnFile.at(path).orElseThrow();
        assertThat(file.onItsWay(reader())).isTrue();
        writer.publish("two");
        assertThat(file.onItsWay(reader())).isFalse();
        assertThat(OwnFile.at("batches/b000001/.rejects-00000004" + writer.tail() + ".parquet.0a1b2c3d.tmp"))
                .isPresent();
        assertThat(OwnFile.at("parts/2025-07-01/00000007.parquet").orElseThrow().edition())
                .isZero();
        assertThat(OwnFile.at("parts/2025-07-01/notes.txt")).isEmpty();
    }
}
