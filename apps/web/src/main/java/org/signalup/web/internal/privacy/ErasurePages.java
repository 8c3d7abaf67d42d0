package org.signalup.web.internal.privacy;

import java.util.List;
import java.util.Optional;
import org.signalup.domain.Language;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.job.JobSettings;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.privacy.Erasure;
import org.signalup.privacy.ErasureOrder;
import org.signalup.privacy.Erasures;
import org.signalup.privacy.Traces;
import org.signalup.publish.TableFile;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.job.JobTimes;
import org.signalup.web.internal.site.Filled;
import org.signalup.web.internal.site.ListFile;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 抹去终端: name a device, see what there is of it, erase it, print the receipt. Its id is in no address and in no table. */
@Platform
@Controller
@Needs(Capability.PLATFORM_MANAGE)
final class ErasurePages {
    static final String PATH = "/erasures";
    private static final int SHOWN = 50;
    private static final int MOST_IN_A_FILE = 100_000;
    private static final List<TableFile.Column> COLUMNS = List.of(
            ListFile.column("erasure", "回执", "Receipt"),
            ListFile.column("asked_at", "何时", "When"),
            ListFile.column("asked_by", "请求人", "Asked by"),
            ListFile.column("reason", "理由", "Reason"),
            ListFile.column("pseudonyms", "终端的化名", "Pseudonyms"),
            ListFile.column("rows", "抹去行数", "Rows erased"),
            ListFile.column("files", "抹去原始文件", "Raw files erased"),
            ListFile.column("by", "经办", "Carried out by"),
            ListFile.column("ended_at", "完成时间", "Done"));

    private final Erasures erasures;
    private final JobTimes times;

    ErasurePages(Erasures erasures, JobSettings settings) {
        this.erasures = erasures;
        this.times = new JobTimes(settings.zone());
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor, @RequestParam(defaultValue = "0") long before) {
        return list(actor, before, Filled.NOTHING, Optional.empty());
    }

    private ModelAndView list(Actor actor, long before, Filled filled, Optional<Traces> found) {
        List<Erasure> all = erasures.list(actor.scope(), Math.max(0, before), SHOWN + 1);
        boolean more = all.size() > SHOWN;
        ModelAndView page = new ModelAndView("privacy/erasures");
        page.addObject("erasures", more ? all.subList(0, SHOWN) : all);
        page.addObject("older", more ? all.get(SHOWN - 1).id() : 0L);
        page.addObject("filled", filled);
        page.addObject("found", found.orElse(null));
        page.addObject("times", times);
        return page;
    }

    /** Says what there is; with {@code sure}, erases it. */
    @PostMapping(PATH)
    ModelAndView ask(Actor actor, Filled filled) {
        ErasureOrder order = new ErasureOrder(filled.get("device"), filled.get("asked_by"), filled.get("reason"));
        try {
            if (filled.ticked("sure")) {
                return new ModelAndView(
                        "redirect:" + PATH + "/" + erasures.erase(actor, order).id());
            }
            order.check();
            return list(actor, 0, filled, Optional.of(erasures.look(order)));
        } catch (RefusedException refused) {
            ModelAndView page = list(actor, 0, filled.with(refused.problems()), Optional.empty());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView receipt(Actor actor, @PathVariable long id) {
        ModelAndView page = new ModelAndView("privacy/receipt");
        page.addObject("erasure", find(erasures, actor, id));
        page.addObject("times", times);
        return page;
    }

    @GetMapping(PATH + "/list.{extension}")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable String extension, Language language) {
        List<List<Object>> rows = erasures.list(actor.scope(), 0, MOST_IN_A_FILE).stream()
                .map(this::row)
                .toList();
        return ListFile.of(extension, "erasures", Text.of("抹去终端", "Erasures"), COLUMNS, rows, language);
    }

    private List<Object> row(Erasure done) {
        return List.of(
                Long.toString(done.id()),
                times.of(done.asked()),
                done.askedBy(),
                done.reason(),
                String.join(" ", done.pseudonyms()),
                Long.toString(done.rows()),
                Long.toString(done.files()),
                done.by(),
                times.of(done.ended()));
    }

    /** @throws PageFailure 404 if whoever asks sees no such receipt */
    static Erasure find(Erasures erasures, Actor actor, long id) {
        return erasures.find(actor.scope(), id)
                .orElseThrow(() -> PageFailure.notFound(Text.of("没有这张回执", "There is no such receipt")));
    }
}
