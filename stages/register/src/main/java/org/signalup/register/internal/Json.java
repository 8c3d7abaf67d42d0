package org.signalup.register.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Problem;
import org.signalup.domain.Text;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows and problems as JSON, the form in which they travel to the database and back. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};
    private static final TypeReference<List<LinkedHashMap<String, Object>>> LIST = new TypeReference<>() {};

    private Json() {}

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public static Map<String, Object> object(String json) {
        return MAPPER.readValue(json, OBJECT);
    }

    /** Problems as they are kept. */
    public static List<Map<String, Object>> of(List<Problem> problems) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Problem problem : problems) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("file", problem.file());
            one.put("row", problem.row());
            one.put("column", problem.column());
            one.put("value", problem.value());
            one.put("code", problem.code());
            one.put("zh", problem.message().zh());
            one.put("en", problem.message().en());
            list.add(one);
        }
        return list;
    }

    /** Problems that were kept. */
    public static List<Problem> problems(String json) {
        List<Problem> problems = new ArrayList<>();
        for (Map<String, Object> one : MAPPER.readValue(json, LIST)) {
            problems.add(new Problem(
                    String.valueOf(one.get("file")),
                    ((Number) one.get("row")).longValue(),
                    String.valueOf(one.get("column")),
                    String.valueOf(one.get("value")),
                    String.valueOf(one.get("code")),
                    Text.of(String.valueOf(one.get("zh")), String.valueOf(one.get("en")))));
        }
        return problems;
    }
}
