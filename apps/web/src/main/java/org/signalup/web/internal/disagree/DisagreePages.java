package org.signalup.web.internal.disagree;

import java.util.List;
import org.signalup.evaluate.ResultTables;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.result.Agreement;
import org.signalup.web.internal.site.SqlWhere;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 来源对照: how far sources agree about key points and bins, and where they do not. */
@Controller
@Needs(Capability.RESULT_READ)
final class DisagreePages {
    /** Targets shown at once, and places and lines; all of them are in the files. */
    private static final int SHOWN = 200;

    private static final int OBJECTS = 50;

    private record ComparedOf() {}

    private record Compared(List<Agreement> kinds, List<Agreement> worst) {
        long compared() {
            return kinds.stream().mapToLong(Agreement::compared).sum();
        }

        long differing() {
            return kinds.stream().mapToLong(Agreement::differing).sum();
        }
    }

    private record TargetsOf(String object, String id) {}

    /**
     * @param object PLACE or LINE, with its {@code id}: targets of that one only
     */
    @GetMapping("/e/{evaluation}/sources")
    String sources(
            OpenEvaluation evaluation,
            @RequestParam(defaultValue = "") String object,
            @RequestParam(defaultValue = "") String id,
            Model model) {
        ResultTables tables = evaluation.tables();
        Compared compared = evaluation.keep(
                new ComparedOf(), () -> new Compared(Agreement.together(tables), Agreement.worst(tables, OBJECTS)));
        model.addAttribute("nav", "quality");
        model.addAttribute("known", Agreement.knownIn(tables));
        model.addAttribute("kinds", compared.kinds());
        model.addAttribute("worst", compared.worst());
        model.addAttribute("compared", compared.compared());
        model.addAttribute("differing", compared.differing());
        model.addAttribute("one", id.isEmpty() ? List.of() : Agreement.list(tables, object, id));
        model.addAttribute("id", id);
        model.addAttribute("targets", targets(evaluation, object, id));
        model.addAttribute("shown", SHOWN);
        model.addAttribute("precedence", evaluation.standard().precedence());
        return "disagree/sources";
    }

    private static List<Differing> targets(OpenEvaluation evaluation, String object, String id) {
        if (!Agreement.knownIn(evaluation.tables())) {
            return List.of();
        }
        return evaluation.keep(new TargetsOf(object, id), () -> {
            SqlWhere where = new SqlWhere();
            if (!id.isEmpty()) {
                where.and("d.object = ?", object).and("d.object_id = ?", id);
            }
            return Differing.list(evaluation.tables(), where, SHOWN);
        });
    }
}
