package org.signalup.web.internal.account;

import java.util.List;
import java.util.stream.Collectors;
import org.signalup.domain.Language;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.people.PeoplePolicy;
import org.signalup.people.Tokens;
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

/** Tokens of one's own, for programs. */
@Platform
@Controller
@Needs(Capability.TOKEN_MANAGE)
final class TokenPages {
    private static final List<TableFile.Column> COLUMNS = List.of(
            ListFile.column("name", "名称", "Name"),
            ListFile.column("may", "权限", "May"),
            ListFile.column("created_at", "建立", "Made"),
            ListFile.column("expires_at", "到期", "Expires"),
            ListFile.column("revoked_at", "吊销", "Revoked"),
            ListFile.column("last_used_at", "最近使用", "Last used"));

    private final Tokens tokens;
    private final PeoplePolicy policy;

    TokenPages(Tokens tokens, PeoplePolicy policy) {
        this.tokens = tokens;
        this.policy = policy;
    }

    @GetMapping("/own/tokens")
    String list(Actor actor, Model model) {
        return page(actor, Filled.NOTHING, model);
    }

    private String page(Actor actor, Filled filled, Model model) {
        model.addAttribute("filled", filled);
        model.addAttribute("tokens", tokens.list(actor));
        model.addAttribute("may", actor.may().stream().sorted().toList());
        model.addAttribute("longestDays", policy.longestToken().toDays());
        return "own/tokens";
    }

    @GetMapping("/own/tokens/list.{extension}")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable String extension, Language language) {
        List<List<Object>> rows = tokens.list(actor).stream()
                .map(token -> List.<Object>of(
                        token.name(),
                        token.may().stream().map(Enum::name).sorted().collect(Collectors.joining(";")),
                        token.createdAt().toString(),
                        token.expiresAt().toString(),
                        token.revokedAt().map(Object::toString).orElse(""),
                        token.lastUsedAt().map(Object::toString).orElse("")))
                .toList();
        return ListFile.of(extension, "tokens", Text.of("接口令牌", "API tokens"), COLUMNS, rows, language);
    }

    @PostMapping("/own/tokens")
    String make(Actor actor, Filled filled, Model model, RedirectAttributes once) {
        try {
            String days = filled.get("days");
            Tokens.Made made = tokens.make(
                    actor,
                    filled.get("name"),
                    filled.list("may"),
                    days.matches("[0-9]{1,4}") ? Integer.parseInt(days) : 0);
            once.addFlashAttribute("secret", made.secret());
            return "redirect:/own/tokens";
        } catch (RefusedException e) {
            return page(actor, filled.with(e.problems()), model);
        }
    }

    @PostMapping("/own/tokens/{id}/revoke")
    String revoke(Actor actor, @PathVariable long id) {
        tokens.revoke(actor, id);
        return "redirect:/own/tokens";
    }
}
