package org.signalup.web.internal.register;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.register.BaseFigure;
import org.signalup.register.BaseFigures;
import org.signalup.register.Baseline;
import org.signalup.register.Baselines;
import org.signalup.register.Claim;
import org.signalup.register.Claims;
import org.signalup.register.Page;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.api.Cursor;
import org.signalup.web.internal.api.IfMatch;
import org.signalup.web.internal.api.Listing;
import org.signalup.web.internal.api.Piece;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Baselines, base figures and claims for programs. */
@Platform
@RestController
@Needs(Capability.LEDGER_READ)
final class BaselineApi {
    private final Baselines baselines;
    private final BaseFigures figures;
    private final Claims claims;

    BaselineApi(Baselines baselines, BaseFigures figures, Claims claims) {
        this.baselines = baselines;
        this.figures = figures;
        this.claims = claims;
    }

    /** What is to be frozen. */
    record Freeze(String name, String divisionCode, String scenario, LocalDate frozenOn) {}

    /** A figure stated. */
    record Figure(
            String divisionCode, String scenario, String target, double number, String source, LocalDate statedOn) {}

    /** A claim made. */
    record Statement(String subject, String id, String operator, LocalDate doneOn, String note) {}

    @GetMapping("/api/v1/baselines")
    Listing<Map<String, Object>> baselines(Actor actor) {
        return new Listing<>(
                baselines.list(actor.scope()).stream().map(BaselineApi::told).toList(), null);
    }

    @PostMapping("/api/v1/baselines")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Capability.LEDGER_FREEZE)
    Map<String, Object> freeze(@RequestBody Freeze asked, Actor actor) {
        return Told.orSaid(() -> told(baselines.freeze(
                actor.scope(),
                text(asked.name()),
                text(asked.divisionCode()),
                text(asked.scenario()),
                asked.frozenOn())));
    }

    private static String text(String given) {
        return Optional.ofNullable(given).orElse("");
    }

    private static Map<String, Object> told(Baseline baseline) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("baseline_id", baseline.id());
        told.put("name", baseline.name());
        told.put("division_code", baseline.divisionCode());
        told.put("scenario", baseline.scenario());
        told.put("frozen_on", baseline.frozenOn());
        told.put("frozen_at", baseline.frozenAt());
        told.put("who", baseline.who());
        told.put("ledger_version", baseline.ledgerVersion());
        told.put("places", baseline.places());
        told.put("key_points", baseline.points());
        told.put("exempt", baseline.exempt());
        return told;
    }

    @GetMapping("/api/v1/base-figures")
    Listing<Map<String, Object>> figures(Actor actor) {
        List<Map<String, Object>> all =
                figures.list(actor.scope()).stream().map(BaselineApi::told).toList();
        return new Listing<>(all, null);
    }

    /** States a figure upon the version it replaces; {@code If-Match: "0"} for the first. */
    @PutMapping("/api/v1/base-figures")
    @Needs(Capability.BASE_FIGURE_EDIT)
    ResponseEntity<Map<String, Object>> state(@RequestBody Figure stated, IfMatch match, Actor actor) {
        BaseFigure figure = new BaseFigure(
                0,
                text(stated.divisionCode()),
                text(stated.scenario()),
                text(stated.target()),
                stated.number(),
                text(stated.source()),
                stated.statedOn(),
                "",
                match.version());
        return Told.orSaid(() -> {
            BaseFigure kept = figures.put(actor.scope(), figure);
            return ResponseEntity.ok().eTag(IfMatch.eTag(kept.version())).body(told(kept));
        });
    }

    private static Map<String, Object> told(BaseFigure figure) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("division_code", figure.divisionCode());
        told.put("scenario", figure.scenario());
        told.put("target", figure.target());
        told.put("number", figure.number());
        told.put("source", figure.source());
        told.put("stated_on", figure.statedOn());
        told.put("who", figure.who());
        told.put("version", figure.version());
        return told;
    }

    @GetMapping("/api/v1/claims")
    Listing<Map<String, Object>> claims(Piece piece, Actor actor) {
        long after = piece.afterNumber(0);
        Page<Claim> page = claims.list(actor.scope(), after, piece.limitAndOne());
        return Listing.of(page.items(), piece, claim -> Cursor.of(claim.id())).map(BaselineApi::told);
    }

    @PostMapping("/api/v1/claims")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Capability.DONE_CLAIM)
    Map<String, Object> claim(@RequestBody Statement done, Actor actor) {
        return Told.orSaid(() -> told(claims.state(
                actor.scope(),
                LedgerList.subject(text(done.subject())),
                text(done.id()),
                text(done.operator()),
                done.doneOn(),
                text(done.note()))));
    }

    @DeleteMapping("/api/v1/claims/{id}")
    @Needs(Capability.DONE_CLAIM)
    Map<String, Object> withdraw(@PathVariable long id, @RequestParam String reason, Actor actor) {
        return Told.orSaid(() -> told(claims.withdraw(actor.scope(), id, reason)));
    }

    private static Map<String, Object> told(Claim claim) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("claim_id", claim.id());
        told.put("subject", LedgerList.word(claim.subject()));
        told.put("id", claim.subjectId());
        told.put("operator", claim.operator());
        told.put("done_on", claim.doneOn());
        told.put("note", claim.note());
        told.put("who", claim.who());
        told.put("stated_at", claim.statedAt());
        told.put("withdrawn_at", claim.withdrawnAt().orElse(null));
        return told;
    }
}
