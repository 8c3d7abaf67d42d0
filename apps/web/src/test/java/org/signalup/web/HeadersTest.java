package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalup.web.Visitor.Reply;

/** What every answer of the platform tells the browser to refuse. */
class HeadersTest {
    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/", "/own", "/site.css", "/nothing", "/e/town", "/api/v1/self", "/e/town/map"})
    void everyAnswerForbidsFramesForeignScriptsAndGuesses(String path) {
        Visitor person = Town.signedIn(Town.MANAGER);
        Reply reply = person.get(path);
        assertThat(reply.header("content-security-policy"))
                .contains("default-src 'self'")
                .contains("frame-ancestors 'none'")
                .contains("base-uri 'none'")
                .contains("form-action 'self'")
                .doesNotContain("script-src")
                .doesNotContain("unsafe-eval");
        assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(reply.header("referrer-policy")).isEqualTo("same-origin");
        assertThat(reply.header("strict-transport-security")).isEmpty();
        assertThat(reply.header("server")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/site.css", "/api/v1/self"})
    void behindAProxyThatSpeaksHttpsTheBrowserIsToldToStayThere(String path) {
        Visitor visitor = Town.visitor();
        Reply reply = visitor.send(
                visitor.request(path).header("X-Forwarded-Proto", "https").build());
        assertThat(reply.header("strict-transport-security")).contains("max-age=31536000");
        for (String cookie : reply.response().headers().allValues("set-cookie")) {
            assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").contains("Secure");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/sign-in?lang=en"})
    void cookiesAreKeptFromScriptsAndFromOtherSites(String path) {
        Reply reply = Town.visitor().get(path);
        assertThat(reply.response().headers().allValues("set-cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void aPageSaysTheLanguageItIsInNotTheOneTheBrowserAskedFor(String language) {
        Visitor visitor = Town.visitor();
        Reply reply = visitor.send(visitor.request("/sign-in?lang=" + language)
                .header("Accept-Language", "fr")
                .build());
        assertThat(reply.header("content-language")).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/own", "/accounts"})
    void whatIsSomebodysIsKeptByNoCache(String path) {
        assertThat(Town.signedIn(Town.MANAGER).get(path).header("cache-control"))
                .contains("no-store");
    }
}
