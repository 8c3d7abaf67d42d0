package org.signalup.web.internal.live;

import java.time.ZoneId;
import java.util.List;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.job.JobSettings;
import org.signalup.live.Batches;
import org.signalup.live.probe.Probe;
import org.signalup.live.probe.Probes;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.job.JobTimes;
import org.signalup.web.internal.site.Filled;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** 探针: the fleet, a form for another, and one with what was heard of it. */
@Platform
@Controller
@Needs(Capability.PROBE_MANAGE)
final class ProbePages {
    static final String PATH = "/probes";
    private static final int SHOWN = 100;
    private static final int BATCHES = 10;
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final Probes probes;
    private final Batches batches;
    private final Senders senders;
    private final ZoneId zone;

    ProbePages(Probes probes, Batches batches, Senders senders, JobSettings settings) {
        this.probes = probes;
        this.batches = batches;
        this.senders = senders;
        this.zone = settings.zone();
    }

    @GetMapping(PATH)
    String list(Actor actor, @RequestParam(defaultValue = "") String after, Model model) {
        List<Probe> found = probes.list(actor, after, SHOWN + 1);
        boolean more = found.size() > SHOWN;
        List<Probe> shown = more ? found.subList(0, SHOWN) : found;
        model.addAttribute("probes", shown.stream().map(this::shown).toList());
        model.addAttribute("next", more ? shown.get(SHOWN - 1).order().code() : "");
        model.addAttribute("times", new JobTimes(zone));
        return "probe/list";
    }

    private ShownProbe shown(Probe probe) {
        return new ShownProbe(probe, probes.condition(probe));
    }

    @GetMapping(PATH + "/new")
    String form(Model model) {
        return form(ProbeForm.empty(), model);
    }

    private static String form(Filled filled, Model model) {
        model.addAttribute("filled", filled);
        return "probe/form";
    }

    @PostMapping(PATH)
    String add(Actor actor, Filled filled, Model model) {
        try {
            return "redirect:" + PATH + "/"
                    + probes.add(actor, ProbeForm.order(filled)).id();
        } catch (RefusedException e) {
            return form(filled.with(e.problems()), model);
        }
    }

    @GetMapping(PATH + "/{id}")
    String probe(Actor actor, @PathVariable long id, Model model) {
        Probe probe = ProbesApi.find(probes, actor, id);
        return page(actor, probe, ProbeForm.of(probe), model);
    }

    private String page(Actor actor, Probe probe, Filled filled, Model model) {
        model.addAttribute("shown", shown(probe));
        model.addAttribute("filled", filled);
        model.addAttribute("policy", probes.policy());
        model.addAttribute("batches", batches.list(actor, Batches.Position.START, probe.id(), BATCHES));
        model.addAttribute("times", new JobTimes(zone));
        return "probe/probe";
    }

    @PostMapping(PATH + "/{id}")
    String change(Actor actor, @PathVariable long id, Filled filled, Model model, RedirectAttributes once) {
        Probe probe = ProbesApi.find(probes, actor, id);
        try {
            String version = filled.get("version");
            boolean done = version.matches("[0-9]{1,9}")
                    && probes.change(
                            actor, id, ProbeForm.order(filled), filled.ticked("active"), Integer.parseInt(version));
            senders.forget();
            once.addFlashAttribute(
                    "said",
                    done
                            ? Text.of("已保存；探针下次取配置时生效", "Saved; it holds when the probe fetches its configuration next")
                            : Text.of(
                                    "没有保存：此间别人改过，请核对后再改",
                                    "Not saved: somebody changed it meanwhile; look and try again"));
            return "redirect:" + PATH + "/" + id;
        } catch (RefusedException e) {
            return page(actor, probe, filled.with(e.problems()), model);
        }
    }

    @PostMapping(PATH + "/{id}/token")
    String token(Actor actor, @PathVariable long id, RedirectAttributes once) {
        once.addFlashAttribute("secret", probes.renewToken(actor, ProbesApi.find(probes, actor, id)));
        senders.forget();
        return "redirect:" + PATH + "/" + id;
    }

    @GetMapping(PATH + "/{id}/config.json")
    ResponseEntity<String> config(Actor actor, @PathVariable long id) {
        Probe probe = ProbesApi.find(probes, actor, id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"probe-" + probe.id() + ".json\"")
                .body(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(ProbesApi.config(probe, probes, zone)));
    }
}
