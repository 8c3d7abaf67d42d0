package org.signalup.web.internal.register;

import static org.signalup.web.internal.site.ListFile.column;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.signalup.domain.Language;
import org.signalup.domain.Problem;
import org.signalup.domain.Text;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.publish.TableFile;
import org.signalup.register.BaseFigures;
import org.signalup.register.Baselines;
import org.signalup.register.ImportBatch;
import org.signalup.register.ImportBatch.Status;
import org.signalup.register.ImportRow;
import org.signalup.register.Imports;
import org.signalup.register.PendingChange;
import org.signalup.register.PendingChanges;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.ListFile;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The smaller lists of the ledger as files; those of entries are {@link EntryFile}. */
@Platform
@Controller
@Needs(Capability.LEDGER_READ)
final class RegisterFiles {
    private static final int MOST = 1_000_000;
    private static final List<TableFile.Column> FIGURES = List.of(
            column("target", "目标", "Target"),
            column("division_code", "行政区划代码", "Division"),
            column("scenario", "场景", "Scenario"),
            column("number", "底数", "Figure"),
            column("source", "出处", "Source"),
            column("stated_on", "日期", "Day"),
            column("who", "谁", "Who"));
    private static final List<TableFile.Column> BASELINES = List.of(
            column("name", "名称", "Name"),
            column("division_code", "行政区划代码", "Division"),
            column("scenario", "场景", "Scenario"),
            column("frozen_on", "日期", "Day"),
            column("places", "场所", "Places"),
            column("key_points", "关键点位", "Key points"),
            column("exempt", "当时免测", "Exempt then"),
            column("ledger_version", "台账版本", "Ledger version"),
            column("who", "谁", "Who"));
    private static final List<TableFile.Column> PENDING = List.of(
            column("id", "编号", "Id"),
            column("name", "名称", "Name"),
            column("action", "申请", "Asked for"),
            column("reason", "理由", "Reason"),
            column("exempt_reason", "免测原因", "Exempt because"),
            column("state", "状态", "State"),
            column("requested_by", "申请人", "Asked by"),
            column("requested_at", "申请时间", "Asked at"),
            column("decided_by", "复核人", "Decided by"),
            column("note", "复核意见", "Note"));
    private static final List<TableFile.Column> IMPORTS = List.of(
            column("import", "导入", "Import"),
            column("files", "文件", "Files"),
            column("state", "状态", "State"),
            column("made_at", "时间", "At"),
            column("who", "谁", "Who"),
            column("new", "新增", "New"),
            column("changed", "修改", "Changed"),
            column("unchanged", "无变化", "Unchanged"),
            column("conflict", "冲突", "In conflict"),
            column("refused", "拒收", "Refused"));
    private static final List<TableFile.Column> ROWS = List.of(
            column("file", "文件", "File"),
            column("line", "行", "Line"),
            column("id", "编号", "Id"),
            column("status", "结果", "What becomes of it"),
            column("problems", "原因", "Why"));

    private final BaseFigures figures;
    private final Baselines baselines;
    private final PendingChanges pending;
    private final Imports imports;
    private final LedgerWords words;

    RegisterFiles(
            BaseFigures figures, Baselines baselines, PendingChanges pending, Imports imports, LedgerWords words) {
        this.figures = figures;
        this.baselines = baselines;
        this.pending = pending;
        this.imports = imports;
        this.words = words;
    }

    @GetMapping("/ledger/figures/list.{extension}")
    ResponseEntity<byte[]> figures(Actor actor, @PathVariable String extension, Language language) {
        List<List<Object>> rows = figures.list(actor.scope()).stream()
                .map(figure -> List.<Object>of(
                        words.target(figure.target()).in(language),
                        figure.divisionCode(),
                        words.scenario(figure.scenario()).in(language),
                        Double.toString(figure.number()),
                        figure.source(),
                        figure.statedOn().toString(),
                        figure.who()))
                .toList();
        return ListFile.of(extension, "base-figures", Text.of("底数", "Base figures"), FIGURES, rows, language);
    }

    @GetMapping("/ledger/baselines/list.{extension}")
    ResponseEntity<byte[]> baselines(Actor actor, @PathVariable String extension, Language language) {
        List<List<Object>> rows = baselines.list(actor.scope()).stream()
                .map(baseline -> List.<Object>of(
                        baseline.name(),
                        baseline.divisionCode(),
                        words.scenario(baseline.scenario()).in(language),
                        baseline.frozenOn().toString(),
                        Integer.toString(baseline.places()),
                        Integer.toString(baseline.points()),
                        Integer.toString(baseline.exempt()),
                        Long.toString(baseline.ledgerVersion()),
                        baseline.who()))
                .toList();
        return ListFile.of(extension, "baselines", Text.of("台账基线", "Baselines"), BASELINES, rows, language);
    }

    @GetMapping("/ledger/pending/list.{extension}")
    ResponseEntity<byte[]> pending(Actor actor, @PathVariable String extension, Language language) {
        List<List<Object>> rows = pending.list(actor.scope(), Optional.empty(), Long.MAX_VALUE, MOST).stream()
                .map(change -> row(change, language))
                .toList();
        return ListFile.of(extension, "pending-changes", Text.of("复核", "Second looks"), PENDING, rows, language);
    }

    private List<Object> row(PendingChange change, Language language) {
        return List.of(
                change.subjectId(),
                change.name(),
                change.action().text().in(language),
                change.reason(),
                change.exemptReason(),
                change.state().text().in(language),
                change.requestedName(),
                words.moment(change.requestedAt()),
                change.decidedName(),
                change.note());
    }

    @GetMapping("/ledger/imports/list.{extension}")
    @Needs(Capability.LEDGER_EDIT)
    ResponseEntity<byte[]> imports(Actor actor, @PathVariable String extension, Language language) {
        List<List<Object>> rows = imports.list(actor.scope(), MOST).stream()
                .map(batch -> row(batch, language))
                .toList();
        return ListFile.of(extension, "imports", Text.of("导入", "Imports"), IMPORTS, rows, language);
    }

    private List<Object> row(ImportBatch batch, Language language) {
        return List.of(
                Long.toString(batch.id()),
                batch.files(),
                batch.state().text().in(language),
                words.moment(batch.madeAt()),
                batch.who(),
                Integer.toString(batch.count(Status.NEW)),
                Integer.toString(batch.count(Status.CHANGED)),
                Integer.toString(batch.count(Status.UNCHANGED)),
                Integer.toString(batch.count(Status.CONFLICT)),
                Integer.toString(batch.count(Status.REFUSED)));
    }

    /** The rows of an import with what is wrong with them, to be handed to whoever keeps the file. */
    @GetMapping("/ledger/import/rows.{extension}")
    @Needs(Capability.LEDGER_EDIT)
    ResponseEntity<byte[]> rows(
            Actor actor,
            @PathVariable String extension,
            @RequestParam long id,
            @RequestParam Status status,
            Language language) {
        if (imports.find(actor.scope(), id).isEmpty()) {
            throw PageFailure.notFound(Text.of("没有这次导入", "There is no such import"));
        }
        List<List<Object>> rows = imports.rows(actor.scope(), id, status, 0, MOST).stream()
                .map(row -> row(row, language))
                .toList();
        return ListFile.of(extension, "import-" + id, Text.of("导入的行", "Rows of an import"), ROWS, rows, language);
    }

    private static List<Object> row(ImportRow row, Language language) {
        return List.of(
                row.file(),
                Long.toString(row.line()),
                row.id(),
                row.status().text().in(language),
                row.problems().stream().map(problem -> said(problem, language)).collect(Collectors.joining("; ")));
    }

    private static String said(Problem problem, Language language) {
        String where = problem.value().isEmpty() ? problem.column() : problem.column() + " “" + problem.value() + "”";
        return where + " " + problem.message().in(language);
    }
}
