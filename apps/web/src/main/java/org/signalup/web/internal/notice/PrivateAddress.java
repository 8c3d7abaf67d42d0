package org.signalup.web.internal.notice;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Addresses that lead to this machine or its own network. */
final class PrivateAddress {
    private PrivateAddress() {}

    static boolean is(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet4Address && shared(address.getAddress()))
                || (address instanceof Inet6Address && unique(address.getAddress()));
    }

    /** 0.0.0.0/8, the shared 100.64.0.0/10 of RFC 6598, 192.0.0.0/24, 198.18.0.0/15, 240.0.0.0/4. */
    private static boolean shared(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return first == 0
                || (first == 100 && (second & 0xc0) == 64)
                || (first == 192 && second == 0 && bytes[2] == 0)
                || (first == 198 && (second & 0xfe) == 18)
                || first >= 240;
    }

    /** fc00::/7 of RFC 4193, and the IPv4 addresses that 64:ff9b::/96 and 2002::/16 carry. */
    private static boolean unique(byte[] bytes) {
        return (bytes[0] & 0xfe) == 0xfc
                || (bytes[0] == 0x20 && bytes[1] == 0x02)
                || (bytes[0] == 0 && bytes[1] == 0x64);
    }
}
