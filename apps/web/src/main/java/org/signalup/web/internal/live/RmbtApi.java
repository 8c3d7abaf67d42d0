package org.signalup.web.internal.live;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Language;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.live.InboxFull;
import org.signalup.live.rmbt.RmbtProblem;
import org.signalup.live.rmbt.RmbtRefused;
import org.signalup.live.rmbt.RmbtTests;
import org.signalup.live.rmbt.RmbtTests.Ordered;
import org.signalup.live.rmbt.RmbtTests.Walk;
import org.signalup.web.internal.access.Open;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What clients of RMBT, the open measurement of Austria's regulator, expect of a control server. Their own names and forms: what is wrong
 * stands in {@code error}.
 */
@Platform
@RestController
@RequestMapping("/RMBTControlServer")
@Open("phones without an account; a result needs the token of its test")
final class RmbtApi {
    private static final String ERROR = "error";
    private static final JsonMapper JSON = new JsonMapper();

    private final Bodies bodies;
    private final RmbtTests tests;

    RmbtApi(Bodies bodies, RmbtTests tests) {
        this.bodies = bodies;
        this.tests = tests;
    }

    @PostMapping("/settings")
    Map<String, Object> settings(HttpServletRequest request) throws IOException {
        JsonNode sent = json(request);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("uuid", tests.register(sent.path("uuid").asString("")).toString());
        settings.put("urls", Map.of());
        settings.put("history", Map.of("devices", List.of(), "networks", List.of()));
        settings.put("servers", List.of());
        settings.put("servers_ws", List.of());
        settings.put("servers_qos", List.of());
        settings.put("qostesttype_desc", List.of());
        settings.put("versions", Map.of("control_server_version", "SignalUp"));
        return answer("settings", List.of(settings));
    }

    @PostMapping("/testRequest")
    Map<String, Object> testRequest(HttpServletRequest request) throws IOException {
        JsonNode sent = json(request);
        Map<String, Object> answer = new LinkedHashMap<>();
        try {
            Ordered ordered = tests.order(sent.path("uuid").asString(""), address(request));
            put(answer, ordered, request);
            answer.put(ERROR, List.of());
        } catch (RmbtRefused refused) {
            answer.put(ERROR, List.of(said(refused.problem().text(), language(sent))));
        }
        return answer;
    }

    private void put(Map<String, Object> answer, Ordered ordered, HttpServletRequest request) {
        String base = request.getRequestURL().toString().replaceFirst("/testRequest$", "");
        answer.put("test_uuid", ordered.testUuid().toString());
        answer.put("open_test_uuid", "O" + ordered.openUuid());
        answer.put("test_token", ordered.token());
        answer.put("test_server_name", ordered.server().name());
        answer.put("test_server_address", ordered.server().address());
        answer.put("test_server_port", ordered.server().port());
        answer.put("test_server_encryption", ordered.server().encrypted());
        answer.put("test_server_type", ordered.server().type());
        answer.put("test_duration", Long.toString(tests.policy().testDuration().toSeconds()));
        answer.put("test_numthreads", Integer.toString(tests.policy().threads()));
        answer.put("test_numpings", Integer.toString(tests.policy().pings()));
        answer.put("test_wait", 0);
        answer.put("client_remote_ip", request.getRemoteAddr());
        answer.put("result_url", base + "/result");
        answer.put("result_qos_url", base + "/resultQoS");
    }

    @PostMapping("/result")
    Map<String, Object> result(HttpServletRequest request) throws IOException {
        try (Body body = bodies.readJson(request)) {
            tests.result(body.file(), body.digest());
        }
        return none();
    }

    /** Qualities beside speed are not asked for and not kept. */
    @PostMapping({"/resultQoS", "/resultUpdate"})
    Map<String, Object> resultQos(HttpServletRequest request) throws IOException {
        json(request);
        return none();
    }

    @PostMapping("/qosTestRequest")
    Map<String, Object> qosTestRequest(HttpServletRequest request) throws IOException {
        json(request);
        return answer("objectives", Map.of());
    }

    @PostMapping("/coverageRequest")
    ResponseEntity<Map<String, Object>> coverageRequest(HttpServletRequest request) throws IOException {
        JsonNode sent = json(request);
        Walk walk = tests.orderWalk(sent.path("client_uuid").asString(""), address(request));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("test_uuid", walk.testUuid().toString());
        answer.put("ping_token", walk.pingToken());
        answer.put("ping_host", walk.ping().host());
        answer.put("ping_port", Integer.toString(walk.ping().port()));
        answer.put("ip_version", walk.ipVersion());
        answer.put("client_remote_ip", request.getRemoteAddr());
        answer.put(
                "max_coverage_session_seconds", tests.policy().coverageSession().toSeconds());
        answer.put(
                "max_coverage_measurement_seconds",
                tests.policy().coverageWalk().toSeconds());
        // Older clients read this name.
        answer.put("maxCoverageSessionSeconds", tests.policy().coverageSession().toSeconds());
        return ResponseEntity.status(HttpStatus.CREATED).body(answer);
    }

    @PostMapping("/coverageResult")
    Map<String, Object> coverageResult(HttpServletRequest request) throws IOException {
        try (Body body = bodies.readJson(request)) {
            tests.walked(body.file(), body.digest());
        }
        return none();
    }

    @PostMapping("/news")
    Map<String, Object> news(HttpServletRequest request) throws IOException {
        json(request);
        return answer("news", List.of());
    }

    @PostMapping("/history")
    Map<String, Object> history(HttpServletRequest request) throws IOException {
        json(request);
        return answer("history", List.of());
    }

    @PostMapping("/ip")
    Map<String, Object> ip(HttpServletRequest request) throws IOException {
        json(request);
        Map<String, Object> answer = answer("ip", request.getRemoteAddr());
        answer.put("v", address(request) instanceof Inet6Address ? "6" : "4");
        return answer;
    }

    private JsonNode json(HttpServletRequest request) throws IOException {
        try (Body body = bodies.readJson(request)) {
            JsonNode sent = JSON.readTree(body.file().toFile());
            if (sent.isObject()) {
                return sent;
            }
        } catch (JacksonException e) {
            // Said below.
        }
        throw new RmbtRefused(RmbtProblem.NOT_UNDERSTOOD);
    }

    /** A literal address: no name is looked up. */
    private static InetAddress address(HttpServletRequest request) throws IOException {
        return InetAddress.getByName(request.getRemoteAddr());
    }

    private static Map<String, Object> none() {
        return new LinkedHashMap<>(Map.of(ERROR, List.of()));
    }

    private static Map<String, Object> answer(String name, Object value) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(name, value);
        answer.put(ERROR, List.of());
        return answer;
    }

    private static Language language(JsonNode sent) {
        String said =
                sent.path("language").asString(sent.path("client_language").asString("zh"));
        return said.startsWith("zh") ? Language.ZH : Language.EN;
    }

    private static String said(Text text, Language language) {
        return text.in(language);
    }

    @ExceptionHandler(RmbtRefused.class)
    ResponseEntity<Map<String, Object>> refused(RmbtRefused refused) {
        return problem(HttpStatus.BAD_REQUEST, List.of(refused.problem().text()));
    }

    @ExceptionHandler(RefusedException.class)
    ResponseEntity<Map<String, Object>> unreadable(RefusedException refused) {
        return problem(
                HttpStatus.BAD_REQUEST,
                refused.problems().stream().map(one -> one.message()).toList());
    }

    @ExceptionHandler(PageFailure.class)
    ResponseEntity<Map<String, Object>> failed(PageFailure failure) {
        return problem(failure.status(), List.of(failure.text()));
    }

    @ExceptionHandler(InboxFull.class)
    ResponseEntity<Map<String, Object>> full(InboxFull full) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(full.retryAfterS()))
                .body(Map.of(ERROR, List.of(full.why().zh(), full.why().en())));
    }

    private static ResponseEntity<Map<String, Object>> problem(HttpStatus status, List<Text> why) {
        List<String> said = new ArrayList<>();
        why.forEach(text -> said.add(text.zh() + " · " + text.en()));
        return ResponseEntity.status(status).body(Map.of(ERROR, said));
    }
}
