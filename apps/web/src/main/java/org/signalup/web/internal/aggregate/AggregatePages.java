package org.signalup.web.internal.aggregate;

import static org.signalup.web.internal.site.ListFile.column;

import java.io.IOException;
import java.util.List;
import org.signalup.domain.Language;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.intake.ServiceAggregates;
import org.signalup.job.AggregateFile;
import org.signalup.job.Aggregates;
import org.signalup.job.JobSettings;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.publish.TableFile;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.job.JobTimes;
import org.signalup.web.internal.site.Filled;
import org.signalup.web.internal.site.ListFile;
import org.signalup.web.internal.site.PageFailure;
import org.signalup.web.internal.site.SavedAs;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 业务汇总数据: files brought, what was refused of them, and a form for another. */
@Platform
@Controller
@Needs(Capability.SAMPLE_SEND)
final class AggregatePages {
    static final String PATH = "/aggregates";

    private static final List<TableFile.Column> COLUMNS = List.of(
            column("file", "文件", "File"),
            column("sha256", "SHA-256", "SHA-256"),
            column("rows", "行数", "Rows"),
            column("refused", "拒收", "Refused"),
            column("brought_by", "提交人", "Brought by"),
            column("brought_at", "时间", "At"),
            column("withdrawn_at", "撤回时间", "Withdrawn"));

    private final Aggregates aggregates;
    private final JobTimes times;

    AggregatePages(Aggregates aggregates, JobSettings settings) {
        this.aggregates = aggregates;
        this.times = new JobTimes(settings.zone());
    }

    @GetMapping(PATH)
    String list(Actor actor, Model model) {
        return list(actor, Filled.NOTHING, model);
    }

    private String list(Actor actor, Filled filled, Model model) {
        model.addAttribute("filled", filled);
        model.addAttribute("files", aggregates.list(actor.scope()));
        model.addAttribute("columns", String.join(",", ServiceAggregates.columns()));
        model.addAttribute("times", times);
        return "aggregate/list";
    }

    @GetMapping(PATH + "/list.{extension}")
    ResponseEntity<byte[]> list(Actor actor, @PathVariable String extension, Language language) {
        List<List<Object>> rows =
                aggregates.list(actor.scope()).stream().map(this::row).toList();
        return ListFile.of(
                extension, "service_aggregates", Text.of("业务汇总数据", "Service aggregates"), COLUMNS, rows, language);
    }

    private List<Object> row(AggregateFile file) {
        return List.of(
                file.name(),
                file.digest(),
                Long.toString(file.rows()),
                Long.toString(file.rowsRefused()),
                file.broughtBy(),
                times.of(file.broughtAt()),
                times.of(file.withdrawnAt()));
    }

    @PostMapping(PATH)
    String bring(Actor actor, @RequestParam(name = "file") MultipartFile file, Model model) throws IOException {
        try {
            return "redirect:" + PATH + "/"
                    + aggregates
                            .bring(actor, Brought.name(file), Brought.content(file))
                            .id();
        } catch (RefusedException e) {
            return list(actor, Filled.NOTHING.with(e.problems()), model);
        }
    }

    @GetMapping(PATH + "/{id}")
    String one(Actor actor, @PathVariable long id, Model model) {
        model.addAttribute("file", find(actor, id));
        model.addAttribute("times", times);
        return "aggregate/file";
    }

    @GetMapping(PATH + "/{id}/content")
    ResponseEntity<byte[]> content(Actor actor, @PathVariable long id) {
        AggregateFile file = find(actor, id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, SavedAs.named(file.name()))
                .body(aggregates.content(actor.scope(), id).orElseThrow(AggregatePages::none));
    }

    @PostMapping(PATH + "/{id}/withdraw")
    String withdraw(Actor actor, @PathVariable long id) {
        find(actor, id);
        aggregates.withdraw(actor, id);
        return "redirect:" + PATH + "/" + id;
    }

    private AggregateFile find(Actor actor, long id) {
        return aggregates.find(actor.scope(), id).orElseThrow(AggregatePages::none);
    }

    static PageFailure none() {
        return PageFailure.notFound(Text.of("没有这个汇总数据文件", "There is no such file of aggregates"));
    }
}
