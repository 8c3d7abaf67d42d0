package org.signalup.web.internal.sources;

import static org.signalup.web.internal.site.ListFile.column;

import java.time.LocalDate;
import java.util.List;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.job.JobSettings;
import org.signalup.lake.SourceBasis;
import org.signalup.live.Batches;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.publish.TableFile;
import org.signalup.upload.Sources;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.job.JobTimes;
import org.signalup.web.internal.site.ListFile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 数据来源: what is in the lake, batch by batch, and what came live, sender by sender. */
@Platform
@Controller
@Needs(Capability.SAMPLE_READ)
final class SourcePages {
    static final String PATH = "/sources";
    private static final String UNSAID = "UNSAID";
    private static final List<TableFile.Column> COLUMNS = List.of(
            column("lake_batch", "湖中批次", "Batch of the lake"),
            column("upload", "上传", "Upload"),
            column("organisation", "责任单位", "Organisation"),
            column("basis", "来源依据", "Basis"),
            column("files", "文件数", "Files"),
            column("rows", "行数", "Rows"),
            column("dates", "采样日期", "Dates"));

    private final Sources sources;
    private final Batches live;
    private final JobTimes times;

    SourcePages(Sources sources, Batches live, JobSettings settings) {
        this.sources = sources;
        this.live = live;
        this.times = new JobTimes(settings.zone());
    }

    /** A batch as the page shows it. */
    public record Shown(Sources.Batch batch) {
        /** One date, or the first and the last. */
        public String dates() {
            List<LocalDate> all = batch.dates();
            if (all.isEmpty()) {
                return "–";
            }
            LocalDate first = all.get(0);
            LocalDate last = all.get(all.size() - 1);
            return first.equals(last) ? first.toString() : first + " – " + last;
        }
    }

    @GetMapping(PATH)
    String list(Actor actor, @RequestParam(defaultValue = "") String basis, Model model) {
        model.addAttribute("batches", batches(actor, basis));
        model.addAttribute("basis", basis);
        model.addAttribute("bases", SourceBasis.Kind.ofFiles());
        model.addAttribute("ofLive", SourceBasis.Kind.LIVE.text());
        model.addAttribute("senders", live.senders(actor));
        model.addAttribute("times", times);
        return "sources/list";
    }

    @GetMapping(PATH + "/list.{extension}")
    ResponseEntity<byte[]> list(
            Actor actor,
            @PathVariable String extension,
            @RequestParam(defaultValue = "") String basis,
            Language language) {
        List<List<Object>> rows = batches(actor, basis).stream()
                .map(batch -> row(batch, language))
                .toList();
        return ListFile.of(extension, "sources", Text.of("数据来源", "Sources"), COLUMNS, rows, language);
    }

    /** @param basis of one kind, those of which nobody said any, or (empty) all */
    private List<Shown> batches(Actor actor, String basis) {
        return sources.list(actor).stream()
                .filter(batch -> basis.isEmpty()
                        || basis.equals(batch.basis().map(Enum::name).orElse(UNSAID)))
                .map(Shown::new)
                .toList();
    }

    private static List<Object> row(Shown shown, Language language) {
        Sources.Batch batch = shown.batch();
        return List.of(
                batch.id(),
                batch.upload().map(upload -> Long.toString(upload.id())).orElse(""),
                batch.organisation(),
                batch.basis().map(kind -> kind.text().in(language)).orElse(""),
                Integer.toString(batch.files()),
                Long.toString(batch.rows()),
                shown.dates());
    }
}
