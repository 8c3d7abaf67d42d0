package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.signalup.store.Scope;
import org.signalup.web.Visitor.Reply;

/** Files beside entries of the ledger: told by their content, seen with the entry, taken away by whose they are. */
class AttachmentTest {
    private static final String PDF = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";
    private static String manager;
    private static String operator;
    private static String elsewhere;

    @BeforeAll
    static void people() {
        LivedIn.settle();
        manager = Town.token(Town.id("account", "login", Town.MANAGER));
        operator = Town.token(Town.id("account", "login", "li-cmcc"));
        long other = Town.organisation("LI-ELSEWHERE", "ADMINISTRATION", null, "{96}");
        elsewhere = Town.token(Town.account("li-elsewhere", other, "MANAGER"));
    }

    private static Reply attach(String token, String subject, String id, String name, String content) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--b--\r\n";
        return Town.ask(
                token,
                "POST",
                "/api/v1/attachments?subject=" + subject + "&id=" + id + "&note=evidence",
                "multipart/form-data; boundary=b",
                HttpRequest.BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1));
    }

    private static String list(String token, String id) {
        return Town.ask(token, "GET", "/api/v1/attachments?subject=places&id=" + id, null)
                .body();
    }

    @Test
    void aFileIsSeenWithItsEntryAndSavedNeverShown() {
        Reply added = attach(manager, "places", LivedIn.PLACE, "../../plan.pdf", PDF);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.body()).contains("\"name\":\"plan.pdf\"", "\"media_type\":\"application/pdf\"");
        String path = added.header("location");
        Reply content = Town.ask(operator, "GET", path + "/content", null);
        assertThat(content.body()).isEqualTo(PDF);
        assertThat(content.header("content-disposition")).startsWith("attachment");
        assertThat(content.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(Town.signedIn(Town.MANAGER)
                        .get("/ledger/places/entry?id=" + LivedIn.PLACE)
                        .body())
                .contains("plan.pdf", "evidence");
        assertThat(list(elsewhere, LivedIn.PLACE)).contains("\"items\":[]");
        assertThat(Town.ask(elsewhere, "GET", path + "/content", null).status()).isEqualTo(404);
    }

    @Test
    void whatABrowserWouldRunIsNotTakenWhateverItsName() {
        for (String content : new String[] {
            "<!DOCTYPE html><html><script>alert(1)</script></html>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
            "MZ\u0090\0\u0003\0\0\0\u0004\0\0\0\u00ff\u00ff\0\0\u00b8\0\0\0\0\0\0\0@",
            "#!/bin/sh\nrm -rf /\n",
        }) {
            Reply refused = attach(manager, "places", LivedIn.PLACE, "picture.png", content);
            assertThat(refused.status()).as(content).isEqualTo(422);
            assertThat(refused.body()).contains("FILE_KIND");
        }
        assertThat(attach(manager, "places", LivedIn.PLACE, "empty.txt", "").body())
                .contains("FILE_EMPTY");
        assertThat(attach(manager, "places", LivedIn.PLACE, "large.txt", "a".repeat(21 << 20))
                        .body())
                .contains("FILE_TOO_LARGE");
    }

    @Test
    void onlyWhoMayChangeTheThingAttachesAndOnlyWhoseItIsTakesItAway() {
        Reply own = attach(operator, "places", LivedIn.PLACE, "done.txt", "opened");
        assertThat(own.status()).as(own.body()).isEqualTo(201);
        assertThat(attach(operator, "keypoints", "LI-K1", "done.txt", "opened").status())
                .isEqualTo(422);
        assertThat(attach(elsewhere, "places", LivedIn.PLACE, "done.txt", "opened")
                        .status())
                .isEqualTo(422);
        assertThat(Town.ask(manager, "DELETE", own.header("location") + "?reason=x", null)
                        .status())
                .isEqualTo(403);
        assertThat(Town.ask(operator, "DELETE", own.header("location") + "?reason=x", null)
                        .status())
                .isEqualTo(204);
        assertThat(list(operator, LivedIn.PLACE)).doesNotContain("done.txt");
        long recorded = Town.store()
                .read(
                        Scope.PLATFORM,
                        client -> client.sql(
                                        "select count(*) from audit where subject = 'attachment' and action = 'DELETE' and before ->> 'name' = 'done.txt'")
                                .query(Long.class)
                                .single());
        assertThat(recorded).isEqualTo(1);
    }
}
