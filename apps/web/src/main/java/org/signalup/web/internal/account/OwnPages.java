package org.signalup.web.internal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.signalup.domain.Language;
import org.signalup.domain.RefusedException;
import org.signalup.people.Account;
import org.signalup.people.Accounts;
import org.signalup.people.Actor;
import org.signalup.people.OwnAccount;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.access.Sessions;
import org.signalup.web.internal.access.SignedInOnly;
import org.signalup.web.internal.site.Filled;
import org.signalup.web.internal.site.LanguageArgument;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** One's own account. */
@Platform
@Controller
@SignedInOnly("one's own account")
final class OwnPages {
    private final OwnAccount own;
    private final Accounts accounts;

    OwnPages(OwnAccount own, Accounts accounts) {
        this.own = own;
        this.accounts = accounts;
    }

    @GetMapping("/own")
    String show(Actor actor, Model model) {
        return form(actor, filled(actor), model);
    }

    private Filled filled(Actor actor) {
        Account account = accounts.find(actor, actor.account()).orElseThrow();
        return AccountForms.filled(account);
    }

    private static String form(Actor actor, Filled filled, Model model) {
        model.addAttribute("filled", filled);
        model.addAttribute("may", actor.may().stream().sorted().toList());
        model.addAttribute("languages", List.of(Language.values()));
        return "own/own";
    }

    @PostMapping("/own")
    String change(Actor actor, Filled filled, HttpServletResponse response, Model model) {
        try {
            Language language = AccountForms.language(filled);
            own.change(actor, filled.get("name"), filled.get("email"), language);
            LanguageArgument.remember(language, response);
            return "redirect:/own?saved";
        } catch (RefusedException e) {
            return form(actor, filled.with(e.problems()), model);
        }
    }

    @PostMapping("/own/password")
    String changePassword(
            Actor actor, Filled filled, HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            filled.refuseUnlessSame("password", "password_again");
            Sessions.goOn(
                    request, response, own.changePassword(actor, filled.secret("present"), filled.secret("password")));
            return "redirect:/own?saved";
        } catch (RefusedException e) {
            return form(actor, filled(actor).with(e.problems()), model);
        }
    }
}
