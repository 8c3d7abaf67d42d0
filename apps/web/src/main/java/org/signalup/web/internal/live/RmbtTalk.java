package org.signalup.web.internal.live;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Language;
import org.signalup.live.rmbt.RmbtProblem;
import org.signalup.live.rmbt.RmbtRefused;
import org.signalup.web.internal.access.Platform;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How clients of RMBT ask and are answered: JSON objects, what is wrong in {@code error}. */
@Platform
@Component
final class RmbtTalk {
    static final String ERROR = "error";
    private static final JsonMapper JSON = new JsonMapper();

    private final Bodies bodies;

    RmbtTalk(Bodies bodies) {
        this.bodies = bodies;
    }

    /**
     * What was sent.
     *
     * @throws RmbtRefused if it is no JSON object
     */
    JsonNode heard(HttpServletRequest request) throws IOException {
        return object(bodies.readJson(request));
    }

    /** The same of pages that call their JSON plain text, so that browsers let it through without asking. */
    JsonNode heardPlain(HttpServletRequest request) throws IOException {
        return object(bodies.read(request));
    }

    private static JsonNode object(Body sent) {
        try (Body body = sent) {
            JsonNode said = JSON.readTree(body.file().toFile());
            if (said.isObject()) {
                return said;
            }
        } catch (JacksonException e) {
            // Said below.
        }
        throw new RmbtRefused(RmbtProblem.NOT_UNDERSTOOD);
    }

    /** A body to be kept, of a request that says it is JSON. */
    Body body(HttpServletRequest request) throws IOException {
        return bodies.readJson(request);
    }

    /** A literal address: no name is looked up. */
    static InetAddress address(HttpServletRequest request) throws IOException {
        return InetAddress.getByName(request.getRemoteAddr());
    }

    /** Whether the client came by IP version 6. */
    static boolean ipv6(HttpServletRequest request) throws IOException {
        return address(request) instanceof Inet6Address;
    }

    /** Our own address as the client knows it, up to what is asked of us. */
    static String base(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        return url.substring(0, url.indexOf(RmbtApi.PATH) + RmbtApi.PATH.length());
    }

    static Map<String, Object> nothing() {
        return new LinkedHashMap<>(Map.of(ERROR, List.of()));
    }

    static Map<String, Object> answer(String name, Object value) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(name, value);
        answer.put(ERROR, List.of());
        return answer;
    }

    static Language language(JsonNode sent) {
        String said =
                sent.path("language").asString(sent.path("client_language").asString("zh"));
        return said.startsWith("zh") ? Language.ZH : Language.EN;
    }
}
