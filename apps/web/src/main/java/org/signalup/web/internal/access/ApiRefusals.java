package org.signalup.web.internal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.signalup.domain.Text;
import org.signalup.web.internal.site.ProblemJson;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** How the door of programs refuses. */
final class ApiRefusals {
    private ApiRefusals() {}

    static void unknown(HttpServletRequest request, HttpServletResponse response, Exception why) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"SignalUp\"");
        new ProblemJson(
                        HttpStatus.UNAUTHORIZED,
                        "TOKEN_NEEDED",
                        Text.of(
                                "需要有效的接口令牌：Authorization: Bearer …",
                                "a valid API token is needed: Authorization: Bearer …"))
                .write(response);
    }

    static void denied(HttpServletRequest request, HttpServletResponse response, Exception why) throws IOException {
        new ProblemJson(HttpStatus.FORBIDDEN, "NOT_GRANTED", Text.of("这个令牌没有这项权限", "this token may not do this"))
                .write(response);
    }
}
