package org.signalup.web.internal.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Sha256;
import org.signalup.domain.Text;
import org.signalup.people.Identified;
import org.signalup.store.KeptAnswers;
import org.signalup.store.Store;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.ProblemJson;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * {@code Idempotency-Key}: a POST that is sent again because its answer was lost is answered alike and done once. Answers are
 * kept for a day. What a failing server answered is not kept: it may be tried again.
 */
@Platform
@Component
public final class OnceOnly extends OncePerRequestFilter {
    public static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_BODY = 1 << 20;

    /** Whoever sends these, once only is looked after where they are kept: a killed process still knows what it took. */
    private static final Set<String> LIVE = Set.of("/api/v1/samples", "/api/v1/ndt7", "/api/v1/network-survey");

    /** Answers that say nothing of what was asked. */
    private static final Set<Integer> NOT_KEPT = Set.of(401, 403, 429);

    /** What belongs to an answer beside its body. */
    private static final List<String> HEADERS =
            List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_TYPE);

    private final KeptAnswers kept;

    OnceOnly(Store store) {
        this.kept = new KeptAnswers(store);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith("/api/")
                || LIVE.contains(request.getRequestURI())
                || request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Identified> who = identified();
        String key = request.getHeader(HEADER);
        if (who.isEmpty()) {
            chain.doFilter(request, response);
        } else if (key.isBlank() || key.length() > LONGEST_KEY) {
            refuse(
                    response,
                    HttpStatus.BAD_REQUEST,
                    "IDEMPOTENCY_KEY",
                    Text.of("Idempotency-Key 应为 1 到 100 个字符", "Idempotency-Key: expected 1 to 100 characters"));
        } else {
            KeptAnswers.Key whose = new KeptAnswers.Key(who.get().account(), key);
            if (kept.begin(whose, digest(request, new byte[0]))) {
                run(whose, request, response, chain);
            } else {
                again(whose, request, response);
            }
        }
    }

    private static Optional<Identified> identified() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Identified who
                ? Optional.of(who)
                : Optional.empty();
    }

    private void run(KeptAnswers.Key key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingRequestWrapper asked = new ContentCachingRequestWrapper(request, LONGEST_BODY);
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            chain.doFilter(asked, answer);
            done = answer.getStatus() < 500 && !NOT_KEPT.contains(answer.getStatus());
        } finally {
            if (done) {
                String digest = digest(request, asked.getContentAsByteArray());
                kept.keep(key, toldOnce(asked) && answer.getStatus() < 400 ? withheld(digest) : answer(digest, answer));
            } else {
                kept.forget(key);
            }
        }
        answer.copyBodyToResponse();
    }

    private void again(KeptAnswers.Key key, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<KeptAnswers.Answer> answer = kept.find(key);
        if (answer.isEmpty()) {
            refuse(
                    response,
                    HttpStatus.CONFLICT,
                    "REQUEST_BEGUN",
                    Text.of(
                            "带此键的请求正在处理，或处理中断而结果未知；请先查询是否已生效",
                            "a request with this key is being worked on, or was broken off and nobody knows how far it came; look whether it took effect"));
        } else if (!answer.get().digest().equals(digest(request, body(request)))) {
            refuse(
                    response,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "IDEMPOTENCY_KEY_REUSED",
                    Text.of("这个 Idempotency-Key 已用于另一个请求", "this Idempotency-Key was used for another request"));
        } else {
            write(answer.get(), response);
        }
    }

    private static boolean toldOnce(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler
                && handler.hasMethodAnnotation(ToldOnce.class);
    }

    /** What is answered when a secret is asked for again: it was made, and is not made twice. */
    private static KeptAnswers.Answer withheld(String digest) {
        ProblemJson told = new ProblemJson(
                HttpStatus.CONFLICT,
                "TOLD_ONCE",
                Text.of(
                        "带此键的请求已办成；其中的密文只显示一次，不再重复。需要时请作废后重新生成",
                        "the request with this key was done; the secret in its answer is told once only. If it is lost, revoke it and make another"));
        return new KeptAnswers.Answer(
                digest,
                HttpStatus.CONFLICT.value(),
                Map.of(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE),
                told.text());
    }

    private static KeptAnswers.Answer answer(String digest, ContentCachingResponseWrapper answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : HEADERS) {
            if (answer.getHeader(name) != null) {
                headers.put(name, answer.getHeader(name));
            }
        }
        String body = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
        return new KeptAnswers.Answer(digest, answer.getStatus(), headers, body);
    }

    private static void write(KeptAnswers.Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader("Idempotent-Replayed", "true");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(answer.body());
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        return json(request) ? request.getInputStream().readNBytes(LONGEST_BODY) : new byte[0];
    }

    /** Of where it goes and what it says; of a file sent, only of where it goes. */
    private static String digest(HttpServletRequest request, byte[] body) {
        MessageDigest sha256 = Sha256.begin();
        String address = request.getRequestURI() + "?" + request.getQueryString() + "\n";
        sha256.update(address.getBytes(StandardCharsets.UTF_8));
        if (json(request)) {
            sha256.update(body);
        }
        return Sha256.hex(sha256);
    }

    private static boolean json(HttpServletRequest request) {
        return request.getContentType() != null
                && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(request.getContentType()));
    }

    private static void refuse(HttpServletResponse response, HttpStatus status, String code, Text why)
            throws IOException {
        new ProblemJson(status, code, why).write(response);
    }
}
