package org.signalup.web.internal.audit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.people.Actor;
import org.signalup.people.AuditLog;
import org.signalup.people.Capability;
import org.signalup.publish.TableFile;
import org.signalup.web.internal.access.Entrance;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.ListFile;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The record of changes. */
@Platform
@Controller
@Needs(Capability.AUDIT_READ)
final class AuditPages {
    private static final String PATH = "/audit";
    private static final int ROWS = 100;
    private static final int MOST_IN_A_FILE = 100_000;
    private static final List<TableFile.Column> COLUMNS = List.of(
            ListFile.column("seq", "序号", "No."),
            ListFile.column("at", "时间", "At"),
            ListFile.column("who", "谁", "Who"),
            ListFile.column("subject", "对象", "Subject"),
            ListFile.column("key", "编号", "Key"),
            ListFile.column("division", "行政区划", "Division"),
            ListFile.column("action", "动作", "Action"),
            ListFile.column("before", "改前", "Before"),
            ListFile.column("after", "改后", "After"),
            ListFile.column("reason", "原因", "Reason"));

    private final AuditLog log;

    AuditPages(AuditLog log) {
        this.log = log;
    }

    @GetMapping(PATH)
    String list(Actor actor, @RequestParam Map<String, String> query, Model model) {
        AuditLog.Choice choice = choice(query);
        List<AuditLog.Entry> found = log.list(actor, choice, before(query), ROWS + 1);
        List<AuditLog.Entry> shown = found.subList(0, Math.min(ROWS, found.size()));
        model.addAttribute("changes", shown.stream().map(ChangeShown::of).toList());
        model.addAttribute(
                "older", found.size() > ROWS ? "" + shown.get(ROWS - 1).seq() : "");
        model.addAttribute("choice", choice);
        model.addAttribute("subjects", log.subjects(actor));
        return "audit/list";
    }

    @GetMapping("/audit/list.{extension}")
    ResponseEntity<byte[]> file(
            Actor actor, @PathVariable String extension, @RequestParam Map<String, String> query, Language language) {
        List<List<Object>> rows = log.list(actor, choice(query), Long.MAX_VALUE, MOST_IN_A_FILE).stream()
                .map(entry -> List.<Object>of(
                        Long.toString(entry.seq()),
                        entry.at().toString(),
                        entry.who(),
                        entry.subject(),
                        entry.key(),
                        entry.division(),
                        entry.action(),
                        entry.before(),
                        entry.after(),
                        entry.reason()))
                .toList();
        return ListFile.of(extension, "audit", Text.of("操作记录", "Record of changes"), COLUMNS, rows, language);
    }

    static AuditLog.Choice choice(Map<String, String> query) {
        return new AuditLog.Choice(
                text(query, "who"), text(query, "subject"), text(query, "key"), day(query, "from"), day(query, "to"));
    }

    private static String text(Map<String, String> query, String name) {
        return query.getOrDefault(name, "").replace("\0", "").strip();
    }

    private static long before(Map<String, String> query) {
        String before = query.getOrDefault("before", "");
        return before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
    }

    private static Optional<LocalDate> day(Map<String, String> query, String name) {
        try {
            return Optional.of(text(query, name))
                    .filter(text -> !text.isEmpty())
                    .map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw PageFailure.badRequest(Text.of("日期应如 2025-06-30", "expected: a date such as 2025-06-30"));
        }
    }

    @Platform
    @Configuration(proxyBeanMethods = false)
    static class Offer {
        @Bean
        Entrance auditEntrance() {
            return new Entrance(
                    90,
                    PATH,
                    Text.of("操作记录", "Record"),
                    Text.of("谁在什么时候改了什么、为什么", "who changed what, when and why"),
                    Set.of(Capability.AUDIT_READ));
        }
    }
}
