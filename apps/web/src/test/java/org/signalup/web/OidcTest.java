package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** 统一登录 with a real identity provider, Spring's own, started here. */
class OidcTest {
    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext provider;
    private static WebServer server;
    private static long organisation;

    /** The provider: everybody's password is theirs with a mark; addresses of "unverified" are not verified. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Provider {
        @Bean
        UserDetailsService people() {
            return new InMemoryUserDetailsManager(
                    User.withUsername("s-1")
                            .password("{noop}s-1!")
                            .roles("USER")
                            .build(),
                    User.withUsername("s-2")
                            .password("{noop}s-2!")
                            .roles("USER")
                            .build(),
                    User.withUsername("unverified")
                            .password("{noop}unverified!")
                            .roles("USER")
                            .build());
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return context -> context.getClaims()
                    .claim("email", context.getPrincipal().getName() + "@example.org")
                    .claim("email_verified", !context.getPrincipal().getName().equals("unverified"));
        }
    }

    @BeforeAll
    static void start() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        String issuer = "http://localhost:" + port;
        int ours;
        try (ServerSocket socket = new ServerSocket(0)) {
            ours = socket.getLocalPort();
        }
        provider = startProvider(port, issuer, "http://localhost:" + ours + "/login/oauth2/code/oidc");
        Files.writeString(
                folder.resolve("signalup.properties"),
                "signalup.oidc.issuer=" + issuer
                        + "\nsignalup.oidc.client-id=signalup\nsignalup.oidc.client-secret=s\n");
        server = WebServer.start(WebOptions.platform(folder, Served.PROGRAMME, WebOptions.LOCAL, ours));
        new Visitor(server.url())
                .fillIn("/first", "/first", Town.first(server.firstCode().orElseThrow()));
        organisation = Long.parseLong(said("select organisation_id::text from organisation"));
    }

    private static ConfigurableApplicationContext startProvider(int port, String issuer, String redirect) {
        SpringApplication application = new SpringApplication(Provider.class);
        String client = "spring.security.oauth2.authorizationserver.client.signalup.";
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", Integer.toString(port));
        properties.put("spring.security.oauth2.authorizationserver.issuer", issuer);
        properties.put(client + "registration.client-id", "signalup");
        properties.put(client + "registration.client-secret", "{noop}s");
        properties.put(client + "registration.client-authentication-methods", "client_secret_basic");
        properties.put(client + "registration.authorization-grant-types", "authorization_code");
        properties.put(client + "registration.redirect-uris", redirect);
        properties.put(client + "registration.scopes", "openid,profile,email");
        application.setDefaultProperties(properties);
        return application.run();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        if (provider != null) {
            provider.close();
        }
    }

    private static String said(String sql) {
        return store().read(
                        Scope.PLATFORM,
                        client -> client.sql(sql).query(String.class).single());
    }

    private static Store store() {
        return server.context().getBean(Store.class);
    }

    private static void account(String login, String email, String subject) {
        store().run(
                        Scope.PLATFORM,
                        client -> client.sql("""
                        insert into account (login, name, email, organisation_id, role, oidc_subject)
                        values (:login, :login, :email, :organisation, 'READER', nullif(:subject, ''))
                        """)
                                .param("login", login)
                                .param("email", email)
                                .param("organisation", organisation)
                                .param("subject", subject)
                                .update());
    }

    /** Where somebody ends who signs in at the provider. */
    private static HttpResponse<String> signIn(String user) throws Exception {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        URI begin = URI.create(server.url() + "/oauth2/authorization/oidc");
        HttpResponse<String> form = browser.send(
                HttpRequest.newBuilder(begin).header("Accept", "text/html").build(),
                HttpResponse.BodyHandlers.ofString());
        Element secret = Jsoup.parse(form.body()).selectFirst("input[name=_csrf]");
        assertThat(secret).as(form.body()).isNotNull();
        String body = "username=" + user + "&password=" + user + "!&_csrf="
                + URLEncoder.encode(secret.attr("value"), StandardCharsets.UTF_8);
        return browser.send(
                HttpRequest.newBuilder(form.uri().resolve("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void theSignInPageOffersTheProvider() {
        assertThat(new Visitor(server.url()).get("/sign-in").body()).contains("/oauth2/authorization/oidc");
        assertThat(Town.visitor().get("/sign-in").body()).doesNotContain("/oauth2/authorization/oidc");
    }

    @Test
    void whoHasAnAccountComesInByVerifiedMailAndFromThenOnBySubject() throws Exception {
        account("one", "S-1@example.org", "");
        HttpResponse<String> first = signIn("s-1");
        assertThat(first.uri().getPath()).isEqualTo("/");
        assertThat(first.body()).contains("one");
        assertThat(said("select oidc_subject from account where login = 'one'")).isEqualTo("s-1");
        store().run(
                        Scope.PLATFORM,
                        client -> client.sql("update account set email = '' where login = 'one'")
                                .update());
        assertThat(signIn("s-1").uri().getPath()).isEqualTo("/");
        store().run(
                        Scope.PLATFORM,
                        client -> client.sql("update account set active = false where login = 'one'")
                                .update());
        assertThat(signIn("s-1").uri().toString()).endsWith("/sign-in?stranger");
    }

    @Test
    void nobodyGetsAnAccountBySigningInAndAnUnverifiedMailProvesNothing() throws Exception {
        HttpResponse<String> stranger = signIn("s-2");
        assertThat(stranger.uri().toString()).endsWith("/sign-in?stranger");
        assertThat(stranger.body()).contains("还没有账号");
        account("victim", "unverified@example.org", "");
        assertThat(signIn("unverified").uri().toString()).endsWith("/sign-in?stranger");
        account("twin-1", "s-2@example.org", "");
        account("twin-2", "s-2@example.org", "");
        assertThat(signIn("s-2").uri().toString()).endsWith("/sign-in?stranger");
    }
}
