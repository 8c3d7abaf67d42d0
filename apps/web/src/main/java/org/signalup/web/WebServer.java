package org.signalup.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.web.internal.map.Backdrop;
import org.signalup.web.internal.site.WebApplication;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** The running pages. */
public final class WebServer implements AutoCloseable {
    private static final int HIGHEST_PORT = 65_535;

    private final ServletWebServerApplicationContext context;
    private final String url;

    private WebServer(ServletWebServerApplicationContext context, String url) {
        this.context = context;
        this.url = url;
    }

    /**
     * Starts to serve and returns once the pages answer.
     *
     * @throws RefusedException if the port is taken or the backdrop cannot be drawn
     */
    public static WebServer start(WebOptions options) {
        return start(options, context -> {});
    }

    /** The same with beans of somebody else's. */
    static WebServer start(WebOptions options, ApplicationContextInitializer<GenericApplicationContext> more) {
        checkPort(options);
        Backdrop backdrop = Backdrop.of(options);
        SpringApplication application = new SpringApplication(WebApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(Map.of(
                "server.address", options.address(),
                "server.port", Integer.toString(options.port())));
        application.addInitializers((ApplicationContextInitializer<GenericApplicationContext>) context -> {
            context.registerBean(WebOptions.class, () -> options);
            context.registerBean(Backdrop.class, () -> backdrop);
        });
        application.addInitializers(more);
        ServletWebServerApplicationContext context = (ServletWebServerApplicationContext) application.run();
        return new WebServer(
                context, "http://localhost:" + context.getWebServer().getPort());
    }

    /**
     * Makes sure that the port can be had, before long work is done for pages nobody could open.
     *
     * @throws RefusedException if it is taken, or no port at all
     */
    public static void checkPort(WebOptions options) {
        if (options.port() < 0 || options.port() > HIGHEST_PORT) {
            throw refused(options, "PORT_INVALID", Text.of("应为 0 到 65535 的端口", "expected: a port from 0 to 65535"));
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(options.address(), options.port()));
        } catch (IOException e) {
            throw refused(
                    options,
                    "PORT_TAKEN",
                    Text.of("端口已被占用；请用 --port 换一个", "the port is taken; choose another with --port"));
        }
    }

    private static RefusedException refused(WebOptions options, String code, Text why) {
        return new RefusedException(Problem.ofFile(options.address() + ":" + options.port(), code, why));
    }

    /** Where a browser finds the pages. */
    public String url() {
        return url;
    }

    @Override
    public void close() {
        context.close();
    }
}
