package org.signalup.web.internal.standard;

import java.util.List;
import java.util.Optional;
import org.signalup.domain.Language;
import org.signalup.people.Capability;
import org.signalup.standards.StandardExplainer;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 标准. */
@Controller
@Needs(Capability.RESULT_READ)
final class StandardPages {
    private record ChaptersIn(Language language) {}

    @GetMapping("/e/{evaluation}/standard")
    String standard(OpenEvaluation evaluation, Language language, Model model) {
        List<Chapter> chapters = evaluation.keep(
                new ChaptersIn(language),
                () -> Chapter.of(StandardExplainer.explain(
                        evaluation.standard(), Optional.of(evaluation.programme()), language)));
        model.addAttribute("nav", "standard");
        model.addAttribute("head", chapters.get(0));
        model.addAttribute("chapters", chapters.subList(1, chapters.size()));
        return "standard/standard";
    }
}
