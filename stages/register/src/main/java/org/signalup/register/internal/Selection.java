package org.signalup.register.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.signalup.domain.Reach;
import org.signalup.register.EntryQuery;
import org.signalup.register.Subject;
import org.signalup.standards.Programme;
import org.signalup.standards.Scenario;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The condition of a query on table {@code t}, with its values. What somebody may see the database decides; their reach is said
 * once more here only so that an index can be used.
 */
public final class Selection {
    /** More candidates than that and the words say too little: the first ones are shown. */
    private static final int MOST_CANDIDATES = 5_000;

    private static final int MOST_PREFIXES = 8;

    private final EntryQuery query;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    public Selection(EntryQuery query, Reach reach, Programme programme) {
        this.query = query;
        if (query.subject() == Subject.INSTRUMENT) {
            ofInstruments(programme);
            words(query.words().strip().toLowerCase(Locale.ROOT));
            return;
        }
        is("scenario", query.scenario());
        if (query.subject() != Subject.LINE) {
            division(query.division(), "asked");
            reach.divisions().ifPresent(this::within);
        } else if (!query.division().isEmpty()) {
            add(
                    "exists (select from unnest(t.division_codes) c where starts_with(c, :asked))",
                    "asked",
                    query.division());
        }
        if (query.subject() == Subject.PLACE) {
            ofPlaces(programme);
        }
        if (query.subject() != Subject.LINE) {
            reach.places().ifPresent(ids -> add("t.place_id = any(:mine)", "mine", ids.toArray(String[]::new)));
        }
        if (query.subject() == Subject.KEY_POINT && !query.owner().isEmpty()) {
            add("(t.place_id = :owner or t.line_id = :owner)", "owner", query.owner());
        }
        words(query.words().strip().toLowerCase(Locale.ROOT));
    }

    private void ofInstruments(Programme programme) {
        if (query.code().equals("expired")) {
            add(
                    "(t.certificate_no = '' or not coalesce((now() at time zone :zone)::date between"
                            + " coalesce(t.valid_from, '-infinity') and coalesce(t.valid_to, 'infinity'), false))",
                    "zone",
                    programme.zone().getId());
        } else if (query.code().equals("unproven")) {
            conditions.add("t.comparison is distinct from 'ACCEPTED'");
        }
    }

    private void ofPlaces(Programme programme) {
        is("department", query.department());
        if (query.year() > 0) {
            add("t.target_year = :year", "year", query.year());
        }
        if (query.code().equals("expired")) {
            add(
                    "not exists (select from division d where d.code = t.division_code"
                            + " and (now() at time zone :zone)::date between d.valid_from and d.valid_to)",
                    "zone",
                    programme.zone().getId());
        }
        String claimed = "(t.reported_done is not null or exists (select from claim c where c.subject = 'place'"
                + " and c.subject_key = t.place_id and c.withdrawn_at is null))";
        if (query.claim().equals("yes")) {
            conditions.add(claimed);
        } else if (query.claim().equals("no")) {
            conditions.add("not " + claimed);
        }
        if (!query.missing().isEmpty()) {
            Map<String, List<String>> wanted =
                    programme.scenarios().stream().collect(Collectors.toMap(Scenario::code, Scenario::pointKinds));
            String condition = """
                    jsonb_array_length(coalesce(:wanted::jsonb -> t.scenario, '[]')
                        - coalesce((select s.kinds from place_points s where s.place_id = t.place_id), '{}')
                        - array(select a.kind from absent_kind a where a.place_id = t.place_id)) %s 0
                    """.formatted(query.missing().equals("yes") ? ">" : "=");
            add(condition, "wanted", Json.write(wanted));
        }
    }

    private void words(String said) {
        if (said.isEmpty()) {
            return;
        }
        String table = query.subject().table();
        values.put("like", "%" + said.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        conditions.add(table + "_text(t) like :like");
        if (said.length() > 1) {
            String no = query.subject().key().replace("_id", "_no");
            conditions.add("t." + no + " in (select search_candidates(:what, :said, " + MOST_CANDIDATES + "))");
            values.put("what", table);
            values.put("said", said);
        }
    }

    private void is(String column, String value) {
        if (!value.isEmpty()) {
            add("t." + column + " = :" + column, column, value);
        }
    }

    private void division(String prefix, String name) {
        if (!prefix.isEmpty()) {
            values.put(name, prefix);
            add("t.division_code >= :" + name + " and t.division_code < :" + name + "_end", name + "_end", end(prefix));
        }
    }

    private void within(Set<String> prefixes) {
        List<String> parts = new ArrayList<>();
        for (String prefix : prefixes.size() <= MOST_PREFIXES ? prefixes : Set.<String>of()) {
            if (prefix.isEmpty()) {
                return;
            }
            String name = "reach" + parts.size();
            parts.add("t.division_code >= :" + name + " and t.division_code < :" + name + "_end");
            values.put(name, prefix);
            values.put(name + "_end", end(prefix));
        }
        if (!parts.isEmpty()) {
            String lines = query.subject() == Subject.KEY_POINT ? " or t.line_id is not null" : "";
            conditions.add("(" + String.join(" or ", parts) + lines + ")");
        }
    }

    /** The first text after all that begin with a prefix. */
    private static String end(String prefix) {
        int last = prefix.length() - 1;
        return prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    /** Further conditions, beginning with AND. */
    public String and() {
        return conditions.stream().map(condition -> " and " + condition).collect(Collectors.joining());
    }

    public JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
        JdbcClient.StatementSpec bound = statement;
        for (Map.Entry<String, Object> value : values.entrySet()) {
            bound = bound.param(value.getKey(), value.getValue());
        }
        return bound;
    }
}
