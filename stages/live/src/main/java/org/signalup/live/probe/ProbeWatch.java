package org.signalup.live.probe;

import java.util.List;
import org.signalup.domain.Text;
import org.signalup.people.notice.Notice;
import org.signalup.people.notice.Notices;
import org.signalup.standards.LivePolicy;
import org.signalup.store.Scope;
import org.signalup.store.Store;

/** Tells an organisation once when a probe of its is not heard any more, or its clock is off, and once when that is over. */
public final class ProbeWatch {
    private final Store store;
    private final Notices notices;
    private final LivePolicy.Probes policy;

    public ProbeWatch(Store store, Notices notices, LivePolicy.Probes policy) {
        this.store = store;
        this.notices = notices;
        this.policy = policy;
    }

    private record Turned(long id, String name, long organisation, boolean wrong) {}

    /** Looks once; returns how many probes turned. */
    public int look() {
        List<Turned> silent = turned(
                "silent_told",
                "s.heard_at < now() - :limit * interval '1 millisecond'",
                policy.silentAfter().toMillis());
        List<Turned> clocks = turned(
                "clock_told",
                "abs(coalesce(s.clock_offset_ms, 0)) > :limit",
                policy.clockOffset().toMillis());
        silent.forEach(one -> tell(one, one.wrong ? silence(one.name) : heardAgain(one.name)));
        clocks.forEach(one -> tell(one, one.wrong ? clockOff(one.name) : clockRight(one.name)));
        return silent.size() + clocks.size();
    }

    /** Notes what is told, so that of several processes one tells it. */
    private List<Turned> turned(String told, String wrong, long limit) {
        return store.change(
                Scope.PLATFORM,
                client -> client.sql("""
                        update probe_state s set %1$s = not %1$s from probe p
                        where p.probe_id = s.probe_id and p.active and (%2$s) <> %1$s
                        returning p.probe_id, p.name, p.organisation_id, s.%1$s
                        """.formatted(told, wrong))
                        .param("limit", limit)
                        .query((row, number) ->
                                new Turned(row.getLong(1), row.getString(2), row.getLong(3), row.getBoolean(4)))
                        .list());
    }

    private void tell(Turned one, Notice notice) {
        Notice ofProbe = new Notice(notice.title(), notice.body(), "/probes/" + one.id);
        store.read(
                        Scope.PLATFORM,
                        client -> client.sql("""
                        select account_id from account where organisation_id = :organisation and active and role <> 'READER'
                        """)
                                .param("organisation", one.organisation)
                                .query(Long.class)
                                .list())
                .forEach(account -> notices.send(account, ofProbe));
    }

    private Notice silence(String name) {
        long minutes = policy.silentAfter().toMinutes();
        return notice(
                Text.of("探针失联：" + name, "a probe is silent: " + name),
                Text.of(
                        "已超过 " + minutes + " 分钟没有收到它的心跳和采样。",
                        "Neither a heartbeat nor samples came from it for more than " + minutes + " minutes."));
    }

    private static Notice heardAgain(String name) {
        return notice(
                Text.of("探针恢复：" + name, "a probe is heard again: " + name),
                Text.of("又收到它的心跳或采样了。", "A heartbeat or samples came from it again."));
    }

    private Notice clockOff(String name) {
        return notice(
                Text.of("探针时钟不准：" + name, "a probe's clock is off: " + name),
                Text.of(
                        "时钟偏差超过 " + policy.clockOffset().toMillis() + " 毫秒，期间的采样会被标出。请检查对时。",
                        "It is off by more than " + policy.clockOffset().toMillis()
                                + " ms; samples sent meanwhile are marked. Look at how it is set."));
    }

    private static Notice clockRight(String name) {
        return notice(
                Text.of("探针时钟恢复：" + name, "a probe's clock is right again: " + name),
                Text.of("时钟偏差回到限值以内。", "It is within the limit again."));
    }

    private static Notice notice(Text title, Text body) {
        return new Notice(title, body, "");
    }
}
