package org.signalup.web.internal.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.signalup.domain.Reach;
import org.signalup.engine.Engine;
import org.signalup.evaluate.Evaluation;
import org.signalup.evaluate.ResultTables;
import org.signalup.evaluate.Results;
import org.signalup.evaluate.Summary;
import org.signalup.standards.Programme;
import org.signalup.standards.Standard;

/** An evaluation as the lists show it to somebody: what is counted of it lies within their reach. */
public final class CatalogEntry {
    private static final int KEPT_REACHES = 200;

    private final String id;
    private final Results results;
    private final String stamp;
    private final Reach reach;
    private final Map<Reach, CatalogEntry> parts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Reach, CatalogEntry> eldest) {
            return size() > KEPT_REACHES;
        }
    };
    private Summary summary;

    private CatalogEntry(String id, Results results, String stamp, Reach reach) {
        this.id = id;
        this.results = results;
        this.stamp = stamp;
        this.reach = reach;
    }

    static CatalogEntry read(Path folder) {
        return new CatalogEntry(
                folder.getFileName().toString(), Evaluation.open(folder), stampOf(folder), Reach.EVERYTHING);
    }

    static String stampOf(Path folder) {
        Path manifest = folder.resolve("manifest.json");
        try {
            return Files.getLastModifiedTime(manifest).toMillis() + "-" + Files.size(manifest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for somebody who sees a part of it. */
    synchronized CatalogEntry within(Reach other) {
        return other.equals(reach)
                ? this
                : parts.computeIfAbsent(other, part -> new CatalogEntry(id, results, stamp + "-" + mark(part), part));
    }

    /** Another for another reach: what is kept by a stamp is kept for those who see the same. */
    private static String mark(Reach reach) {
        String text = Stream.of(reach.divisions(), reach.scenarios(), reach.operators(), reach.places())
                .map(limit ->
                        limit.map(codes -> new TreeSet<>(codes).toString()).orElse("*"))
                .collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Name of its folder. */
    public String id() {
        return id;
    }

    /** Changes when the folder is replaced; another for everybody who sees another part. */
    public String stamp() {
        return stamp;
    }

    public Reach reach() {
        return reach;
    }

    /** Whether all of it is seen, raw inputs and files as they are among it. */
    public boolean whole() {
        return reach.everything();
    }

    /** All of it, for what holds it to the reach. */
    Results results() {
        return results;
    }

    public Programme programme() {
        return results.programme();
    }

    public Standard standard() {
        return results.standard();
    }

    /** What was read and how it came out, as far as it is seen; a part is counted when first asked for. */
    public synchronized Summary summary() {
        if (summary == null) {
            summary = whole() ? results.summary() : counted();
        }
        return summary;
    }

    private Summary counted() {
        try (Engine engine = PageEngine.open()) {
            return ResultTables.of(results, reach, engine).summary(results.summary());
        }
    }

    /** The tables of this and of an earlier one as {@code other_…}, in one session. */
    public ResultTables beside(CatalogEntry other, Engine engine) {
        return ResultTables.beside(results, other.results, reach, engine);
    }

    /** Whether both rest on the same samples of the same period. */
    public boolean sameData(CatalogEntry other) {
        Summary one = results.summary();
        Summary two = other.results.summary();
        return files(one).equals(files(two))
                && one.from().equals(two.from())
                && one.to().equals(two.to());
    }

    private static Set<String> files(Summary summary) {
        return summary.files().stream().map(Summary.FileLine::digest).collect(Collectors.toSet());
    }

    /** Whether both rest on the same {@code ledger}, {@code standard} or {@code programme}. */
    public boolean same(String input, CatalogEntry other) {
        return Objects.equals(
                results.summary().digests().get(input),
                other.results.summary().digests().get(input));
    }

    /** The day it speaks of; sorts as text. */
    public String asOfText() {
        return results.summary().asOf().map(LocalDate::toString).orElse("");
    }
}
