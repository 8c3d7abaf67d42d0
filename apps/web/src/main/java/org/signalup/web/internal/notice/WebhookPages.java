package org.signalup.web.internal.notice;

import org.signalup.domain.RefusedException;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.people.notice.Webhooks;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.Filled;
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
