package org.signalup.web.internal.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.signalup.domain.Text;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.people.Token;
import org.signalup.people.Tokens;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.access.SignedInOnly;
import org.signalup.web.internal.api.Cursor;
import org.signalup.web.internal.api.Listing;
import org.signalup.web.internal.api.Piece;
import org.signalup.web.internal.api.ToldOnce;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tokens of one's own for programs, and what a token may do. */
@Platform
@RestController
final class TokensApi {
    private final Tokens tokens;

    TokensApi(Tokens tokens) {
        this.tokens = tokens;
    }

    /** A token as it is told; its text is not. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Told(
            long tokenId,
            String name,
            List<String> may,
            OffsetDateTime createdAt,
            OffsetDateTime expiresAt,
            OffsetDateTime revokedAt,
            OffsetDateTime lastUsedAt) {
        static Told of(Token token) {
            return new Told(
                    token.id(),
                    token.name(),
                    token.may().stream().map(Capability::name).sorted().toList(),
                    token.createdAt(),
                    token.expiresAt(),
                    token.revokedAt().orElse(null),
                    token.lastUsedAt().orElse(null));
        }
    }

    record Sent(String name, List<String> may, int days) {}

    /** @param secret the text of the token, told this once */
    record Made(String secret, Told token) {}

    /** Who asks. */
    record Self(String login, String name, String organisation, String role, List<String> may) {}

    @GetMapping("/api/v1/self")
    @SignedInOnly("says to whoever asks who they are")
    Self self(Actor actor) {
        return new Self(
                actor.login(),
                actor.name(),
                actor.organisation().code(),
                actor.role().name(),
                actor.may().stream().map(Capability::name).sorted().toList());
    }

    @GetMapping("/api/v1/tokens")
    @Needs(Capability.TOKEN_MANAGE)
    Listing<Told> list(Actor actor, Piece piece) {
        long before = piece.after()
                .map(cursor -> AccountForms.id(cursor.ofSize(1).keys().get(0)))
                .orElse(Long.MAX_VALUE);
        List<Token> found = tokens.list(actor).stream()
                .filter(token -> token.id() < before)
                .limit(piece.limitAndOne())
                .toList();
        return Listing.of(found, piece, token -> Cursor.of(token.id())).map(Told::of);
    }

    @ToldOnce
    @PostMapping("/api/v1/tokens")
    @Needs(Capability.TOKEN_MANAGE)
    ResponseEntity<Made> make(Actor actor, @RequestBody Sent sent) {
        Tokens.Made made = tokens.make(
                actor,
                sent.name() == null ? "" : sent.name(),
                sent.may() == null ? List.of() : sent.may(),
                sent.days());
        return ResponseEntity.status(HttpStatus.CREATED).body(new Made(made.secret(), Told.of(made.token())));
    }

    @DeleteMapping("/api/v1/tokens/{id}")
    @Needs(Capability.TOKEN_MANAGE)
    ResponseEntity<Void> revoke(Actor actor, @PathVariable long id) {
        if (!tokens.revoke(actor, id)) {
            throw PageFailure.notFound(Text.of("没有这个有效的令牌", "There is no such token that is good"));
        }
        return ResponseEntity.noContent().build();
    }
}
