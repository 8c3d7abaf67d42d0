package org.signalup.web.internal.live;

import jakarta.servlet.http.HttpServletResponse;
import org.signalup.domain.Text;
import org.signalup.live.InboxFull;
import org.signalup.live.Receiver;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.PageFailure;
import org.signalup.web.internal.site.ProblemJson;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What is said to programs whose samples are not taken. */
@Platform
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LiveFailures {
    /** Nothing is taken just now. */
    static final String FULL = "INBOX_FULL";

    @ExceptionHandler(InboxFull.class)
    ModelAndView full(InboxFull full, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(full.retryAfterS()));
        return problem(HttpStatus.TOO_MANY_REQUESTS, FULL, full.why());
    }

    @ExceptionHandler(Receiver.KeyReused.class)
    ModelAndView reused(Receiver.KeyReused reused) {
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "IDEMPOTENCY_KEY_REUSED",
                Text.of("这个 Idempotency-Key 已用于另一个请求", "this Idempotency-Key was used for another request"));
    }

    static ModelAndView problem(HttpStatus status, String code, Text text) {
        ModelAndView answer = new ModelAndView(new ProblemJson(status, code, text));
        answer.setStatus(status);
        return answer;
    }

    /** What is asked for is not there, or not for whoever asks. */
    static PageFailure noBatch() {
        return PageFailure.notFound(Text.of("没有这个批次", "There is no such batch"));
    }
}
