package org.signalup.live.rmbt;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens of tests: {@code <open uuid>_<unix seconds>_<base64 HMAC-SHA1>}, and after it {@code _#v2#<base64 of 16 bytes>} for
 * servers that look at the client's address. The first part is signed with the key of the measurement server, which looks at it too.
 */
public final class RmbtTokens {
    private static final Pattern FORM = Pattern.compile(
            "(([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})_([0-9]{1,12}))_([A-Za-z0-9+/]{27}=)(?:_#v2#[A-Za-z0-9+/=]{1,64})?");
    private static final String V2 = "_#v2#";
    private static final int TIME_TAG = 8;
    private static final int ADDRESS_TAG = 4;
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;

    private RmbtTokens() {}

    /** What a good token says. */
    public record Said(UUID openUuid, long seconds) {}

    /** The token of a test. */
    public static String make(UUID openUuid, long seconds, String key, InetAddress client) {
        String data = openUuid + "_" + seconds;
        return data + "_" + sign(data, key) + V2 + ofAddress(seconds, key, client);
    }

    /** Reads a token that was signed with this key; empty for any other. */
    public static Optional<Said> read(String token, String key) {
        Matcher form = FORM.matcher(token);
        if (!form.matches()) {
            return Optional.empty();
        }
        boolean ours = MessageDigest.isEqual(
                form.group(4).getBytes(StandardCharsets.UTF_8),
                sign(form.group(1), key).getBytes(StandardCharsets.UTF_8));
        return ours
                ? Optional.of(new Said(UUID.fromString(form.group(2)), Long.parseLong(form.group(3))))
                : Optional.empty();
    }

    /** Time, a tag of the time, a tag of time and address: what servers of UDP pings look at, and newer measurement servers. */
    public static String ofAddress(long seconds, String key, InetAddress client) {
        byte[] time = ByteBuffer.allocate(Integer.BYTES).putInt((int) seconds).array();
        byte[] address = mapped(client.getAddress());
        byte[] both = ByteBuffer.allocate(time.length + address.length)
                .put(time)
                .put(address)
                .array();
        byte[] token = ByteBuffer.allocate(Integer.BYTES + TIME_TAG + ADDRESS_TAG)
                .put(time)
                .put(Arrays.copyOf(hmac("HmacSHA256", key, time), TIME_TAG))
                .put(Arrays.copyOf(hmac("HmacSHA256", key, both), ADDRESS_TAG))
                .array();
        return Base64.getEncoder().encodeToString(token);
    }

    /** An address of IP version 4 as one of version 6, {@code ::ffff:192.0.2.7}: that is how servers reckon. */
    private static byte[] mapped(byte[] address) {
        if (address.length != IPV4_BYTES) {
            return address;
        }
        return ByteBuffer.allocate(IPV6_BYTES)
                .position(IPV6_BYTES - IPV4_BYTES - 2)
                .put((byte) 0xFF)
                .put((byte) 0xFF)
                .put(address)
                .array();
    }

    private static String sign(String data, String key) {
        return Base64.getEncoder().encodeToString(hmac("HmacSHA1", key, data.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] hmac(String algorithm, String key, byte[] data) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm + ": absent (expected: in every JDK)", e);
        }
    }
}
