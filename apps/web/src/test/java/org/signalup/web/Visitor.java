package org.signalup.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody with a browser of their own: keeps cookies, fills in forms, follows no redirect by itself. */
final class Visitor {
    private final String server;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Visitor(String server) {
        this.server = server;
    }

    /** What the server said. */
    record Reply(int status, String location, HttpResponse<String> response) {
        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        Document page() {
            return Jsoup.parse(body());
        }
    }

    Reply get(String path) {
        return send(request(path).GET().build());
    }

    /** What a link leads to, redirected once or not. */
    Served.Answer answer(String path) {
        Reply first = get(path);
        Reply reply = first.location().isEmpty() ? first : get(first.location());
        return new Served.Answer(reply.status(), reply.header("content-type"), reply.body());
    }

    /** Sends a form as the page at an address has it, with its hidden secret. */
    Reply fillIn(String page, String action, Map<String, String> fields) {
        String secret = get(page).page().select("input[name=_csrf]").attr("value");
        List<String> pairs = new ArrayList<>(List.of("_csrf=" + encoded(secret)));
        fields.forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));
        return post(action, String.join("&", pairs));
    }

    /** Sends what a form would, made by hand. */
    Reply post(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    Reply signIn(String login, String password) {
        return fillIn("/sign-in", "/sign-in", Map.of("login", login, "password", password));
    }

    /** The cookie of the session. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("signalup"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    void takeSession(String value) {
        HttpCookie cookie = new HttpCookie("signalup", value);
        cookie.setPath("/");
        cookies.getCookieStore().add(URI.create(server), cookie);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path));
    }

    Reply send(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            String location =
                    response.headers().firstValue("location").orElse("").replace(server, "");
            return new Reply(response.statusCode(), location, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
