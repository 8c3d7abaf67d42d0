package org.signalup.web.internal.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.signalup.domain.Reach;
import org.signalup.domain.Text;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.people.Conflict;
import org.signalup.people.Organisation;
import org.signalup.people.OrganisationForm;
import org.signalup.people.Organisations;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.api.Cursor;
import org.signalup.web.internal.api.IfMatch;
import org.signalup.web.internal.api.Listing;
import org.signalup.web.internal.api.Piece;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Organisations for programs. */
@Platform
@RestController
@RequestMapping("/api/v1/organisations")
@Needs(Capability.PEOPLE_MANAGE)
final class OrganisationsApi {
    private final Organisations organisations;

    OrganisationsApi(Organisations organisations) {
        this.organisations = organisations;
    }

    /**
     * An organisation, told and sent alike. A limit that is null limits nothing; places are those of a venue owner.
     *
     * @param organisationId not needed when sent
     * @param version not needed when sent: {@code If-Match} says it
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Told(
            Long organisationId,
            String code,
            String name,
            String kind,
            Long parentId,
            Set<String> divisions,
            Set<String> scenarios,
            Set<String> operators,
            Set<String> places,
            Integer version) {
        static Told of(Organisation organisation) {
            Reach reach = organisation.reach();
            return new Told(
                    organisation.id(),
                    organisation.code(),
                    organisation.name(),
                    organisation.kind().name(),
                    organisation.parent().orElse(null),
                    sorted(reach.divisions()),
                    sorted(reach.scenarios()),
                    sorted(reach.operators()),
                    sorted(reach.places()),
                    organisation.version());
        }

        private static Set<String> sorted(Optional<Set<String>> limit) {
            return limit.map(TreeSet::new).orElse(null);
        }

        OrganisationForm form() {
            return new OrganisationForm(
                    code == null ? "" : code,
                    name == null ? "" : name,
                    kind == null ? "" : kind,
                    Optional.ofNullable(parentId),
                    new Reach(
                            Optional.ofNullable(divisions),
                            Optional.ofNullable(scenarios),
                            Optional.ofNullable(operators),
                            Optional.ofNullable(places)));
        }
    }

    @GetMapping
    Listing<Told> list(Actor actor, Piece piece) {
        long after = piece.after()
                .map(cursor -> AccountForms.id(cursor.ofSize(1).keys().get(0)))
                .orElse(0L);
        List<Organisation> found = organisations.below(actor).stream()
                .map(Organisations.Listed::organisation)
                .filter(organisation -> organisation.id() > after)
                .sorted(java.util.Comparator.comparingLong(Organisation::id))
                .limit(piece.limitAndOne())
                .toList();
        return Listing.of(found, piece, organisation -> Cursor.of(organisation.id()))
                .map(Told::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<Told> organisation(Actor actor, @PathVariable long id) {
        return answer(get(actor, id));
    }

    @PostMapping
    ResponseEntity<Told> make(Actor actor, @RequestBody Told sent) {
        Organisation made = organisations.make(actor, sent.form());
        return ResponseEntity.created(URI.create("/api/v1/organisations/" + made.id()))
                .eTag(IfMatch.eTag(made.version()))
                .body(Told.of(made));
    }

    @PutMapping("/{id}")
    ResponseEntity<Told> change(Actor actor, @PathVariable long id, IfMatch match, @RequestBody Told sent) {
        match.check(get(actor, id).version());
        try {
            return answer(organisations.change(actor, id, match.version(), sent.form()));
        } catch (Conflict e) {
            throw IfMatch.stale();
        }
    }

    private Organisation get(Actor actor, long id) {
        return organisations
                .find(actor, id)
                .filter(found -> actor.organisations().contains(found.id()))
                .orElseThrow(() -> PageFailure.notFound(Text.of("没有这个单位", "There is no such organisation")));
    }

    private static ResponseEntity<Told> answer(Organisation organisation) {
        return ResponseEntity.ok().eTag(IfMatch.eTag(organisation.version())).body(Told.of(organisation));
    }
}
