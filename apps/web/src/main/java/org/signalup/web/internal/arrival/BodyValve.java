package org.signalup.web.internal.arrival;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.signalup.upload.UploadSettings.Arrival;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Watches bodies where the server reads them, below whoever asks for them: forms, files and messages alike. What is left of a body
 * that was refused is read for a moment, so that a sender who is still sending sees the answer, and no longer.
 */
final class BodyValve extends ValveBase {
    /** Threads of the server that may wait for senders at one moment, and for those of one address. */
    private static final int WAITING_ALL = 150;

    private static final int WAITING_ADDRESS = 100;

    private static final long DRAIN_BYTES = 2 << 20;
    private static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Arrival bearable;
    private final String sessionCookie;
    private final Places places = new Places();

    BodyValve(Arrival bearable, String sessionCookie) {
        super(true);
        this.bearable = bearable;
        this.sessionCookie = sessionCookie;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request line = request.getCoyoteRequest();
        boolean body = line.getContentLengthLong() > 0 || line.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (!body) {
            getNext().invoke(request, response);
            return;
        }
        InputBuffer raw = line.getInputBuffer();
        WatchedBody watched = new WatchedBody(raw, bearable, places, moment(request), slow(request), isUpload(request));
        line.setInputBuffer(watched);
        try {
            getNext().invoke(request, response);
        } finally {
            line.setInputBuffer(raw);
            watched.leave();
        }
        if (response.getStatus() >= HttpStatus.BAD_REQUEST.value() && !watched.atEnd() && !request.isAsync()) {
            response.finishResponse();
            drain(raw, line);
        }
    }

    private static boolean isUpload(Request request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    private static List<Places.Limit> moment(Request request) {
        return List.of(
                new Places.Limit("waiting", WAITING_ALL),
                new Places.Limit("waiting " + request.getRemoteAddr(), WAITING_ADDRESS));
    }

    private List<Places.Limit> slow(Request request) {
        List<Places.Limit> limits = new ArrayList<>();
        limits.add(new Places.Limit("slow", bearable.ofAll()));
        limits.add(new Places.Limit("slow " + request.getRemoteAddr(), bearable.ofAddress()));
        String who = who(request);
        if (!who.isEmpty()) {
            limits.add(new Places.Limit("who " + who, bearable.ofPerson()));
        }
        return limits;
    }

    /** The token or the session somebody shows; whether it is a good one is found out later. */
    private String who(Request request) {
        String token = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (token != null) {
            return token;
        }
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(sessionCookie)) {
                return cookie.getValue();
            }
        }
        return "";
    }

    private static void drain(InputBuffer raw, org.apache.coyote.Request line) {
        Thrown away = new Thrown();
        long end = System.nanoTime() + DRAIN_NANOS;
        long left = DRAIN_BYTES;
        try {
            int read = raw.doRead(away);
            while (read >= 0 && left > 0 && System.nanoTime() < end) {
                left -= read;
                read = raw.doRead(away);
            }
            if (read < 0) {
                return;
            }
        } catch (IOException e) {
            // The sender is gone, or says nothing: there is nobody to wait for.
        }
        line.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    /** Nobody looks at it. */
    private static final class Thrown implements ApplicationBufferHandler {
        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // Nothing is kept.
        }
    }
}
