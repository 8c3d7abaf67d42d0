package org.signalup.web.internal.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.signalup.domain.Reach;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.web.WebOptions;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The evaluations of a folder, by folder name. New ones appear without a restart; one that is replaced is opened anew.
 * Few are kept open, the longest unused is closed first.
 */
@Component
public final class Catalog implements DisposableBean {
    private static final String MANIFEST = "manifest.json";
    private static final int KEPT_OPEN = 16;

    /** Whoever still reads one that is no longer kept has this long to finish. */
    private static final Duration PARTING = Duration.ofMinutes(2);

    private final Path folder;
    private final Map<Seen, OpenEvaluation> open = new LinkedHashMap<>(16, 0.75f, true);
    private final Deque<Parting> parting = new ArrayDeque<>();
    private final Map<Path, CatalogEntry> entries = new LinkedHashMap<>();

    /** What is kept open: an evaluation as somebody sees it. */
    private record Seen(String id, Reach reach) {}

    private record Parting(OpenEvaluation evaluation, long sinceNanos) {}

    Catalog(WebOptions options) {
        this.folder = options.evaluations().toAbsolutePath().normalize();
    }

    /** What is known of each evaluation without opening its tables, as far as it is in reach, the newest first. */
    public List<CatalogEntry> list(Reach reach) {
        return reach.equals(Reach.NOTHING)
                ? List.of()
                : list().stream().map(entry -> entry.within(reach)).toList();
    }

    private synchronized List<CatalogEntry> list() {
        List<CatalogEntry> found = new ArrayList<>();
        for (Path child : folders()) {
            CatalogEntry known = entries.get(child);
            if (known == null || !known.stamp().equals(CatalogEntry.stampOf(child))) {
                entries.remove(child);
                read(child).ifPresent(entry -> entries.put(child, entry));
            }
            Optional.ofNullable(entries.get(child)).ifPresent(found::add);
        }
        found.sort(Comparator.comparing(CatalogEntry::asOfText, Comparator.reverseOrder())
                .thenComparing(CatalogEntry::id));
        return found;
    }

    /** A folder that is not whole is not shown; opening it by name says why. */
    private static Optional<CatalogEntry> read(Path child) {
        try {
            return Optional.of(CatalogEntry.read(child));
        } catch (RefusedException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private List<Path> folders() {
        if (Files.isRegularFile(folder.resolve(MANIFEST))) {
            return List.of(folder);
        }
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> !child.getFileName().toString().startsWith("."))
                    .filter(child -> Files.isRegularFile(child.resolve(MANIFEST)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An evaluation by its id, opened for somebody.
     *
     * @throws PageFailure 404 if there is none
     */
    public synchronized OpenEvaluation get(String id, Reach reach) {
        CatalogEntry entry = list(reach).stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> PageFailure.notFound(Text.of("没有这个评测批次：" + id, "There is no such evaluation: " + id)));
        Seen seen = new Seen(id, reach);
        OpenEvaluation opened = open.get(seen);
        if (opened != null && !opened.entry().stamp().equals(entry.stamp())) {
            part(open.remove(seen));
            opened = null;
        }
        if (opened == null) {
            opened = OpenEvaluation.open(entry);
            open.put(seen, opened);
            closeLongestUnused();
        }
        return opened;
    }

    private void closeLongestUnused() {
        while (open.size() > KEPT_OPEN) {
            part(open.remove(open.keySet().iterator().next()));
        }
        while (!parting.isEmpty() && System.nanoTime() - parting.peek().sinceNanos() > PARTING.toNanos()) {
            parting.remove().evaluation().close();
        }
    }

    private void part(OpenEvaluation evaluation) {
        parting.add(new Parting(evaluation, System.nanoTime()));
    }

    @Override
    public synchronized void destroy() {
        open.values().forEach(OpenEvaluation::close);
        open.clear();
        parting.forEach(gone -> gone.evaluation().close());
        parting.clear();
    }
}
