package org.signalup.web.internal.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Language;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.people.Account;
import org.signalup.people.AccountChoice;
import org.signalup.people.AccountForm;
import org.signalup.people.Accounts;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.people.Conflict;
import org.signalup.people.Organisations;
import org.signalup.people.Role;
import org.signalup.publish.TableFile;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.notice.Invitations;
import org.signalup.web.internal.site.Filled;
import org.signalup.web.internal.site.ListFile;
import org.signalup.web.internal.site.PageFailure;
import org.signalup.web.internal.site.Paging;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The accounts somebody looks after. */
@Platform
@Controller
@Needs(Capability.PEOPLE_MANAGE)
final class AccountPages {
    private static final int MOST_IN_A_FILE = 100_000;
    private static final List<TableFile.Column> COLUMNS = List.of(
            ListFile.column("login", "登录名", "Login"),
            ListFile.column("name", "姓名", "Name"),
            ListFile.column("email", "邮箱", "Mail"),
            ListFile.column("organisation", "单位", "Organisation"),
            ListFile.column("role", "角色", "Role"),
            ListFile.column("active", "启用", "Active"));

    private final Accounts accounts;
    private final Invitations invitations;
    private final Organisations organisations;

    AccountPages(Accounts accounts, Invitations invitations, Organisations organisations) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.organisations = organisations;
    }

    @GetMapping("/accounts")
    String list(Actor actor, @RequestParam Map<String, String> query, Model model) {
        AccountChoice choice = choice(query);
        Paging paging = Paging.of(Paging.asked(query), accounts.count(actor, choice));
        model.addAttribute("accounts", accounts.list(actor, choice, paging.offset(), paging.size()));
        model.addAttribute("paging", paging);
        model.addAttribute("choice", choice);
        model.addAttribute("organisations", organisations.below(actor));
        return "account/list";
    }

    private static AccountChoice choice(Map<String, String> query) {
        String organisation = query.getOrDefault("organisation", "");
        return new AccountChoice(
                query.getOrDefault("q", "").replace("\0", ""),
                organisation.isEmpty() ? Optional.empty() : Optional.of(number(organisation)),
                query.containsKey("closed"));
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw PageFailure.badRequest(Text.of("编号应为整数", "An id must be a whole number"));
        }
        return Long.parseLong(text);
    }

    @GetMapping("/accounts/list.{extension}")
    ResponseEntity<byte[]> file(
            Actor actor, @PathVariable String extension, @RequestParam Map<String, String> query, Language language) {
        List<List<Object>> rows = accounts.list(actor, choice(query), 0, MOST_IN_A_FILE).stream()
                .map(account -> List.<Object>of(
                        account.login(),
                        account.name(),
                        account.email(),
                        account.organisationName(),
                        account.role().name(),
                        account.active() ? "yes" : "no"))
                .toList();
        return ListFile.of(extension, "accounts", Text.of("账号", "Accounts"), COLUMNS, rows, language);
    }

    @GetMapping("/accounts/new")
    String blank(Actor actor, Model model) {
        return form(actor, Filled.NOTHING, null, model);
    }

    @PostMapping("/accounts")
    String make(Actor actor, Filled filled, Model model, RedirectAttributes once) {
        try {
            Account account = accounts.make(actor, read(filled));
            once.addFlashAttribute("invited", invitations.invite(actor, account.id()));
            return "redirect:/accounts/" + account.id();
        } catch (RefusedException e) {
            return form(actor, filled.with(e.problems()), null, model);
        }
    }

    @GetMapping("/accounts/{id}")
    String account(Actor actor, @PathVariable long id, Model model) {
        Account account = get(actor, id);
        return form(actor, AccountForms.filled(account), account, model);
    }

    @PostMapping("/accounts/{id}")
    String change(Actor actor, @PathVariable long id, Filled filled, Model model) {
        try {
            accounts.change(actor, id, AccountForms.version(filled), read(filled));
            return "redirect:/accounts/" + id + "?saved";
        } catch (RefusedException e) {
            return form(actor, filled.with(e.problems()), get(actor, id), model);
        } catch (Conflict e) {
            return form(actor, filled.with(AccountForms.CONFLICT), get(actor, id), model);
        }
    }

    @PostMapping("/accounts/{id}/active")
    String setActive(Actor actor, @PathVariable long id, Filled filled, Model model) {
        try {
            boolean active = filled.get("active").equals("yes");
            if (!active && (!filled.ticked("sure") || filled.get("reason").isEmpty())) {
                throw new RefusedException(new Problem(
                        "",
                        0,
                        "",
                        "",
                        "NOT_SURE",
                        Text.of("停用要写明原因并确认", "to close it, say why and tick that you are sure")));
            }
            accounts.setActive(actor, id, AccountForms.version(filled), active, filled.get("reason"));
            return "redirect:/accounts/" + id + "?saved";
        } catch (RefusedException e) {
            Account account = get(actor, id);
            return form(actor, AccountForms.filled(account).with(e.problems()), account, model);
        } catch (Conflict e) {
            Account account = get(actor, id);
            return form(actor, AccountForms.filled(account).with(AccountForms.CONFLICT), account, model);
        }
    }

    @PostMapping("/accounts/{id}/code")
    String invite(Actor actor, @PathVariable long id, RedirectAttributes once) {
        once.addFlashAttribute(
                "invited", invitations.invite(actor, get(actor, id).id()));
        return "redirect:/accounts/" + id;
    }

    @PostMapping("/accounts/{id}/unlock")
    String unlock(Actor actor, @PathVariable long id) {
        accounts.unlock(actor, get(actor, id).id());
        return "redirect:/accounts/" + id + "?saved";
    }

    private Account get(Actor actor, long id) {
        return accounts.find(actor, id)
                .filter(account -> actor.organisations().contains(account.organisation()))
                .orElseThrow(() -> PageFailure.notFound(Text.of("没有这个账号", "There is no such account")));
    }

    private String form(Actor actor, Filled filled, Account account, Model model) {
        model.addAttribute("filled", filled);
        model.addAttribute("account", account);
        model.addAttribute("roles", Role.values());
        model.addAttribute("organisations", organisations.below(actor));
        if (account != null) {
            model.addAttribute("lockedUntil", accounts.lockedUntil(actor, account.id()));
            model.addAttribute("own", account.id() == actor.account());
        }
        return "account/account";
    }

    private static AccountForm read(Filled filled) {
        return new AccountForm(
                filled.get("login"),
                filled.get("name"),
                filled.get("email"),
                AccountForms.language(filled),
                number(filled.get("organisation").isEmpty() ? "0" : filled.get("organisation")),
                filled.get("role"),
                filled.get("subject"));
    }
}
