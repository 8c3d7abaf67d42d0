package org.signalup.web.internal.notice;

import java.util.List;
import org.signalup.domain.Language;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.people.notice.Webhooks;
import org.signalup.publish.TableFile;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.Filled;
import org.signalup.web.internal.site.ListFile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an organisation's own programs are told. */
@Platform
@Controller
@Needs(Capability.PEOPLE_MANAGE)
final class WebhookPages {
    private static final List<TableFile.Column> COLUMNS =
            List.of(ListFile.column("url", "地址", "Address"), ListFile.column("created_at", "建立", "Made"));

    private final Webhooks webhooks;

    WebhookPages(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping("/webhooks")
    String list(Actor actor, Model model) {
        return page(actor, Filled.NOTHING, model);
    }

    private String page(Actor actor, Filled filled, Model model) {
        model.addAttribute("filled", filled);
        model.addAttribute("webhooks", webhooks.list(actor));
        return "notice/webhooks";
    }

    @GetMapping("/webhooks/list.{extension}")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable String extension, Language language) {
        List<List<Object>> rows = webhooks.list(actor).stream()
                .map(webhook ->
                        List.<Object>of(webhook.url(), webhook.createdAt().toString()))
                .toList();
        return ListFile.of(extension, "webhooks", Text.of("通知推送", "Webhooks"), COLUMNS, rows, language);
    }

    @PostMapping("/webhooks")
    String add(Actor actor, Filled filled, Model model, RedirectAttributes once) {
        try {
            once.addFlashAttribute("secret", webhooks.add(actor, filled.get("url")));
            return "redirect:/webhooks";
        } catch (RefusedException e) {
            return page(actor, filled.with(e.problems()), model);
        }
    }

    @PostMapping("/webhooks/{id}/remove")
    String remove(Actor actor, @PathVariable long id) {
        webhooks.remove(actor, id);
        return "redirect:/webhooks";
    }
}
