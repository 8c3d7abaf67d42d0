package org.signalup.web.internal.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Who asks: a program, which reads JSON and shows a token, or somebody with a browser, who reads pages. Told by the address alone. */
public final class Callers {
    /** Clients of these are phones of people without an account: what they bring is known by the token they were given. */
    public static final String RMBT = "/RMBTControlServer";

    /** Our own, and those whose addresses others have fixed: geosubmit's and RMBT's. */
    private static final List<String> ROOTS = List.of("/api", "/v2", RMBT);

    private Callers() {}

    /** Whether a program asked, also while a failure of its request is said. */
    public static boolean program(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return program(failed == null ? request.getRequestURI() : failed.toString());
    }

    static boolean program(String path) {
        return ROOTS.stream().anyMatch(root -> path.startsWith(root + "/"));
    }

    /** The addresses of programs, as patterns of paths. */
    public static String[] programs() {
        return ROOTS.stream().map(root -> root + "/**").toArray(String[]::new);
    }
}
