package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.people.Actor;
import org.signalup.people.Actors;
import org.signalup.people.Tokens;
import org.signalup.web.Visitor.Reply;

/** The database goes away under the platform: pages and programs are told so in words, and go on by themselves once it is back. */
class DatabaseAwayTest {
    private static final long LONGEST_S = 60;

    @TempDir
    Path folder;

    private EmbeddedPostgres database;
    private Relay line;

    /** A database somebody else runs, at the other end of a line that can be cut. */
    @BeforeEach
    void elsewhere() throws IOException, SQLException {
        database = EmbeddedPostgres.start();
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role platform login password 'p'");
            statement.execute(
                    "create database platform owner platform encoding 'UTF8' lc_collate 'C' template template0");
        }
        line = Relay.to(database.getPort());
    }

    @AfterEach
    void close() throws IOException {
        line.cut();
        database.close();
    }

    private static Reply program(WebServer server, String token) {
        Visitor program = new Visitor(server.url());
        return program.send(program.request("/api/v1/places")
                .header("Authorization", "Bearer " + token)
                .GET()
                .build());
    }

    private static Reply sent(WebServer server, String token, String path) {
        Visitor program = new Visitor(server.url());
        return program.send(program.request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"test_uuid\":\"68796996-5f40-11eb-ae93-0242ac130002\"}"))
                .build());
    }

    @Test
    void pagesAndProgramsAreToldAndGoOnWithoutARestart() throws Exception {
        Map<String, String> environment =
                Map.of("DATABASE_URL", "postgres://platform:p@127.0.0.1:" + line.port() + "/platform");
        WebOptions options = WebOptions.platform(folder, Served.PROGRAMME, WebOptions.LOCAL, 0);
        try (WebServer server = WebServer.start(options, environment)) {
            Visitor visitor = new Visitor(server.url());
            visitor.fillIn("/first", "/first", Town.first(server.firstCode().orElseThrow()));
            visitor.signIn(Town.MANAGER, Town.PASSWORD);
            Actor actor =
                    server.context().getBean(Actors.class).find(Town.MANAGER).orElseThrow();
            String token = server.context()
                    .getBean(Tokens.class)
                    .make(actor, "away", List.of("LEDGER_READ"), 1)
                    .secret();
            assertThat(program(server, token).status()).isEqualTo(200);
            Visitor newcomer = new Visitor(server.url());
            String form = "_csrf="
                    + newcomer.get("/sign-in")
                            .page()
                            .select("input[name=_csrf]")
                            .attr("value")
                    + "&login=" + Town.MANAGER + "&password=" + Town.PASSWORD.replace(' ', '+');
            line.cut();
            Reply page = visitor.get("/ledger/places");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.body()).contains("数据库暂时连不上").contains("<h1").doesNotContain("Exception");
            assertThat(page.header("retry-after")).isNotEmpty();
            Reply answer = program(server, token);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("content-type")).startsWith("application/problem+json");
            assertThat(answer.body()).contains("DATABASE_AWAY").contains("detail_en");
            for (String fixed : List.of("/v2/geosubmit", "/RMBTControlServer/coverageResult")) {
                Reply told = sent(server, token, fixed);
                assertThat(told.status()).as(fixed).isEqualTo(503);
                assertThat(told.header("content-type")).as(fixed).contains("json");
                assertThat(told.header("retry-after")).as(fixed).isNotEmpty();
            }
            Reply refused = newcomer.post("/sign-in", form);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body()).contains("数据库暂时连不上");
            line.mend();
            assertThat(comesBack(visitor)).as("the same session, no restart").isTrue();
            assertThat(program(server, token).status()).isEqualTo(200);
        }
    }

    private static boolean comesBack(Visitor visitor) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_S);
        while (visitor.get("/ledger/places").status() != 200) {
            if (System.nanoTime() > until) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(300);
        }
        return true;
    }
}
