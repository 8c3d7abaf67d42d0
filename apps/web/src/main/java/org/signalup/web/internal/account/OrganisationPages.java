package org.signalup.web.internal.account;

import java.util.List;
import java.util.Optional;
import org.signalup.domain.Language;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.people.Conflict;
import org.signalup.people.Organisation;
import org.signalup.people.OrganisationKind;
import org.signalup.people.Organisations;
import org.signalup.publish.TableFile;
import org.signalup.standards.Programme;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.Filled;
import org.signalup.web.internal.site.ListFile;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The organisations somebody looks after. */
@Platform
@Controller
@Needs(Capability.PEOPLE_MANAGE)
final class OrganisationPages {
    private static final List<TableFile.Column> COLUMNS = List.of(
            ListFile.column("code", "单位代码", "Code"),
            ListFile.column("name", "单位名称", "Name"),
            ListFile.column("kind", "类型", "Kind"),
            ListFile.column("parent", "上级代码", "Above"),
            ListFile.column("divisions", "行政区划", "Divisions"),
            ListFile.column("scenarios", "场景", "Scenarios"),
            ListFile.column("operators", "运营商", "Operators"));

    private final Organisations organisations;
    private final Programme programme;

    OrganisationPages(Organisations organisations, Programme programme) {
        this.organisations = organisations;
        this.programme = programme;
    }

    @GetMapping("/organisations")
    String list(Actor actor, Model model) {
        model.addAttribute("organisations", organisations.below(actor));
        return "organisation/list";
    }

    @GetMapping("/organisations/list.{extension}")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable String extension, Language language) {
        List<Organisation> all = organisations.below(actor).stream()
                .map(Organisations.Listed::organisation)
                .toList();
        List<List<Object>> rows =
                all.stream().map(one -> OrganisationForms.row(one, all)).toList();
        return ListFile.of(extension, "organisations", Text.of("单位", "Organisations"), COLUMNS, rows, language);
    }

    @GetMapping("/organisations/new")
    String blank(Actor actor, Model model) {
        return form(actor, Filled.NOTHING, null, model);
    }

    @PostMapping("/organisations")
    String make(Actor actor, Filled filled, Model model) {
        try {
            Organisation made = organisations.make(actor, OrganisationForms.read(filled, actor, Optional.empty()));
            return "redirect:/organisations/" + made.id() + "?saved";
        } catch (RefusedException e) {
            return form(actor, filled.with(e.problems()), null, model);
        }
    }

    @GetMapping("/organisations/{id}")
    String organisation(Actor actor, @PathVariable long id, Model model) {
        Organisation organisation = get(actor, id);
        return form(actor, OrganisationForms.filled(organisation), organisation, model);
    }

    @PostMapping("/organisations/{id}")
    String change(Actor actor, @PathVariable long id, Filled filled, Model model) {
        Organisation present = get(actor, id);
        try {
            organisations.change(
                    actor,
                    id,
                    AccountForms.version(filled),
                    OrganisationForms.read(filled, actor, Optional.of(present)));
            return "redirect:/organisations/" + id + "?saved";
        } catch (RefusedException e) {
            return form(actor, filled.with(e.problems()), present, model);
        } catch (Conflict e) {
            return form(actor, filled.with(AccountForms.CONFLICT), present, model);
        }
    }

    private Organisation get(Actor actor, long id) {
        return organisations
                .find(actor, id)
                .filter(found -> actor.organisations().contains(found.id()))
                .orElseThrow(() -> PageFailure.notFound(Text.of("没有这个单位", "There is no such organisation")));
    }

    private String form(Actor actor, Filled filled, Organisation organisation, Model model) {
        boolean administration = actor.organisation().kind() == OrganisationKind.ADMINISTRATION;
        model.addAttribute("filled", filled);
        model.addAttribute("organisation", organisation);
        model.addAttribute(
                "own",
                organisation != null
                        && organisation.id() == actor.organisation().id());
        model.addAttribute(
                "kinds",
                administration
                        ? List.of(OrganisationKind.values())
                        : List.of(actor.organisation().kind()));
        model.addAttribute("organisations", organisations.below(actor));
        model.addAttribute("programme", programme);
        return "organisation/organisation";
    }
}
