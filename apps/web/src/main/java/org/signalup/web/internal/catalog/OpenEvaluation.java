package org.signalup.web.internal.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.signalup.domain.Reach;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.evaluate.ResultTables;
import org.signalup.evaluate.Summary;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeTarget;
import org.signalup.standards.Standard;
import org.signalup.web.internal.site.PageFailure;

/** An evaluation whose tables can be asked. Controllers take it as an argument: {@code /e/{evaluation}/…}. */
public final class OpenEvaluation implements AutoCloseable {
    private static final int KEPT_ANSWERS = 200;
    private static final String ATTRIBUTION = "input/ledger/ATTRIBUTION.txt";
    private static final int LONGEST_ATTRIBUTION = 2_000;

    private record Attribution() {}

    private final CatalogEntry entry;
    private final Engine engine;
    private final ResultTables tables;
    private final Names names;
    private final Map<Object, Object> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
            return size() > KEPT_ANSWERS;
        }
    });

    private OpenEvaluation(CatalogEntry entry, Engine engine) {
        this.entry = entry;
        this.engine = engine;
        this.tables = ResultTables.of(entry.results(), entry.reach(), engine);
        this.names = Names.of(entry.programme(), tables);
    }

    static OpenEvaluation open(CatalogEntry entry) {
        return new OpenEvaluation(entry, PageEngine.open());
    }

    public CatalogEntry entry() {
        return entry;
    }

    public String id() {
        return entry.id();
    }

    /** Where its pages are. */
    public String path() {
        return "/e/"
                + org.springframework.web.util.UriUtils.encodePathSegment(
                        id(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** How much of it is seen. */
    public Reach reach() {
        return entry.reach();
    }

    /** Whether all of it is seen, raw inputs and files as they are among it. */
    public boolean whole() {
        return entry.whole();
    }

    /**
     * The folder, for those who see all of it.
     *
     * @throws PageFailure 403 for everybody else: its files hold what others measured
     */
    public Path folder() {
        if (!whole()) {
            throw PageFailure.forbidden(
                    Text.of(
                            "这些文件含全部单位的数据，只向查看范围不受限的人提供；请下载表格",
                            "These files hold the data of everybody and are for those who see all of it; take the tables instead"));
        }
        return entry.results().folder();
    }

    public Summary summary() {
        return entry.summary();
    }

    public Programme programme() {
        return entry.programme();
    }

    public Standard standard() {
        return entry.standard();
    }

    /**
     * A target of the programme by its id; none for an empty one.
     *
     * @throws PageFailure 400 if there is no such target
     */
    public Optional<ProgrammeTarget> target(String id) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(programme().targets().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> PageFailure.badRequest(Text.of("没有这个目标：" + id, "There is no such target: " + id))));
    }

    /** The day that stands for today, as the ledger writes days; after all of them where the evaluation has none. */
    public String today() {
        return summary().asOf().map(LocalDate::toString).orElse("9999-12-31");
    }

    /** What a row that leaves the pages says of itself: that its data are simulated, or nothing. */
    public String rowLabel() {
        return summary().simulated() ? "模拟数据 simulated" : "";
    }

    /** Whom the ledger thanks: the text its folder carries for open data that ask to be named; empty without one. */
    public String attribution() {
        return keep(new Attribution(), () -> {
            Path file = entry.results().folder().resolve(ATTRIBUTION);
            try {
                return Files.isRegularFile(file)
                        ? shortened(Files.readString(file).strip())
                        : "";
            } catch (IOException e) {
                return "";
            }
        });
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_ATTRIBUTION ? text.substring(0, LONGEST_ATTRIBUTION) + "…" : text;
    }

    /** The tables to ask with SQL. */
    public ResultTables tables() {
        return tables;
    }

    public Names names() {
        return names;
    }

    /**
     * An answer worked out once: an evaluation never changes. The longest unused are forgotten.
     *
     * @param key a record of the page that asks, with everything the answer depends on
     */
    @SuppressWarnings("unchecked")
    public <T> T keep(Object key, Supplier<T> answer) {
        Object known = kept.get(key);
        if (known == null) {
            known = answer.get();
            kept.put(key, known);
        }
        return (T) known;
    }

    @Override
    public void close() {
        engine.close();
    }
}
