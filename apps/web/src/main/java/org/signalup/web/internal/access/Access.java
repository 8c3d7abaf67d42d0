package org.signalup.web.internal.access;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.signalup.people.Capability;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * What a handler asks of whoever comes: said by {@link Needs}, {@link SignedInOnly} or {@link Open} on the method, else on
 * its class. A handler that says nothing is open to nobody.
 *
 * @param why the reason given where no capability is needed
 */
public record Access(Kind kind, Set<Capability> needs, String why) {
    /** Who may come. */
    public enum Kind {
        ANYBODY,
        SIGNED_IN,
        GRANTED,
        NOBODY
    }

    public static Access of(HandlerMethod handler) {
        return of(handler.getMethod())
                .or(() -> of(handler.getBeanType()))
                .orElseGet(() -> new Access(Kind.NOBODY, Set.of(), ""));
    }

    private static Optional<Access> of(java.lang.reflect.AnnotatedElement element) {
        Needs needs = AnnotatedElementUtils.findMergedAnnotation(element, Needs.class);
        if (needs != null) {
            Set<Capability> capabilities = Arrays.stream(needs.value()).collect(Collectors.toUnmodifiableSet());
            return Optional.of(new Access(Kind.GRANTED, capabilities, ""));
        }
        SignedInOnly signedIn = AnnotatedElementUtils.findMergedAnnotation(element, SignedInOnly.class);
        if (signedIn != null) {
            return Optional.of(new Access(Kind.SIGNED_IN, Set.of(), signedIn.value()));
        }
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(element, Open.class))
                .map(open -> new Access(Kind.ANYBODY, Set.of(), open.value()));
    }
}
