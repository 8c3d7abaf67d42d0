package org.signalup.web.internal.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** Where somebody wanted to go before they had to sign in: a page of ours, whatever the address says. */
public record NextPage(String path) {
    public static final String PARAMETER = "next";
    static final NextPage START = new NextPage("/");

    /** One slash and no other, no backslash, no control character: browsers read those as another server. */
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]*");

    private static final int LONGEST = 2_000;

    static NextPage of(String path) {
        boolean ours = path != null
                && path.length() <= LONGEST
                && OURS.matcher(path).matches()
                && !path.startsWith(SignInResults.PAGE);
        return ours ? new NextPage(path) : START;
    }

    /** What a request carries along. */
    public static NextPage of(HttpServletRequest request) {
        return of(request.getParameter(PARAMETER));
    }

    /** For a query; nothing for the start. */
    String asParameter(String separator) {
        return equals(START) ? "" : separator + PARAMETER + "=" + SignInResults.encoded(path);
    }
}
