package org.signalup.web.internal.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Problem;
import org.signalup.domain.Text;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/** A refusal as programs read it: RFC 9457, in both languages. */
public record ProblemJson(HttpStatus status, String code, Text detail, List<Problem> problems) implements View {
    private static final JsonMapper JSON = new JsonMapper();

    public ProblemJson(HttpStatus status, String code, Text detail) {
        this(status, code, detail, List.of());
    }

    public void write(HttpServletResponse response) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, "zh, en");
        response.getWriter().write(text());
    }

    public String text() {
        return JSON.writeValueAsString(fields());
    }

    private Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", "about:blank");
        fields.put("title", status.getReasonPhrase());
        fields.put("status", status.value());
        fields.put("code", code);
        fields.put("detail_zh", detail.zh());
        fields.put("detail_en", detail.en());
        if (!problems.isEmpty()) {
            fields.put("problems", problems.stream().map(ProblemJson::fields).toList());
        }
        return fields;
    }

    private static Map<String, Object> fields(Problem problem) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("row", problem.row());
        fields.put("column", problem.column());
        fields.put("value", problem.value());
        fields.put("code", problem.code());
        fields.put("message_zh", problem.message().zh());
        fields.put("message_en", problem.message().en());
        return fields;
    }

    @Override
    public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(response);
    }
}
