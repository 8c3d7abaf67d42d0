package org.signalup.web.internal.live;

import static org.signalup.web.internal.site.ListFile.column;

import java.util.List;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.job.JobSettings;
import org.signalup.live.Batch;
import org.signalup.live.Batches;
import org.signalup.live.KnownBatch;
import org.signalup.live.probe.Probe;
import org.signalup.live.probe.Probes;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.publish.TableFile;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.job.JobTimes;
import org.signalup.web.internal.site.ListFile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists of probes and of what came in, as files. */
@Platform
@Controller
final class LiveFiles {
    private static final int MOST = 100_000;
    private static final List<TableFile.Column> PROBES = List.of(
            column("code", "编号", "Code"),
            column("name", "名称", "Name"),
            column("condition", "状况", "Condition"),
            column("place_id", "场所", "Place"),
            column("point_id", "点位", "Key point"),
            column("operator", "运营商", "Operator"),
            column("software", "软件", "Software"));
    private static final List<TableFile.Column> BATCHES = List.of(
            column("batch_id", "批次", "Batch"),
            column("received_at", "接收", "Received"),
            column("sender", "发送方", "Sender"),
            column("channel", "渠道", "Channel"),
            column("state", "状态", "State"),
            column("read", "读到", "Read"),
            column("accepted", "采用", "Accepted"),
            column("sha256", "SHA-256", "SHA-256"));

    private final Probes probes;
    private final Batches batches;
    private final JobTimes times;

    LiveFiles(Probes probes, Batches batches, JobSettings settings) {
        this.probes = probes;
        this.batches = batches;
        this.times = new JobTimes(settings.zone());
    }

    @GetMapping("/probes/list.{extension}")
    @Needs(Capability.PROBE_MANAGE)
    ResponseEntity<byte[]> probes(Actor actor, @PathVariable String extension, Language language) {
        List<List<Object>> rows = probes.list(actor, "", MOST).stream()
                .map(probe -> row(probe, language))
                .toList();
        return ListFile.of(extension, "probes", Text.of("探针", "Probes"), PROBES, rows, language);
    }

    private List<Object> row(Probe probe, Language language) {
        return List.of(
                probe.order().code(),
                probe.order().name(),
                new ShownProbe(probe, probes.condition(probe)).word().in(language),
                probe.order().place(),
                probe.order().point(),
                probe.order().operator(),
                probe.software());
    }

    @GetMapping("/batches/list.{extension}")
    @Needs(Capability.SAMPLE_READ)
    ResponseEntity<byte[]> batches(
            Actor actor,
            @PathVariable String extension,
            @RequestParam(defaultValue = "0") long probe,
            Language language) {
        List<List<Object>> rows = batches.list(actor, Batches.Position.START, probe, MOST).stream()
                .map(known -> row(known, language))
                .toList();
        return ListFile.of(extension, "batches", Text.of("接入批次", "Batches"), BATCHES, rows, language);
    }

    private List<Object> row(KnownBatch known, Language language) {
        Batch batch = known.batch();
        return List.of(
                batch.id(),
                times.of(batch.receivedAt()),
                batch.sender(),
                batch.channel().text().in(language),
                known.state().text().in(language),
                Long.toString(batch.read()),
                Long.toString(batch.accepted()),
                batch.digest());
    }
}
