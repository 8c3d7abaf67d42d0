package org.signalup.web.internal.live;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Text;
import org.signalup.web.internal.access.Open;
import org.signalup.web.internal.access.Platform;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * What clients of RMBT ask for beside tests and walks: news, what happened before, qualities other than speed. Nothing of it is kept
 * here, and they are told so in a form they go on from.
 */
@Platform
@RestController
@CrossOrigin
@RequestMapping(RmbtApi.PATH)
@Open("phones without an account; nothing here knows anything of anybody")
final class RmbtSideApi {
    private static final Text NO_RESULTS = Text.of(
            "结果已并入平台的采样，不向终端单独提供", "results are among the samples of the platform, and not told to clients one by one");
    private static final Text NO_SIGNALS =
            Text.of("这里不收信号记录，请使用覆盖测量", "signal measurements are not taken here, use coverage measurements");
    private static final Text NO_SYNC = Text.of("这里不合并多台终端的记录", "histories of several devices are not joined here");

    private static final Text NO_SERVICE = Text.of("这里没有这项服务", "there is no such service here");

    private final RmbtTalk talk;

    RmbtSideApi(RmbtTalk talk) {
        this.talk = talk;
    }

    @PostMapping("/news")
    Map<String, Object> news(HttpServletRequest request) throws IOException {
        talk.heard(request);
        return RmbtTalk.answer("news", List.of());
    }

    @PostMapping("/ip")
    Map<String, Object> ip(HttpServletRequest request) throws IOException {
        talk.heardPlain(request);
        Map<String, Object> answer = RmbtTalk.answer("ip", request.getRemoteAddr());
        answer.put("v", RmbtTalk.ipv6(request) ? "6" : "4");
        return answer;
    }

    /** What a page in a browser asks to learn of its browser: as much as the browser says. */
    @GetMapping("/requestDataCollector")
    Map<String, Object> browser(HttpServletRequest request) {
        String agent =
                request.getHeader(HttpHeaders.USER_AGENT) == null ? "" : request.getHeader(HttpHeaders.USER_AGENT);
        String[] first = agent.split("[ /]", 3);
        Map<String, Object> answer = RmbtTalk.answer("agent", agent);
        answer.put("product", first[0]);
        answer.put("version", first.length > 1 ? first[1] : "");
        answer.put("ip", request.getRemoteAddr());
        answer.put("port", Integer.toString(request.getRemotePort()));
        answer.put("url", request.getRequestURL().toString());
        return answer;
    }

    @GetMapping("/version")
    Map<String, Object> version() {
        return RmbtTalk.answer("version", "SignalUp");
    }

    @PostMapping("/history")
    Map<String, Object> history(HttpServletRequest request) throws IOException {
        talk.heard(request);
        return RmbtTalk.answer("history", List.of());
    }

    /** Clients read the first of the results without looking whether there is one: they are told why there is none. */
    @PostMapping("/testresult")
    Map<String, Object> testResult(HttpServletRequest request) throws IOException {
        return without("testresult", NO_RESULTS, request);
    }

    @PostMapping("/testresultdetail")
    Map<String, Object> testResultDetail(HttpServletRequest request) throws IOException {
        talk.heard(request);
        return RmbtTalk.answer("testresultdetail", List.of());
    }

    /** Qualities beside speed: none are asked for. */
    @PostMapping("/qosTestRequest")
    Map<String, Object> qosTestRequest(HttpServletRequest request) throws IOException {
        talk.heard(request);
        Map<String, Object> answer = RmbtTalk.answer("objectives", Map.of());
        answer.put("client_remote_ip", request.getRemoteAddr());
        return answer;
    }

    /** What was not asked for is not kept. */
    @PostMapping({"/resultQoS", "/qosResult", "/resultUpdate"})
    Map<String, Object> unasked(HttpServletRequest request) throws IOException {
        talk.heardPlain(request);
        return RmbtTalk.nothing();
    }

    @PostMapping("/qosTestResult")
    Map<String, Object> qosTestResult(HttpServletRequest request) throws IOException {
        talk.heard(request);
        Map<String, Object> answer = RmbtTalk.answer("testresultdetail", List.of());
        answer.put("testresultdetail_desc", List.of());
        answer.put("testresultdetail_testdesc", List.of());
        answer.put("eval_times", Map.of("eval", "0", "full", "0"));
        return answer;
    }

    @PostMapping("/sync")
    Map<String, Object> sync(HttpServletRequest request) throws IOException {
        return without("sync", NO_SYNC, request);
    }

    @PostMapping("/signalRequest")
    Map<String, Object> signalRequest(HttpServletRequest request) throws IOException {
        return without("test_uuid", NO_SIGNALS, request);
    }

    @PostMapping("/signalResult")
    Map<String, Object> signalResult(HttpServletRequest request) throws IOException {
        return without("test_uuid", NO_SIGNALS, request);
    }

    /** Whatever else a client of another age or country asks for. */
    @RequestMapping("/**")
    ResponseEntity<Map<String, Object>> other() {
        return RmbtFailures.problem(HttpStatus.NOT_FOUND, List.of(NO_SERVICE));
    }

    private Map<String, Object> without(String name, Text why, HttpServletRequest request) throws IOException {
        JsonNode sent = talk.heard(request);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(name, name.endsWith("uuid") ? "" : List.of());
        answer.put(RmbtTalk.ERROR, List.of(why.in(RmbtTalk.language(sent))));
        return answer;
    }
}
