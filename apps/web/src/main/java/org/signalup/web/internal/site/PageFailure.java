package org.signalup.web.internal.site;

import org.signalup.domain.Text;
import org.springframework.http.HttpStatus;

/** A request that cannot be answered, with the reason in words. */
public final class PageFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient Text text;

    private PageFailure(HttpStatus status, Text text) {
        super(text.en());
        this.status = status;
        this.text = text;
    }

    /** 400: what was asked makes no sense. */
    public static PageFailure badRequest(Text text) {
        return new PageFailure(HttpStatus.BAD_REQUEST, text);
    }

    /** 404: what was asked for is not there. */
    public static PageFailure notFound(Text text) {
        return new PageFailure(HttpStatus.NOT_FOUND, text);
    }

    /** 403: what was asked for is not for who asks. */
    public static PageFailure forbidden(Text text) {
        return new PageFailure(HttpStatus.FORBIDDEN, text);
    }

    HttpStatus status() {
        return status;
    }

    Text text() {
        return text;
    }
}
