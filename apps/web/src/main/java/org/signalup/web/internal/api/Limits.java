package org.signalup.web.internal.api;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.signalup.domain.Text;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.Callers;
import org.signalup.web.internal.site.ErrorPages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How much one token and one address may ask in a minute, and how often one address may try to sign in. Comes before a token or
 * password is looked at, so that guessing them is limited too, whichever login it is tried with.
 */
@Platform
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class Limits extends OncePerRequestFilter {
    private static final Set<String> DOORS = Set.of("/sign-in", "/first", "/join");
    private static final int REMEMBERED = 20_000;

    private final long tokenRequests;
    private final long addressRequests;
    private final long addressTries;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    Limits(
            @Value("${signalup.api.token-requests-a-minute}") long tokenRequests,
            @Value("${signalup.api.address-requests-a-minute}") long addressRequests,
            @Value("${signalup.sign-in.address-tries-a-minute}") long addressTries) {
        this.addressTries = addressTries;
        this.tokenRequests = tokenRequests;
        this.addressRequests = addressRequests;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Callers.program(request) && !isTry(request);
    }

    private static boolean isTry(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod()) && DOORS.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ConsumptionProbe allowed =
                isTry(request) ? taken("sign-in " + request.getRemoteAddr(), addressTries) : askedByProgram(request);
        if (allowed.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(allowed.getNanosToWaitForRefill());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            refuse(
                    request,
                    response,
                    Text.of("请求过多，请在 " + seconds + " 秒后再试", "too many requests; try again in " + seconds + " seconds"));
        }
    }

    private ConsumptionProbe askedByProgram(HttpServletRequest request) {
        String token = request.getHeader(HttpHeaders.AUTHORIZATION);
        ConsumptionProbe address = taken("address " + request.getRemoteAddr(), addressRequests);
        return token != null && address.isConsumed() ? taken("token " + token, tokenRequests) : address;
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Text why) throws IOException {
        ErrorPages.refuse(request, response, HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_REQUESTS", why);
    }

    private ConsumptionProbe taken(String who, long requestsAMinute) {
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(
                    who,
                    unknown -> Bucket.builder()
                            .addLimit(Bandwidth.builder()
                                    .capacity(requestsAMinute)
                                    .refillGreedy(requestsAMinute, Duration.ofMinutes(1))
                                    .build())
                            .build());
        }
        return bucket.tryConsumeAndReturnRemaining(1);
    }
}
