package org.signalup.web.internal.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.signalup.domain.Text;
import org.signalup.web.internal.access.Open;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What failed after its controller was done, as a page that broke off while it was written: said in words as well. */
@Controller
@Open("refusals are said to everybody")
public final class ErrorPages implements ErrorController {
    private static final String SAID = ErrorPages.class.getName();

    /** What the page of a refusal is to say, before {@code sendError}. */
    public static void say(HttpServletRequest request, Text reason) {
        request.setAttribute(SAID, reason);
    }

    /** Refuses before any handler is asked: to programs as JSON, to people as a page. */
    public static void refuse(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code, Text reason)
            throws IOException {
        if (Callers.program(request)) {
            new ProblemJson(status, code, reason).write(response);
        } else {
            say(request, reason);
            response.sendError(status.value());
        }
    }

    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer known ? HttpStatus.resolve(known) : HttpStatus.NOT_FOUND;
        if (status != null && request.getAttribute(SAID) instanceof Text said) {
            return Failures.page(status, said, request);
        }
        if (status == null || status.is5xxServerError()) {
            return Failures.page(
                    HttpStatus.INTERNAL_SERVER_ERROR,
                    Text.of("程序出错了，详情已写入日志", "Something went wrong; the log has the details"),
                    request);
        }
        Text reason = status == HttpStatus.NOT_FOUND
                ? Text.of("没有这个页面", "There is no such page")
                : Text.of("请求无法识别", "The request is not understood");
        return Failures.page(status, reason, request);
    }
}
