package org.signalup.web.internal.compare;

import java.util.List;
import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.web.internal.catalog.Catalog;
import org.signalup.web.internal.catalog.CatalogEntry;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.stereotype.Component;

/** What an evaluation can be compared with. */
@Component
final class Others {
    private final Catalog catalog;

    Others(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Other evaluations of the programme, the newest first. */
    List<CatalogEntry> of(OpenEvaluation evaluation) {
        return catalog.list(evaluation.reach()).stream()
                .filter(entry -> !entry.id().equals(evaluation.id()))
                .filter(entry ->
                        entry.programme().id().equals(evaluation.programme().id()))
                .toList();
    }

    /**
     * The one asked for, else the newest that is not newer.
     *
     * @throws PageFailure 404 if the one asked for is not there
     */
    Optional<CatalogEntry> find(OpenEvaluation evaluation, String with) {
        List<CatalogEntry> others = of(evaluation);
        if (!with.isEmpty()) {
            return Optional.of(others.stream()
                    .filter(entry -> entry.id().equals(with))
                    .findFirst()
                    .orElseThrow(() -> PageFailure.notFound(
                            Text.of("没有可对比的评测批次：" + with, "There is no evaluation to compare with: " + with))));
        }
        String asOf = evaluation.entry().asOfText();
        return others.stream()
                .filter(entry -> entry.asOfText().compareTo(asOf) <= 0)
                .findFirst()
                .or(() -> others.stream().findFirst());
    }
}
