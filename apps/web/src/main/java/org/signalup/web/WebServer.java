package org.signalup.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.people.FirstAccount;
import org.signalup.store.DataFolder;
import org.signalup.store.Store;
import org.signalup.store.StoreSettings;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.map.Backdrop;
import org.signalup.web.internal.site.WebApplication;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** The running pages. */
public final class WebServer implements AutoCloseable {
    private static final int HIGHEST_PORT = 65_535;

    private final ServletWebServerApplicationContext context;
    private final String url;
    private final Optional<String> firstCode;

    private WebServer(ServletWebServerApplicationContext context) {
        this.context = context;
        this.url = "http://localhost:" + context.getWebServer().getPort();
        this.firstCode =
                context.getBeanProvider(FirstAccount.class).stream().findFirst().flatMap(FirstAccount::open);
    }

    /**
     * Starts to serve and returns once the pages answer.
     *
     * @throws RefusedException if the port is taken, the backdrop cannot be drawn, or the database cannot be had
     */
    public static WebServer start(WebOptions options) {
        return start(options, System.getenv());
    }

    /** The same with other settings of the environment. */
    static WebServer start(WebOptions options, Map<String, String> environment) {
        checkPort(options);
        Backdrop backdrop = Backdrop.of(options);
        Optional<Store> store = options.data().map(DataFolder::new).map(data -> openStore(data, environment));
        try {
            return new WebServer(run(options, backdrop, store));
        } catch (RuntimeException e) {
            store.ifPresent(Store::close);
            throw e;
        }
    }

    private static Store openStore(DataFolder data, Map<String, String> environment) {
        try {
            Files.createDirectories(data.evaluations());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Store.open(StoreSettings.of(data.postgres(), environment));
    }

    private static ServletWebServerApplicationContext run(
            WebOptions options, Backdrop backdrop, Optional<Store> store) {
        SpringApplication application = new SpringApplication(WebApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setAdditionalProfiles(store.isPresent() ? Platform.PROFILE : Platform.READER);
        application.setDefaultProperties(properties(options));
        application.addInitializers((ApplicationContextInitializer<GenericApplicationContext>) context -> {
            context.registerBean(WebOptions.class, () -> options);
            context.registerBean(Backdrop.class, () -> backdrop);
            store.ifPresent(opened -> context.registerBean(Store.class, () -> opened));
        });
        return (ServletWebServerApplicationContext) application.run();
    }

    /** An installation's own settings stand in its data folder. */
    private static Map<String, Object> properties(WebOptions options) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "server.address", options.address(),
                "server.port", Integer.toString(options.port())));
        options.data()
                .ifPresent(folder -> properties.put(
                        "spring.config.additional-location",
                        "optional:"
                                + folder.toAbsolutePath()
                                        .resolve("signalup.properties")
                                        .toUri()));
        return properties;
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
                    options.address().equals(WebOptions.LOCAL)
                            ? Text.of("端口已被占用；请用 --port 换一个", "the port is taken; choose another with --port")
                            : Text.of(
                                    "端口已被占用，或本机没有这个地址；请换 --port 或 --address",
                                    "the port is taken, or this machine has no such address; choose another --port or --address"));
        }
    }

    private static RefusedException refused(WebOptions options, String code, Text why) {
        return new RefusedException(Problem.ofFile(options.address() + ":" + options.port(), code, why));
    }

    /** Where a browser finds the pages. */
    public String url() {
        return url;
    }

    /** The code with which the first account is made, while there is none. */
    public Optional<String> firstCode() {
        return firstCode;
    }

    /** What runs, for tests. */
    ApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
