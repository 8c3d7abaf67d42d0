package org.signalup.web.internal.account;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.people.Account;
import org.signalup.people.AccountForm;
import org.signalup.people.Accounts;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.people.Conflict;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.api.Cursor;
import org.signalup.web.internal.api.IfMatch;
import org.signalup.web.internal.api.Listing;
import org.signalup.web.internal.api.Piece;
import org.signalup.web.internal.api.ToldOnce;
import org.signalup.web.internal.notice.Invitations;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accounts for programs. */
@Platform
@RestController
@RequestMapping("/api/v1/accounts")
@Needs(Capability.PEOPLE_MANAGE)
final class AccountsApi {
    private final Accounts accounts;
    private final Invitations invitations;

    AccountsApi(Accounts accounts, Invitations invitations) {
        this.accounts = accounts;
        this.invitations = invitations;
    }

    /** An account as it is told. */
    record Told(
            long accountId,
            String login,
            String name,
            String email,
            String language,
            long organisationId,
            String role,
            boolean active,
            boolean passwordSet,
            OffsetDateTime createdAt,
            int version) {
        static Told of(Account account) {
            return new Told(
                    account.id(),
                    account.login(),
                    account.name(),
                    account.email(),
                    account.language().name().toLowerCase(Locale.ROOT),
                    account.organisation(),
                    account.role().name(),
                    account.active(),
                    account.passwordSet(),
                    account.createdAt(),
                    account.version());
        }
    }

    /**
     * What is sent.
     *
     * @param active only of a change; empty = as it is
     */
    record Sent(
            String login,
            String name,
            String email,
            String language,
            long organisationId,
            String role,
            String subject,
            Boolean active) {
        AccountForm form() {
            return new AccountForm(
                    text(login),
                    text(name),
                    text(email),
                    "en".equals(language) ? Language.EN : Language.ZH,
                    organisationId,
                    text(role),
                    text(subject));
        }

        private static String text(String value) {
            return value == null ? "" : value;
        }
    }

    /** @param code with which its owner chooses a password, told this once */
    record Invited(Told account, String code) {}

    @GetMapping
    Listing<Told> list(Actor actor, Piece piece) {
        long after = piece.after()
                .map(cursor -> AccountForms.id(cursor.ofSize(1).keys().get(0)))
                .orElse(0L);
        List<Account> found = accounts.listAfter(actor, after, piece.limitAndOne());
        return Listing.of(found, piece, account -> Cursor.of(account.id())).map(Told::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<Told> account(Actor actor, @PathVariable long id) {
        return answer(get(actor, id));
    }

    @ToldOnce
    @PostMapping
    ResponseEntity<Invited> make(Actor actor, @RequestBody Sent sent) {
        Account made = accounts.make(actor, sent.form());
        return ResponseEntity.created(URI.create("/api/v1/accounts/" + made.id()))
                .eTag(IfMatch.eTag(made.version()))
                .body(new Invited(
                        Told.of(made), invitations.invite(actor, made.id()).code()));
    }

    @PutMapping("/{id}")
    ResponseEntity<Told> change(Actor actor, @PathVariable long id, IfMatch match, @RequestBody Sent sent) {
        Account present = get(actor, id);
        match.check(present.version());
        try {
            Account changed = accounts.change(actor, id, match.version(), sent.form());
            if (sent.active() != null && sent.active() != changed.active()) {
                changed = accounts.setActive(actor, id, changed.version(), sent.active(), "");
            }
            return answer(changed);
        } catch (Conflict e) {
            throw IfMatch.stale();
        }
    }

    private Account get(Actor actor, long id) {
        return accounts.find(actor, id)
                .orElseThrow(() -> PageFailure.notFound(Text.of("没有这个账号", "There is no such account")));
    }

    private static ResponseEntity<Told> answer(Account account) {
        return ResponseEntity.ok().eTag(IfMatch.eTag(account.version())).body(Told.of(account));
    }
}
