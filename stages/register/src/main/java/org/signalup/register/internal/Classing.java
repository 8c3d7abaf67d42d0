package org.signalup.register.internal;

import org.signalup.register.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells what would become of each row of an import, compared with the ledger as it stands. */
final class Classing {
    private static final String COMPARE = """
            update import_row x set status = c.status, seen = c.version
            from (select i.n, t.version, case
                      when t.version is null then 'NEW'
                      when not (%s) then 'UNCHANGED'
                      when i.carried <> t.version then 'CONFLICT'
                      else 'CHANGED' end as status
                  from import_row i left join %s t on t.%s = i.subject_key, %s
                  where i.batch_id = :batch and i.subject = :subject and i.status <> 'REFUSED') c
            where x.batch_id = :batch and x.n = c.n
            """;
    private static final String REFUSE = """
            update import_row x set status = 'REFUSED', problems = x.problems || jsonb_build_array(jsonb_build_object(
                'file', x.file, 'row', x.line, 'column', :column::text, 'value', x.subject_key, 'code', :code::text, 'zh', :zh::text, 'en', :en::text))
            where x.batch_id = :batch and x.subject = :subject and x.status = :status and %s
            """;
    private static final String TAKEN = """
            x.subject_key in (select taken_ids(:subject, array(select subject_key from import_row
                where batch_id = :batch and subject = :subject and status = 'NEW')))
            """;
    private static final String OWNER_REFUSED = """
            not exists (select from %1$s o where o.%2$s = x.content ->> '%2$s')
            and not exists (select from import_row o where o.batch_id = :batch and o.subject = '%1$s'
                and o.subject_key = x.content ->> '%2$s' and o.status = 'NEW')
            """;
    private static final String EXEMPT_NOW = """
            coalesce(x.content ->> 'exempt_reason', '') <> '' and exists (select from key_point t where t.point_id = x.subject_key
                and t.exempt_reason = '' and in_baseline(t.division_code, t.scenario, t.added_at))
            """;
    private static final String GIVEN_AWAY = """
            exists (select from key_point t where t.point_id = x.subject_key
                and (t.place_id, t.line_id) is distinct from (nullif(x.content ->> 'place_id', ''), nullif(x.content ->> 'line_id', ''))
                and in_baseline(t.division_code, t.scenario, t.added_at))
            """;
    private static final String MOVED_OUT = """
            exists (select from place t where t.place_id = x.subject_key
                and (t.division_code, t.scenario) is distinct from (x.content ->> 'division_code', x.content ->> 'scenario')
                and in_baseline(t.division_code, t.scenario, t.added_at)
                and not in_baseline(x.content ->> 'division_code', x.content ->> 'scenario', t.added_at))
            """;

    private record Refusal(Subject subject, String status, String column, String code, String zh, String en) {}

    private final JdbcClient client;
    private final long batch;

    Classing(JdbcClient client, long batch) {
        this.client = client;
        this.batch = batch;
    }

    void run() {
        for (Subject subject : Subject.values()) {
            String sql =
                    COMPARE.formatted(RowSql.differs(subject), subject.table(), subject.key(), RowSql.typed(subject));
            client.sql(sql)
                    .param("batch", batch)
                    .param("subject", subject.table())
                    .update();
            refuse(
                    new Refusal(
                            subject,
                            "NEW",
                            subject.key(),
                            "ID_TAKEN",
                            "编号已被您管辖范围之外的一条占用",
                            "the id is taken by an entry outside your reach"),
                    TAKEN);
        }
        frozen();
        owners();
    }

    private void frozen() {
        String zh = "属于已冻结的台账基线：免测或移出须在台账里申请，由第二人确认";
        String en =
                "belongs to a frozen baseline: exempting or moving it is asked for in the ledger and confirmed by a second person";
        refuse(new Refusal(Subject.KEY_POINT, "CHANGED", "exempt_reason", "FROZEN", zh, en), EXEMPT_NOW);
        refuse(new Refusal(Subject.KEY_POINT, "CHANGED", "place_id", "FROZEN", zh, en), GIVEN_AWAY);
        refuse(new Refusal(Subject.PLACE, "CHANGED", "division_code", "FROZEN", zh, en), MOVED_OUT);
    }

    /** A key point whose place or line was refused cannot come without it. */
    private void owners() {
        String zh = "所属的场所或线路被拒收";
        String en = "the place or line it belongs to is refused";
        for (Subject owner : new Subject[] {Subject.PLACE, Subject.LINE}) {
            String there = "x.content ->> '" + owner.key() + "' is not null and ";
            refuse(
                    new Refusal(Subject.KEY_POINT, "NEW", owner.key(), "OWNER_REFUSED", zh, en),
                    there + OWNER_REFUSED.formatted(owner.table(), owner.key()));
        }
    }

    private void refuse(Refusal refusal, String where) {
        client.sql(REFUSE.formatted(where))
                .param("batch", batch)
                .param("subject", refusal.subject().table())
                .param("status", refusal.status())
                .param("column", refusal.column())
                .param("code", refusal.code())
                .param("zh", refusal.zh())
                .param("en", refusal.en())
                .update();
    }

    /** Rows that met a change since they were compared become conflicts; how many. */
    int findConflicts() {
        int found = 0;
        for (Subject subject : Subject.values()) {
            String sql = """
                    update import_row x set status = 'CONFLICT'
                    where x.batch_id = :batch and x.subject = :subject and x.status in ('NEW', 'CHANGED') and x.seen is distinct from
                        (select t.version from %s t where t.%s = x.subject_key)
                    """.formatted(subject.table(), subject.key());
            found += client.sql(sql)
                    .param("batch", batch)
                    .param("subject", subject.table())
                    .update();
        }
        return found;
    }
}
