package org.signalup.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Period;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Sha256;
import org.signalup.domain.Text;
import org.signalup.intake.ServiceAggregates;
import org.signalup.intake.ServiceAggregates.Read;
import org.signalup.job.internal.AggregateBook;
import org.signalup.people.Actor;
import org.signalup.standards.Programme;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.springframework.dao.DuplicateKeyException;

/**
 * Service aggregates that internet companies bring to the platform: kept as the files they were, looked at row by row when they come, and handed to every
 * evaluation that is ordered. What the standard and the ledger decide — enough sessions, divisions — is told by the evaluation.
 */
public final class Aggregates {
    /** Largest file taken, in bytes. */
    public static final int LARGEST = 5_000_000;

    private static final String CODE = "[0-9]{2,12}|[A-Z]{2,12}";

    private final Store store;
    private final Programme programme;

    public Aggregates(Store store, Programme programme) {
        this.store = store;
        this.programme = programme;
    }

    /**
     * Takes a file in; rows with something wrong are told and left out of evaluations.
     *
     * @throws RefusedException if it is no such file, no row of it can be used, or it was brought before
     */
    public AggregateFile bring(Actor actor, String name, byte[] content) {
        Read read = read(name, content);
        if (read.kept().isEmpty()) {
            throw refused(name, "NO_ROW", Text.of("没有一行可用", "no row can be used"), read);
        }
        try {
            return store.change(
                    actor.scope(),
                    client -> new AggregateBook(client).add(actor, name, Sha256.hex(content), content, read));
        } catch (DuplicateKeyException e) {
            throw new RefusedException(new Problem(
                    name, 0, "", "", "BROUGHT_BEFORE", Text.of("同样内容的文件已经提交过", "the same content was brought before")));
        }
    }

    private static RefusedException refused(String name, String code, Text what, Read read) {
        List<Problem> problems = new ArrayList<>();
        problems.add(new Problem(name, 0, "", "", code, what));
        read.refused()
                .forEach(row -> problems.add(new Problem(
                        name,
                        row.row(),
                        row.column(),
                        row.value(),
                        row.code().name(),
                        row.code().text())));
        return new RefusedException(problems);
    }

    private Read read(String name, byte[] content) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("signalup-aggregates-");
            Path file = Files.write(folder.resolve("brought"), content);
            return ServiceAggregates.read(
                    List.of(file), new ServiceAggregates.Known(programme, code -> code.matches(CODE), 1, Period.ALL));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + name, e);
        } finally {
            discard(folder);
        }
    }

    private static void discard(Path folder) {
        try {
            if (folder != null) {
                Files.deleteIfExists(folder.resolve("brought"));
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            // A leftover in the system's folder for such things.
        }
    }

    /** Those brought, withdrawn ones among them, the newest first. */
    public List<AggregateFile> list(Scope scope) {
        return store.read(scope, client -> new AggregateBook(client).list());
    }

    public Optional<AggregateFile> find(Scope scope, long id) {
        return list(scope).stream().filter(file -> file.id() == id).findFirst();
    }

    /** Writes those not withdrawn into a folder for an evaluation and tells the paths. */
    public List<Path> write(Scope scope, Path folder) {
        return store.read(scope, client -> {
            try {
                return new AggregateBook(client).write(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + folder, e);
            }
        });
    }

    /** The file as it was brought. */
    public Optional<byte[]> content(Scope scope, long id) {
        return store.read(scope, client -> new AggregateBook(client).content(id));
    }

    /** From now on evaluations do without it; tells whether there was such a file. */
    public boolean withdraw(Actor actor, long id) {
        return store.change(actor.scope(), client -> new AggregateBook(client).withdraw(actor, id));
    }
}
