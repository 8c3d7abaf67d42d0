package org.signalup.web.internal.signin;

import org.signalup.domain.RefusedException;
import org.signalup.people.OwnAccount;
import org.signalup.web.internal.access.Open;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.Filled;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Where somebody who was invited, or forgot their password, chooses one. */
@Platform
@Controller
@Open("whoever was given a code chooses a password with it")
final class JoinPages {
    private final OwnAccount own;

    JoinPages(OwnAccount own) {
        this.own = own;
    }

    @GetMapping("/join")
    String form(Model model) {
        model.addAttribute("filled", Filled.NOTHING);
        return "signin/join";
    }

    @PostMapping("/join")
    String join(Filled filled, Model model) {
        try {
            filled.refuseUnlessSame("password", "password_again");
            own.join(filled.get("code"), filled.secret("password"));
            return "redirect:/sign-in?made";
        } catch (RefusedException e) {
            model.addAttribute("filled", filled.with(e.problems()));
            return "signin/join";
        }
    }
}
