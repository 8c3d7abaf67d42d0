package org.signalup.register;

import java.util.List;
import org.signalup.domain.Text;
import org.signalup.register.internal.Refusals;
import org.signalup.store.Scope;
import org.signalup.store.Store;

/** Lists somebody looks at again and again, by a name of their own. */
public final class SavedViews {
    private final Store store;

    public SavedViews(Store store) {
        this.store = store;
    }

    /** A list by its query string. */
    public record SavedView(long id, String name, String query) {}

    public List<SavedView> list(Scope scope) {
        return store.read(
                scope,
                client -> client.sql("select view_id, name, query from saved_view order by name")
                        .query((row, number) ->
                                new SavedView(row.getLong("view_id"), row.getString("name"), row.getString("query")))
                        .list());
    }

    /** Keeps a list under a name; one of that name is replaced. */
    public void save(Scope scope, String name, String query) {
        if (name.isBlank()) {
            throw Refusals.refused("", "NAME_MISSING", Text.of("给这个视图起个名字", "give the view a name"));
        }
        String sql = """
                insert into saved_view (account_id, name, query) values (scope_account(), :name, :query)
                on conflict (account_id, name) do update set query = excluded.query
                """;
        store.run(
                scope,
                client -> client.sql(sql)
                        .param("name", name.strip())
                        .param("query", query)
                        .update());
    }

    public void remove(Scope scope, long id) {
        store.run(
                scope,
                client -> client.sql("delete from saved_view where view_id = :id")
                        .param("id", id)
                        .update());
    }
}
