package org.signalup.web.internal.api;

import org.signalup.domain.Text;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.http.HttpStatus;

/** The version of a resource a client wants to change: {@code If-Match: "3"}, as it got it in {@code ETag}. */
public record IfMatch(int version) {
    /** The {@code ETag} of a version. */
    public static String eTag(int version) {
        return '"' + Integer.toString(version) + '"';
    }

    /** @throws PageFailure 412 if the resource has gone on to another version */
    public void check(int now) {
        if (version != now) {
            throw stale();
        }
    }

    /** What is said to the second of two who change the same. */
    public static PageFailure stale() {
        return PageFailure.of(
                HttpStatus.PRECONDITION_FAILED,
                "CHANGED_MEANWHILE",
                Text.of("此间已被他人改动；请重新读取后再改", "it was changed meanwhile; read it again, then change it"));
    }
}
