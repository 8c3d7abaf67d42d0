package org.signalup.web.internal.arrival;

import java.io.IOException;
import java.util.List;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.signalup.domain.Text;
import org.signalup.upload.UploadSettings.Arrival;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.http.HttpStatus;

/**
 * The body of one request as it comes off the line. Only waiting for the sender counts: who is read slowly is not slow. Refuses by
 * {@link PageFailure}, which no reader takes for a broken line.
 */
final class WatchedBody implements InputBuffer {
    private static final long NANOS = 1_000_000_000L;
    /** Of waiting, until a body counts among the slow ones. */
    private static final long NOT_YET_SLOW = NANOS;

    private final InputBuffer body;
    private final Arrival bearable;
    private final Places places;
    private final List<Places.Limit> moment;
    private final List<Places.Limit> slow;
    private final boolean upload;
    private boolean holding;
    private boolean atEnd;
    private long waited;
    private long windowWaited;
    private long windowBytes;

    /**
     * @param moment places for somebody who is waited for just now
     * @param slow places for somebody who is waited for again and again
     * @param upload whether files come, which take such a place from the beginning
     */
    WatchedBody(
            InputBuffer body,
            Arrival bearable,
            Places places,
            List<Places.Limit> moment,
            List<Places.Limit> slow,
            boolean upload) {
        this.body = body;
        this.bearable = bearable;
        this.places = places;
        this.moment = moment;
        this.slow = slow;
        this.upload = upload;
    }

    @Override
    public int available() {
        return body.available();
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (upload && !holding) {
            holdPlace();
        }
        if (!places.take(moment)) {
            throw tooMany();
        }
        long before = System.nanoTime();
        int read = -1;
        try {
            read = body.doRead(handler);
        } finally {
            places.leave(moment);
            long now = System.nanoTime() - before;
            waited += now;
            windowWaited += now;
        }
        atEnd |= read < 0;
        windowBytes += Math.max(read, 0);
        judge();
        return read;
    }

    private void judge() {
        if (atEnd) {
            return;
        }
        if (waited > NOT_YET_SLOW && !holding) {
            holdPlace();
        }
        if (windowWaited < bearable.window().toNanos()) {
            return;
        }
        if ((double) windowBytes * NANOS / windowWaited < bearable.slowestBytes()) {
            throw PageFailure.of(
                    HttpStatus.REQUEST_TIMEOUT,
                    "BODY_TOO_SLOW",
                    Text.of(
                            "传得太慢（低于每秒 " + bearable.slowestBytes() + " 字节），已放弃，没有收下",
                            "it arrived too slowly (below " + bearable.slowestBytes()
                                    + " bytes a second) and was given up; nothing was taken"));
        }
        windowWaited = 0;
        windowBytes = 0;
    }

    private void holdPlace() {
        if (!places.take(slow)) {
            throw tooMany();
        }
        holding = true;
    }

    private static PageFailure tooMany() {
        return PageFailure.of(
                HttpStatus.TOO_MANY_REQUESTS,
                "TOO_MANY_ARRIVING",
                Text.of("同时上传的过多，请稍后再试", "too many are sending at once; try again in a moment"));
    }

    /** Whether all of it was read. */
    boolean atEnd() {
        return atEnd;
    }

    /** Nobody reads it any more. */
    void leave() {
        if (holding) {
            places.leave(slow);
            holding = false;
        }
    }
}
