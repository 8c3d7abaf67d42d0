package org.signalup.cli.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.signalup.domain.Text;

/**
 * Whether results may go where the caller says, asked before any work: a full folder would be found only after the
 * ledger was read, and {@code --replace} takes away all that is in a folder, which must never be what the run reads.
 */
final class OutputPlace {
    private final Session session;

    OutputPlace(Session session) {
        this.session = session;
    }

    /** @throws UsageException if not */
    void check(EvaluationRun.Order order) {
        if (order.out().toAbsolutePath().normalize().getFileName() == null) {
            throw Words.wrong("--out", order.out().toString(), Text.of("有名字的目录", "a folder with a name"));
        }
        if (!Files.isDirectory(order.out()) || empty(order.out())) {
            return;
        }
        if (!order.replace()) {
            throw new UsageException(Text.of(
                    "--out: " + order.out() + " 非空；整体替换请加 --replace",
                    "--out: " + order.out() + " is not empty; add --replace to replace it as a whole"));
        }
        Path out = real(order.out());
        for (Path kept : kept(order)) {
            if (real(kept).startsWith(out)) {
                throw new UsageException(Text.of(
                        "--out: " + order.out() + " 里有本次要用的 " + kept + "，替换会把它删掉；请另选目录",
                        "--out: " + order.out() + " holds " + kept
                                + ", which replacing would delete; choose another folder"));
            }
        }
    }

    /** What is read, where the caller stands, and the platform itself. */
    private List<Path> kept(EvaluationRun.Order order) {
        List<Path> kept = new ArrayList<>(order.samples());
        kept.add(order.ledger());
        order.overlay().ifPresent(kept::add);
        file(order.standard()).ifPresent(kept::add);
        order.profile().flatMap(OutputPlace::file).ifPresent(kept::add);
        kept.add(session.home());
        kept.add(Path.of("").toAbsolutePath());
        return kept;
    }

    /** Standards and profiles are named by id or by file. */
    private static Optional<Path> file(String idOrFile) {
        try {
            return Optional.of(Path.of(idOrFile)).filter(Files::exists);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean empty(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
