package org.signalup.web.internal.notice;

import java.util.List;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.people.Actor;
import org.signalup.people.notice.Notices;
import org.signalup.publish.TableFile;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.access.SignedInOnly;
import org.signalup.web.internal.site.ListFile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What somebody was told. */
@Platform
@Controller
@SignedInOnly("one's own notices")
final class NoticePages {
    private static final int MOST = 200;
    private static final int MOST_IN_A_FILE = 100_000;
    private static final List<TableFile.Column> COLUMNS = List.of(
            ListFile.column("at", "时间", "At"),
            ListFile.column("title", "标题", "Title"),
            ListFile.column("body", "内容", "Text"),
            ListFile.column("read", "已读", "Read"));

    private final Notices notices;

    NoticePages(Notices notices) {
        this.notices = notices;
    }

    @GetMapping("/own/notices")
    String list(Actor actor, Model model) {
        List<Notices.Listed> listed = notices.list(actor, Long.MAX_VALUE, MOST);
        model.addAttribute("notices", listed);
        model.addAttribute("anyUnread", listed.stream().anyMatch(notice -> !notice.read()));
        return "notice/list";
    }

    @GetMapping("/own/notices/list.{extension}")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable String extension, Language language) {
        List<List<Object>> rows = notices.list(actor, Long.MAX_VALUE, MOST_IN_A_FILE).stream()
                .map(listed -> List.<Object>of(
                        listed.at().toString(),
                        listed.notice().title().in(language),
                        listed.notice().body().in(language),
                        Boolean.toString(listed.read())))
                .toList();
        return ListFile.of(extension, "notices", Text.of("通知", "Notices"), COLUMNS, rows, language);
    }

    @PostMapping("/own/notices/read")
    String read(Actor actor) {
        notices.markRead(actor);
        return "redirect:/own/notices";
    }
}
