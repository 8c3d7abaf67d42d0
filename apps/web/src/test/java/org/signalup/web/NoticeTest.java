package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.store.Scope;
import org.signalup.store.Store;

/** What people are told, by a real SMTP server and to a real webhook. */
class NoticeTest {
    private static final long PATIENCE_S = 60;

    @TempDir
    static Path folder;

    /** What came to the webhook. */
    private record Call(String time, String signature, String body) {}

    private static final BlockingQueue<Call> CALLS = new LinkedBlockingQueue<>();
    private static final List<Integer> ANSWERS = new ArrayList<>(List.of(500));
    private static GreenMail mail;
    private static HttpServer hook;
    private static WebServer server;

    @BeforeAll
    static void start() throws IOException {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/", exchange -> {
            CALLS.add(new Call(
                    exchange.getRequestHeaders().getFirst("SignalUp-Time"),
                    exchange.getRequestHeaders().getFirst("SignalUp-Signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            // The first call fails; it comes again.
            exchange.sendResponseHeaders(ANSWERS.isEmpty() ? 204 : ANSWERS.remove(0), -1);
            exchange.close();
        });
        hook.start();
        Files.writeString(
                folder.resolve("signalup.properties"),
                "spring.mail.host=127.0.0.1\nspring.mail.port=" + mail.getSmtp().getPort()
                        + "\nsignalup.mail.from=platform@example.org\nsignalup.webhooks.private-addresses=true"
                        + "\nsignalup.people.delivery.first-pause-seconds=1\nsignalup.url=https://signalup.example\n");
        server = WebServer.start(WebOptions.platform(folder, Served.PROGRAMME, WebOptions.LOCAL, 0));
        new Visitor(server.url())
                .fillIn("/first", "/first", Town.first(server.firstCode().orElseThrow()));
    }

    @AfterAll
    static void stop() {
        server.close();
        hook.stop(0);
        mail.stop();
    }

    private static String said(String sql) {
        return server.context()
                .getBean(Store.class)
                .read(
                        Scope.PLATFORM,
                        client -> client.sql(sql).query(String.class).single());
    }

    @Test
    void anInvitationIsMailedAndALockedLoginIsTold() throws Exception {
        Visitor manager = new Visitor(server.url());
        manager.signIn(Town.MANAGER, Town.PASSWORD);
        String organisation = said("select organisation_id::text from organisation");
        Map<String, String> account = Map.of(
                "login", "new-1",
                "name", "新人",
                "email", "new-1@example.org",
                "organisation", organisation,
                "role", "MEMBER",
                "language", "ZH");
        String page = manager.fillIn("/accounts/new", "/accounts", account).location();
        String code = manager.get(page).page().select("#code").text();
        assertThat(mail.waitForIncomingEmail(TimeUnit.SECONDS.toMillis(PATIENCE_S), 1))
                .isTrue();
        MimeMessage message = mail.getReceivedMessages()[0];
        assertThat(message.getSubject()).contains("SignalUp 升格").contains("邀请");
        assertThat(message.getAllRecipients()[0].toString()).isEqualTo("new-1@example.org");
        assertThat(message.getContent().toString())
                .contains(code)
                .contains("https://signalup.example/join")
                .doesNotContain("<");

        Map<String, String> choice = Map.of("code", code, "password", Town.PASSWORD, "password_again", Town.PASSWORD);
        Visitor owner = new Visitor(server.url());
        assertThat(owner.fillIn("/join", "/join", choice).location()).isEqualTo("/sign-in?made");
        String secret = manager.get(manager.fillIn(
                                "/webhooks",
                                "/webhooks",
                                Map.of(
                                        "url",
                                        "http://127.0.0.1:" + hook.getAddress().getPort() + "/hook"))
                        .location())
                .page()
                .select("#secret")
                .text();
        owner.signIn("new-1", Town.PASSWORD);
        assertThat(owner.get("/").page().select(".unread").text()).isEmpty();
        for (int failure = 0; failure < 5; failure++) {
            new Visitor(server.url()).signIn("new-1", "wrong password");
        }
        assertThat(new Visitor(server.url()).signIn("new-1", Town.PASSWORD).location())
                .startsWith("/sign-in?wait=");
        assertThat(mail.waitForIncomingEmail(TimeUnit.SECONDS.toMillis(PATIENCE_S), 2))
                .isTrue();
        assertThat(mail.getReceivedMessages()[1].getSubject()).contains("锁定");
        assertThat(owner.get("/").page().select(".bell .unread").text()).isEqualTo("1");
        assertThat(owner.get("/own/notices").body()).contains("锁定");
        owner.fillIn("/own/notices", "/own/notices/read", Map.of());
        assertThat(owner.get("/").page().select(".bell .unread")).isEmpty();

        Call failed = CALLS.poll(PATIENCE_S, TimeUnit.SECONDS);
        Call again = CALLS.poll(PATIENCE_S, TimeUnit.SECONDS);
        assertThat(again.body()).isEqualTo(failed.body()).contains("title_zh").contains("锁定");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(again.signature())
                .isEqualTo(HexFormat.of()
                        .formatHex(mac.doFinal((again.time() + "." + again.body()).getBytes(StandardCharsets.UTF_8))));
    }
}
