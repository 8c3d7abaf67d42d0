package org.signalup.web.internal.site;

import org.signalup.domain.Text;
import org.springframework.http.HttpStatus;

/** A request that cannot be answered, with the reason in words. */
public final class PageFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient Text text;

    private PageFailure(HttpStatus status, String code, Text text) {
        super(text.en());
        this.status = status;
        this.code = code;
        this.text = text;
    }

    /** Any other, with the code programs know it by. */
    public static PageFailure of(HttpStatus status, String code, Text text) {
        return new PageFailure(status, code, text);
    }

    /** 400: what was asked makes no sense. */
    public static PageFailure badRequest(Text text) {
        return of(HttpStatus.BAD_REQUEST, "NOT_UNDERSTOOD", text);
    }

    /** 404: what was asked for is not there. */
    public static PageFailure notFound(Text text) {
        return of(HttpStatus.NOT_FOUND, "NOT_FOUND", text);
    }

    /** 403: what was asked for is not for who asks. */
    public static PageFailure forbidden(Text text) {
        return of(HttpStatus.FORBIDDEN, "OUT_OF_REACH", text);
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Text text() {
        return text;
    }
}
