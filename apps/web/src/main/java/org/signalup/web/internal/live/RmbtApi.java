package org.signalup.web.internal.live;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.signalup.live.rmbt.RmbtRefused;
import org.signalup.live.rmbt.RmbtSettings.TestServer;
import org.signalup.live.rmbt.RmbtTests;
import org.signalup.live.rmbt.RmbtTests.Ordered;
import org.signalup.live.rmbt.RmbtTests.Walk;
import org.signalup.web.internal.access.Open;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.site.Callers;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * What clients of RMBT, the open measurement of Austria's regulator, expect of a control server: tests and walks. Their own names and
 * forms. Pages of any place may ask, as the client that runs in browsers does: nothing here is answered by who is signed in.
 */
@Platform
@RestController
@CrossOrigin
@RequestMapping(RmbtApi.PATH)
@Open("phones without an account; a result needs the token of its test")
final class RmbtApi {
    static final String PATH = Callers.RMBT;

    private final RmbtTalk talk;
    private final RmbtTests tests;

    RmbtApi(RmbtTalk talk, RmbtTests tests) {
        this.talk = talk;
        this.tests = tests;
    }

    @PostMapping("/settings")
    Map<String, Object> settings(HttpServletRequest request) throws IOException {
        JsonNode sent = talk.heard(request);
        String check = RmbtTalk.ipv6(request) ? "url_ipv6_check" : "url_ipv4_check";
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("uuid", tests.register(sent.path("uuid").asString("")).toString());
        settings.put("urls", Map.of(check, RmbtTalk.base(request) + "/ip"));
        settings.put("history", Map.of("devices", List.of(), "networks", List.of()));
        settings.put("servers", List.of());
        settings.put("servers_ws", List.of());
        settings.put("servers_qos", List.of());
        settings.put("qostesttype_desc", List.of());
        settings.put("signal_measurement_available", tests.walks());
        settings.put("versions", Map.of("control_server_version", "SignalUp"));
        return RmbtTalk.answer("settings", List.of(settings));
    }

    @PostMapping("/testRequest")
    Map<String, Object> testRequest(HttpServletRequest request) throws IOException {
        JsonNode sent = talk.heard(request);
        Map<String, Object> answer = new LinkedHashMap<>();
        try {
            Ordered ordered = tests.order(
                    sent.path("uuid").asString(""), sent.path("client").asString(""), RmbtTalk.address(request));
            put(answer, ordered, request);
            answer.put(RmbtTalk.ERROR, List.of());
        } catch (RmbtRefused refused) {
            answer.put(RmbtTalk.ERROR, List.of(refused.problem().text().in(RmbtTalk.language(sent))));
        }
        return answer;
    }

    private void put(Map<String, Object> answer, Ordered ordered, HttpServletRequest request) {
        TestServer server = ordered.server();
        answer.put("test_uuid", ordered.testUuid().toString());
        answer.put("open_test_uuid", "O" + ordered.openUuid());
        answer.put("test_token", ordered.token());
        answer.put("test_server_name", server.name());
        answer.put("test_server_address", server.address());
        answer.put("test_server_port", server.port());
        answer.put("test_server_encryption", server.encrypted());
        answer.put("test_server_type", server.type());
        answer.put("test_duration", Long.toString(tests.policy().testDuration().toSeconds()));
        answer.put("test_numthreads", Integer.toString(tests.policy().threads()));
        answer.put("test_numpings", Integer.toString(tests.policy().pings()));
        answer.put("test_wait", 0);
        answer.put("client_remote_ip", request.getRemoteAddr());
        answer.put("result_url", RmbtTalk.base(request) + "/result");
        answer.put("result_qos_url", RmbtTalk.base(request) + "/resultQoS");
    }

    @PostMapping("/result")
    Map<String, Object> result(HttpServletRequest request) throws IOException {
        try (Body body = talk.body(request)) {
            tests.result(body.file(), body.digest());
        }
        return RmbtTalk.nothing();
    }

    @PostMapping("/coverageRequest")
    ResponseEntity<Map<String, Object>> coverageRequest(HttpServletRequest request) throws IOException {
        JsonNode sent = talk.heard(request);
        Walk walk = tests.orderWalk(
                sent.path("client_uuid").asString(sent.path("uuid").asString("")), RmbtTalk.address(request));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("test_uuid", walk.testUuid().toString());
        // Parts of a long walk go by one name, which the client sends with the second part and all others.
        String together = sent.path("loop_uuid").asString("");
        answer.put("loop_uuid", together.isEmpty() ? UUID.randomUUID().toString() : together);
        answer.put("loop_test_counter", 1);
        answer.put("ping_token", walk.pingToken());
        answer.put("ping_host", walk.ping().host());
        answer.put("ping_port", Integer.toString(walk.ping().port()));
        answer.put("ip_version", walk.ipVersion());
        answer.put("client_remote_ip", request.getRemoteAddr());
        answer.put("result_url", RmbtTalk.base(request) + "/coverageResult");
        answer.put(
                "max_coverage_session_seconds", tests.policy().coverageSession().toSeconds());
        answer.put(
                "max_coverage_measurement_seconds",
                tests.policy().coverageWalk().toSeconds());
        // Older clients read this name.
        answer.put("maxCoverageSessionSeconds", tests.policy().coverageSession().toSeconds());
        answer.put(RmbtTalk.ERROR, List.of());
        return ResponseEntity.status(HttpStatus.CREATED).body(answer);
    }

    @PostMapping("/coverageResult")
    Map<String, Object> coverageResult(HttpServletRequest request) throws IOException {
        try (Body body = talk.body(request)) {
            tests.walked(body.file(), body.digest());
        }
        return RmbtTalk.nothing();
    }
}
