package org.signalup.web.internal.signin;

import org.signalup.domain.Language;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.people.FirstAccount;
import org.signalup.web.internal.access.Open;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.Filled;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Makes the first account, with the code the terminal told. */
@Platform
@Controller
@Open("there is nobody yet who could sign in; the code of the terminal is asked for")
final class FirstAccountPages {
    private final FirstAccount first;

    FirstAccountPages(FirstAccount first) {
        this.first = first;
    }

    @GetMapping("/first")
    String form(Model model) {
        refuseWhenThereIsOne();
        model.addAttribute("filled", Filled.NOTHING);
        return "signin/first";
    }

    @PostMapping("/first")
    String make(Filled filled, Language language, Model model) {
        refuseWhenThereIsOne();
        try {
            filled.refuseUnlessSame("password", "password_again");
            first.make(
                    filled.get("code"),
                    new FirstAccount.Form(
                            filled.get("organisation_code"),
                            filled.get("organisation_name"),
                            filled.get("login"),
                            filled.get("name"),
                            filled.secret("password")),
                    language);
        } catch (RefusedException e) {
            model.addAttribute("filled", filled.with(e.problems()));
            return "signin/first";
        }
        return "redirect:/sign-in?made";
    }

    private void refuseWhenThereIsOne() {
        if (!first.nobodyYet()) {
            throw PageFailure.notFound(
                    Text.of("平台已有账号；请登录，或向管理员要一个账号", "There are accounts already; sign in, or ask a manager for one"));
        }
    }
}
