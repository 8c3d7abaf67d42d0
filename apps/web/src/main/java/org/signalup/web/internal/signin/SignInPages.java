package org.signalup.web.internal.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.signalup.people.FirstAccount;
import org.signalup.web.internal.access.CurrentActor;
import org.signalup.web.internal.access.NextPage;
import org.signalup.web.internal.access.Open;
import org.signalup.web.internal.access.Platform;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form to sign in by. What it sends goes to Spring Security. */
@Platform
@Controller
final class SignInPages {
    private static final int MINUTE_S = 60;

    private final FirstAccount first;
    private final boolean provider;

    SignInPages(FirstAccount first, Environment settings) {
        this.first = first;
        this.provider = settings.containsProperty("signalup.oidc.issuer");
    }

    @GetMapping("/sign-in")
    @Open("signing in comes before everything")
    String form(HttpServletRequest request, @RequestParam(defaultValue = "0") int wait, Model model) {
        NextPage next = NextPage.of(request);
        if (CurrentActor.of(request).isPresent()) {
            return "redirect:" + next.path();
        }
        model.addAttribute("next", next.path());
        model.addAttribute("wrong", request.getParameter("wrong") != null);
        model.addAttribute("minutes", (Math.max(0, wait) + MINUTE_S - 1) / MINUTE_S);
        model.addAttribute("out", request.getParameter("out") != null);
        model.addAttribute("made", request.getParameter("made") != null);
        model.addAttribute("stale", request.getParameter("stale") != null || request.getParameter("ended") != null);
        model.addAttribute("provider", provider);
        model.addAttribute("stranger", request.getParameter("stranger") != null);
        model.addAttribute("nobodyYet", first.nobodyYet());
        return "signin/form";
    }
}
