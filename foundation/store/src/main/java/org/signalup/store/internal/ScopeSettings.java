package org.signalup.store.internal;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.signalup.domain.Reach;
import org.signalup.store.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells PostgreSQL on whose behalf the transaction runs: settings {@code signalup.…} that end with it and that the row
 * policies read (functions {@code scope_…} of the first migration). One that was never set leaves nothing to see.
 */
public final class ScopeSettings {
    private static final String ALL = "*";
    private static final String SET = """
            select set_config('signalup.platform', :platform, true),
                   set_config('signalup.account', :account, true),
                   set_config('signalup.account_name', :name, true),
                   set_config('signalup.organisation', :organisation, true),
                   set_config('signalup.organisations', :organisations, true),
                   set_config('signalup.divisions', :divisions, true),
                   set_config('signalup.scenarios', :scenarios, true),
                   set_config('signalup.operators', :operators, true),
                   set_config('signalup.places', :places, true),
                   set_config('signalup.may', :may, true),
                   set_config('signalup.reason', :reason, true)
            """;

    private ScopeSettings() {}

    public static void set(JdbcClient client, Scope scope, String reason) {
        Reach reach = scope.reach();
        client.sql(SET)
                .param("platform", scope.platform() ? "yes" : "")
                .param("account", scope.account().map(String::valueOf).orElse(""))
                .param("name", scope.name())
                .param("organisation", scope.organisation().map(String::valueOf).orElse(""))
                .param("organisations", array(scope.organisations()))
                .param(
                        "divisions",
                        reach.divisions().map(ScopeSettings::prefixes).orElse(ALL))
                .param("scenarios", limit(reach.scenarios()))
                .param("operators", limit(reach.operators()))
                .param("places", limit(reach.places()))
                .param("may", array(scope.may()))
                .param("reason", reason)
                .query((row, number) -> true)
                .single();
    }

    private static String limit(Optional<Set<String>> limit) {
        return limit.map(ScopeSettings::array).orElse(ALL);
    }

    /** Patterns of LIKE. */
    private static String prefixes(Set<String> divisions) {
        return array(divisions.stream()
                .map(prefix -> prefix.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .toList());
    }

    /** An array as PostgreSQL reads one. */
    private static String array(Collection<?> values) {
        return values.stream()
                .map(value -> '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .sorted()
                .collect(Collectors.joining(",", "{", "}"));
    }
}
