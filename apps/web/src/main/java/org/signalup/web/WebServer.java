package org.signalup.web;

import java.util.Map;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.web.internal.map.Backdrop;
import org.signalup.web.internal.site.WebApplication;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** The running pages. */
public final class WebServer implements AutoCloseable {
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
        try {
            ServletWebServerApplicationContext context = (ServletWebServerApplicationContext) application.run();
            return new WebServer(
                    context, "http://localhost:" + context.getWebServer().getPort());
        } catch (PortInUseException e) {
            throw new RefusedException(Problem.ofFile(
                    options.address() + ":" + options.port(),
                    "PORT_TAKEN",
                    Text.of("端口已被占用；请用 --port 换一个", "the port is taken; choose another with --port")));
        }
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
