package org.signalup.web.internal.notice;

import java.util.List;
import org.signalup.people.Actor;
import org.signalup.people.notice.Notices;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.access.SignedInOnly;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** What somebody was told. */
@Platform
@Controller
@SignedInOnly("one's own notices")
final class NoticePages {
    private static final int MOST = 200;

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

    @PostMapping("/own/notices/read")
    String read(Actor actor) {
        notices.markRead(actor);
        return "redirect:/own/notices";
    }
}
