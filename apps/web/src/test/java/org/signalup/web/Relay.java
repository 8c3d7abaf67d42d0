package org.signalup.web;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A line to a server of this machine that can be cut and mended. */
final class Relay {
    private static final int WAITING = 50;

    private final int target;
    private final int port;
    private final List<Closeable> open = new ArrayList<>();

    private Relay(int target, int port) {
        this.target = target;
        this.port = port;
    }

    static Relay to(int target) throws IOException {
        Relay relay = new Relay(target, freePort());
        relay.mend();
        return relay;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    void mend() throws IOException {
        ServerSocket listening = new ServerSocket(port, WAITING, InetAddress.getLoopbackAddress());
        keep(listening);
        start(() -> {
            while (!listening.isClosed()) {
                Socket here = listening.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), target);
                keep(here);
                keep(there);
                start(() -> here.getInputStream().transferTo(there.getOutputStream()));
                start(() -> there.getInputStream().transferTo(here.getOutputStream()));
            }
        });
    }

    private synchronized void keep(Closeable one) {
        open.add(one);
    }

    /** Nobody comes through, and nobody is any more. */
    synchronized void cut() {
        for (Closeable one : open) {
            try {
                one.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        open.clear();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // The line was cut.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
