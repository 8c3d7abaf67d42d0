package org.signalup.web.internal.live;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.signalup.domain.Text;
import org.signalup.job.JobSettings;
import org.signalup.live.Batch;
import org.signalup.live.Batches;
import org.signalup.live.Batches.Position;
import org.signalup.live.Finding;
import org.signalup.live.KnownBatch;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.job.JobTimes;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 接入批次: what came in, what of it was refused and why, what is odd about it. */
@Platform
@Controller
@Needs(Capability.SAMPLE_READ)
final class BatchPages {
    static final String PATH = "/batches";
    private static final int SHOWN = 100;
    private static final int REFUSED = 200;

    private final Batches batches;
    private final JobTimes times;

    BatchPages(Batches batches, JobSettings settings) {
        this.batches = batches;
        this.times = new JobTimes(settings.zone());
    }

    @GetMapping(PATH)
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "0") long probe,
            Model model) {
        List<KnownBatch> found = batches.list(actor, position(before, id), probe, SHOWN + 1);
        boolean more = found.size() > SHOWN;
        List<KnownBatch> shown = more ? found.subList(0, SHOWN) : found;
        model.addAttribute("batches", shown);
        model.addAttribute("last", more ? shown.get(SHOWN - 1).batch() : null);
        model.addAttribute("probe", probe);
        model.addAttribute("times", times);
        return "batch/list";
    }

    private static Position position(String before, String id) {
        try {
            return before.isEmpty() ? Position.START : new Position(Instant.parse(before), id);
        } catch (DateTimeParseException e) {
            throw PageFailure.badRequest(Text.of("地址中的时间无法识别", "The time in the address is not understood"));
        }
    }

    /** A code with its meaning and how often. */
    record Count(String code, Text meaning, long rows) {}

    @GetMapping(PATH + "/{id}")
    String batch(Actor actor, @PathVariable String id, Model model) {
        KnownBatch known = batches.find(actor, id).orElseThrow(LiveFailures::noBatch);
        Batch batch = known.batch();
        model.addAttribute("known", known);
        model.addAttribute(
                "counts",
                batch.refusedByCode().entrySet().stream()
                        .map(entry -> new Count(
                                entry.getKey(),
                                new Batch.RefusedRow(0, "", "", entry.getKey()).text(),
                                entry.getValue()))
                        .toList());
        model.addAttribute("refused", batch.refused().stream().limit(REFUSED).toList());
        model.addAttribute(
                "findings",
                batch.findings().stream()
                        .map(code -> Finding.find(code).map(Finding::text).orElse(Text.same(code)))
                        .toList());
        model.addAttribute("times", times);
        return "batch/batch";
    }
}
