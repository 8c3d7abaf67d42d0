package org.signalup.web.internal.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.live.InboxFull;
import org.signalup.live.rmbt.RmbtRefused;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How clients of RMBT are told no: in both languages, in their {@code error}. */
@Platform
@RestControllerAdvice(assignableTypes = {RmbtApi.class, RmbtSideApi.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RmbtFailures {
    @ExceptionHandler(RmbtRefused.class)
    ResponseEntity<Map<String, Object>> refused(RmbtRefused refused) {
        return problem(HttpStatus.BAD_REQUEST, List.of(refused.problem().text()));
    }

    @ExceptionHandler(RefusedException.class)
    ResponseEntity<Map<String, Object>> unreadable(RefusedException refused) {
        return problem(
                HttpStatus.BAD_REQUEST,
                refused.problems().stream().map(one -> one.message()).toList());
    }

    @ExceptionHandler(PageFailure.class)
    ResponseEntity<Map<String, Object>> failed(PageFailure failure) {
        return problem(failure.status(), List.of(failure.text()));
    }

    @ExceptionHandler(InboxFull.class)
    ResponseEntity<Map<String, Object>> full(InboxFull full) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(full.retryAfterS()))
                .body(Map.of(RmbtTalk.ERROR, List.of(full.why().zh(), full.why().en())));
    }

    static ResponseEntity<Map<String, Object>> problem(HttpStatus status, List<Text> why) {
        List<String> said = new ArrayList<>();
        why.forEach(text -> said.add(text.zh() + " · " + text.en()));
        return ResponseEntity.status(status).body(Map.of(RmbtTalk.ERROR, said));
    }
}
