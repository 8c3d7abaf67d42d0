package org.signalup.web.internal.catalog;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.people.Capability;
import org.signalup.publish.TableFile;
import org.signalup.web.internal.access.Entrance;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.ListFile;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The list of evaluations on the platform. */
@Platform
@Controller
final class PlatformCatalogPages {
    private static final String PATH = "/evaluations";

    private static final List<TableFile.Column> COLUMNS = List.of(
            ListFile.column("evaluation", "评测批次", "Evaluation"),
            ListFile.column("standard", "标准", "Standard"),
            ListFile.column("as_of", "截止", "As of"),
            ListFile.column("simulated", "模拟数据", "Simulated data"));

    private final Catalog catalog;
    private final ResultReach reach;

    PlatformCatalogPages(Catalog catalog, ResultReach reach) {
        this.catalog = catalog;
        this.reach = reach;
    }

    @GetMapping(PATH + "/list.{extension}")
    @Needs(Capability.RESULT_READ)
    ResponseEntity<byte[]> file(@PathVariable String extension, HttpServletRequest request, Language language) {
        List<List<Object>> rows = catalog.list(reach.of(request)).stream()
                .map(entry -> List.<Object>of(
                        entry.id(),
                        entry.standard().name().in(language),
                        entry.asOfText(),
                        Boolean.toString(entry.summary().simulated())))
                .toList();
        return ListFile.of(extension, "evaluations", Text.of("评测批次", "Evaluations"), COLUMNS, rows, language);
    }

    @GetMapping(PATH)
    @Needs(Capability.RESULT_READ)
    String list() {
        return "catalog/list";
    }

    @Platform
    @Configuration(proxyBeanMethods = false)
    static class Offer {
        @Bean
        Entrance evaluationsEntrance() {
            return new Entrance(
                    20,
                    PATH,
                    Text.of("评测结果", "Results"),
                    Text.of(
                            "判定、星级、进展、地图，每个数字都能点到样本",
                            "verdicts, stars, progress, map; every number opens to its samples"),
                    Set.of(Capability.RESULT_READ));
        }
    }
}
