package org.signalup.bench.internal.live;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Does what a person does: makes the first account, signs in, makes a token, in the pages. */
final class Desk {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("id=\"secret\"[^>]*>(sgup_[^<]+)<");
    private static final Pattern CODE = Pattern.compile("(?:good once\\): |只能用一次）：)\\s*(\\S+)");
    private static final String PASSWORD = "correct horse battery staple";

    private final String url;
    private final Path log;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    Desk(String url, Path log) {
        this.url = url;
        this.log = log;
    }

    /** Signs in, as the first account if there is none yet. */
    HttpClient signIn() throws IOException, InterruptedException {
        Matcher code = CODE.matcher(Files.readString(log));
        if (code.find()) {
            Map<String, String> first = new LinkedHashMap<>();
            first.put("code", code.group(1));
            first.put("organisation_name", "Bench");
            first.put("organisation_code", "BENCH");
            first.put("name", "Bench");
            first.put("login", "bench");
            first.put("password", PASSWORD);
            first.put("password_again", PASSWORD);
            fillIn("/first", "/first", first);
        }
        fillIn("/sign-in", "/sign-in", Map.of("login", "bench", "password", PASSWORD));
        return client;
    }

    /** A token that may set up probes. */
    String managerToken() throws IOException, InterruptedException {
        signIn();
        String page = fillIn(
                "/own/tokens",
                "/own/tokens",
                Map.of("name", "bench", "days", "30"),
                "PROBE_MANAGE",
                "SAMPLE_SEND",
                "TOKEN_MANAGE");
        return RunningPlatform.found(TOKEN, page);
    }

    private String fillIn(String page, String action, Map<String, String> fields, String... may)
            throws IOException, InterruptedException {
        String secret = RunningPlatform.found(
                CSRF, send(HttpRequest.newBuilder(URI.create(url + page)).build()));
        StringBuilder body = new StringBuilder("_csrf=" + encoded(secret));
        body.append(fields.entrySet().stream()
                .map(field -> "&" + encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining()));
        for (String one : may) {
            body.append("&may=").append(one);
        }
        return send(HttpRequest.newBuilder(URI.create(url + action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
