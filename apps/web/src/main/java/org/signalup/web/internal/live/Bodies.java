package org.signalup.web.internal.live;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.signalup.domain.Sha256;
import org.signalup.domain.Text;
import org.signalup.live.InboxFull;
import org.signalup.live.LiveSettings;
import org.signalup.store.DataFolder;
import org.signalup.web.WebOptions;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Takes bodies of requests off the line: not too large, not too large unpacked, not too slowly, not too many at once. */
@Platform
@Component
final class Bodies {
    private static final int BUFFER = 1 << 14;
    private static final int GZIP_1 = 0x1f;
    private static final int GZIP_2 = 0x8b;
    private static final long MB = 1L << 20;

    private final Path folder;
    private final LiveSettings settings;
    private final Semaphore arriving;

    Bodies(WebOptions options, LiveSettings settings) throws IOException {
        this.folder = Files.createDirectories(
                new DataFolder(options.data().orElseThrow()).inbox().resolve("arriving"));
        this.settings = settings;
        this.arriving = new Semaphore(settings.bodies());
        clear();
    }

    /** What a killed process left was never acknowledged. */
    private void clear() throws IOException {
        try (java.util.stream.Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
    }

    /**
     * Reads the body of a request.
     *
     * @throws PageFailure in words, with the status of what is wrong
     * @throws InboxFull if too many are arriving
     */
    Body read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > settings.bodyBytes()) {
            throw tooLarge();
        }
        if (!arriving.tryAcquire()) {
            throw new InboxFull(
                    (int) settings.retryAfter().toSeconds(),
                    Text.of("同时上传的请求过多", "too many requests are arriving at once"));
        }
        Path file = Files.createTempFile(folder, "body", "");
        boolean whole = false;
        try {
            Body body = TurnFilter.aside(request, () -> read(unpacked(request), file));
            whole = true;
            return body;
        } catch (EOFException | ZipException e) {
            throw PageFailure.of(
                    HttpStatus.BAD_REQUEST,
                    "GZIP_BROKEN",
                    Text.of("gzip 内容不完整或已损坏", "the gzip content is truncated or damaged"));
        } finally {
            arriving.release();
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    /**
     * The same of a request that says it is JSON.
     *
     * @throws PageFailure 415 if it says it is something else
     */
    Body readJson(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).contains("json")) {
            throw PageFailure.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "TYPE_UNSUPPORTED",
                    Text.of("Content-Type 应为 application/json", "Content-Type: expected application/json"));
        }
        return read(request);
    }

    private Body read(InputStream in, Path file) throws IOException {
        MessageDigest sha256 = Sha256.begin();
        long bytes = 0;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                if (bytes > settings.contentBytes()) {
                    throw PageFailure.of(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "CONTENT_TOO_LARGE",
                            Text.of(
                                    "解压后超过 " + settings.contentBytes() / MB + " MB，请分批发送",
                                    "more than " + settings.contentBytes() / MB + " MB unpacked, send it in pieces"));
                }
                sha256.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return new Body(file, Sha256.hex(sha256), bytes);
    }

    private InputStream unpacked(HttpServletRequest request) throws IOException {
        InputStream raw = new BufferedInputStream(new Paced(request.getInputStream()), BUFFER);
        raw.mark(2);
        boolean gzip = raw.read() == GZIP_1 && raw.read() == GZIP_2;
        raw.reset();
        String said = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        String encoding = said == null ? "" : said.strip().toLowerCase(Locale.ROOT);
        if (!encoding.isEmpty() && !encoding.equals("gzip") && !encoding.equals("identity")) {
            throw PageFailure.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "ENCODING_UNSUPPORTED",
                    Text.of("Content-Encoding 只支持 gzip", "Content-Encoding: only gzip is supported"));
        }
        if (encoding.equals("gzip") && !gzip) {
            throw new ZipException("not gzip");
        }
        return gzip ? new GZIPInputStream(raw, BUFFER) : raw;
    }

    private PageFailure tooLarge() {
        return PageFailure.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "BODY_TOO_LARGE",
                Text.of(
                        "请求超过 " + settings.bodyBytes() / MB + " MB，请分批发送",
                        "the request is larger than " + settings.bodyBytes() / MB + " MB, send it in pieces"));
    }

    /** Counts what comes off the line, and loses patience. */
    private final class Paced extends java.io.FilterInputStream {
        private final long endNanos = System.nanoTime() + settings.bodyWithin().toNanos();
        private long bytes;

        Paced(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (System.nanoTime() > endNanos) {
                throw tooSlow();
            }
            int read = patient(buffer, offset, length);
            bytes += Math.max(read, 0);
            if (bytes > settings.bodyBytes()) {
                throw tooLarge();
            }
            return read;
        }

        private int patient(byte[] buffer, int offset, int length) throws IOException {
            try {
                return super.read(buffer, offset, length);
            } catch (IOException e) {
                if (e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException) {
                    throw tooSlow();
                }
                throw PageFailure.of(HttpStatus.BAD_REQUEST, "BODY_BROKEN", Text.of("请求中途断了", "the request broke off"));
            }
        }

        private PageFailure tooSlow() {
            return PageFailure.of(
                    HttpStatus.REQUEST_TIMEOUT,
                    "BODY_TOO_SLOW",
                    Text.of("请求传得太慢，已放弃", "the request arrived too slowly and was given up"));
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }
    }
}
