package org.signalup.web.internal.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.store.ZeroCharacter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;

/** Every failure becomes a page that says what happened and what to do next; never a stack trace. */
@ControllerAdvice
public final class Failures {
    public static final Text DATABASE_AWAY = Text.of(
            "数据库暂时连不上，刚才的改动没有确认写入；请稍后核对再试",
            "The database cannot be reached just now, and what you did is not confirmed as saved; look again in a moment, then retry");
    public static final String RETRY_AFTER_S = "5";

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @ExceptionHandler(PageFailure.class)
    ModelAndView ours(PageFailure failure, HttpServletRequest request, HttpServletResponse response) {
        if (failure.status() == HttpStatus.TOO_MANY_REQUESTS) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S);
        }
        return page(failure.status(), failure.code(), failure.text(), request);
    }

    /** To programs, what they sent was wrong, with every reason; to people, an evaluation that cannot be read: forms say the rest themselves. */
    @ExceptionHandler(RefusedException.class)
    ModelAndView refused(RefusedException refused, HttpServletRequest request) {
        Problem first = refused.problems().get(0);
        if (Callers.program(request)) {
            HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
            return problem(new ProblemJson(status, first.code(), first.message(), refused.problems()));
        }
        return page(HttpStatus.NOT_FOUND, first.message(), request);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ModelAndView mismatch(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        return page(
                HttpStatus.BAD_REQUEST,
                Text.of("参数 " + mismatch.getName() + " 无法识别", "parameter " + mismatch.getName() + " is not understood"),
                request);
    }

    /** A body that is no JSON, or not what is expected there. */
    @ExceptionHandler(HttpMessageNotReadableException.class)
    ModelAndView unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        String field = unreadable.getCause() instanceof JacksonException json
                        && !json.getPath().isEmpty()
                ? " " + json.getPath().get(json.getPath().size() - 1).getPropertyName()
                : "";
        Text reason = Text.of(
                "请求内容读不懂" + field + "：应为 JSON，字段见 /api/v1/openapi.json",
                "The body cannot be read" + field + ": expected JSON with the fields of /api/v1/openapi.json");
        return page(HttpStatus.BAD_REQUEST, "BODY_INVALID", reason, request);
    }

    /** Files that did not come whole, are too large, or came in no form. */
    @ExceptionHandler(MultipartException.class)
    ModelAndView broughtBadly(MultipartException failure, HttpServletRequest request, HttpServletResponse response) {
        if (failure.getCause() instanceof PageFailure ours) {
            return ours(ours, request, response);
        }
        if (failure instanceof MaxUploadSizeExceededException) {
            return page(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "FILE_TOO_LARGE",
                    Text.of("文件太大，没有收下", "The file is too large, nothing was taken"),
                    request);
        }
        if (!String.valueOf(request.getContentType()).startsWith("multipart/")) {
            Text expected = Text.of("请用表单上传（multipart/form-data）", "Expected multipart/form-data");
            return page(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "TYPE_UNSUPPORTED", expected, request);
        }
        LOG.info("{} {}: {}", request.getMethod(), request.getRequestURI(), failure.toString());
        Text broken = Text.of("上传没有传完，没有收下；请重试", "What was sent broke off, nothing was taken; try again");
        return page(HttpStatus.BAD_REQUEST, "UPLOAD_BROKEN", broken, request);
    }

    /** A query that is not UTF-8. */
    @ExceptionHandler(InvalidParameterException.class)
    ModelAndView unreadable(InvalidParameterException unreadable, HttpServletRequest request) {
        return page(
                HttpStatus.BAD_REQUEST,
                Text.of("地址中的字符无法识别（应为 UTF-8）", "The address has characters that cannot be read (expected: UTF-8)"),
                request);
    }

    /** The database is away; it is asked again at the next request. */
    @ExceptionHandler(DataAccessResourceFailureException.class)
    ModelAndView databaseAway(Exception away, HttpServletRequest request, HttpServletResponse response) {
        LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), away.toString());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S);
        return page(HttpStatus.SERVICE_UNAVAILABLE, "DATABASE_AWAY", DATABASE_AWAY, request);
    }

    /** A character that no text in the database may hold, as the zero character is none. */
    @ExceptionHandler(DataIntegrityViolationException.class)
    ModelAndView unkept(DataIntegrityViolationException failure, HttpServletRequest request) {
        if (!ZeroCharacter.refused(failure)) {
            return other(failure, request);
        }
        Text reason = Text.of("含有不能保存的字符（零字符）", "There is a character that cannot be kept (the zero character)");
        return page(HttpStatus.BAD_REQUEST, "CHARACTER_INVALID", reason, request);
    }

    @ExceptionHandler(Exception.class)
    ModelAndView other(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return page(
                    status,
                    status == HttpStatus.NOT_FOUND
                            ? Text.of("没有这个页面", "There is no such page")
                            : Text.of("请求无法识别", "The request is not understood"),
                    request);
        }
        LOG.error("{} {}", request.getMethod(), request.getRequestURI(), failure);
        return page(
                HttpStatus.INTERNAL_SERVER_ERROR,
                Text.of("程序出错了，详情已写入日志", "Something went wrong; the log has the details"),
                request);
    }

    static ModelAndView page(HttpStatus status, Text text, HttpServletRequest request) {
        return page(status, status.name(), text, request);
    }

    private static ModelAndView page(HttpStatus status, String code, Text text, HttpServletRequest request) {
        if (Callers.program(request)) {
            return problem(new ProblemJson(status, code, text));
        }
        ModelAndView page = new ModelAndView("site/failure");
        page.setStatus(status);
        page.addObject("status", status.value());
        page.addObject("reason", text);
        page.addObject("site", new Site(LanguageArgument.of(request), request.getRequestURI()));
        return page;
    }

    private static ModelAndView problem(ProblemJson problem) {
        ModelAndView answer = new ModelAndView(problem);
        answer.setStatus(problem.status());
        return answer;
    }
}
