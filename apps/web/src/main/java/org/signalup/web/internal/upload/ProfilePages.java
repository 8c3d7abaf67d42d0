package org.signalup.web.internal.upload;

import static org.signalup.web.internal.site.ListFile.column;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.job.JobSettings;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.publish.TableFile;
import org.signalup.upload.Mappings;
import org.signalup.upload.SavedProfile;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.job.JobTimes;
import org.signalup.web.internal.register.Done;
import org.signalup.web.internal.site.ListFile;
import org.signalup.web.internal.site.PageFailure;
import org.signalup.web.internal.site.SavedAs;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 导入模板: those that organisations made and share, their versions, as files and from files. */
@Platform
@Controller
@Needs(Capability.SAMPLE_SEND)
final class ProfilePages {
    private static final String PATH = "/profiles";
    private static final int LARGEST = 200_000;
    private static final List<TableFile.Column> COLUMNS = List.of(
            column("profile", "编号", "Id"),
            column("version", "版本", "Version"),
            column("name", "名称", "Name"),
            column("shared", "共享", "Shared"),
            column("made_by", "作者", "Made by"),
            column("made_at", "时间", "At"));

    private final Mappings mappings;
    private final JobTimes times;

    ProfilePages(Mappings mappings, JobSettings settings) {
        this.mappings = mappings;
        this.times = new JobTimes(settings.zone());
    }

    @GetMapping(PATH)
    String list(Actor actor, Model model) {
        model.addAttribute("profiles", mappings.latest(actor.scope()));
        model.addAttribute("own", actor.organisation().id());
        model.addAttribute("times", times);
        return "upload/profiles";
    }

    @GetMapping(PATH + "/list.{extension}")
    ResponseEntity<byte[]> list(Actor actor, @PathVariable String extension, Language language) {
        List<List<Object>> rows = mappings.latest(actor.scope()).stream()
                .flatMap(one -> mappings.versions(actor.scope(), one.profile()).stream())
                .map(this::row)
                .toList();
        return ListFile.of(extension, "profiles", Text.of("导入模板", "Profiles"), COLUMNS, rows, language);
    }

    private List<Object> row(SavedProfile one) {
        return List.of(
                one.profile(),
                Integer.toString(one.version()),
                one.name(),
                one.shared() ? "1" : "0",
                one.madeBy(),
                times.of(one.madeAt()));
    }

    /** One version as the file it is. */
    @GetMapping(PATH + "/file")
    ResponseEntity<byte[]> file(Actor actor, @RequestParam String profile, @RequestParam int version) {
        SavedProfile one = mappings.find(actor.scope(), profile, version)
                .orElseThrow(() -> PageFailure.notFound(Text.of("没有这个导入模板", "There is no such profile")));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/yaml")
                .header(HttpHeaders.CONTENT_DISPOSITION, SavedAs.named(one.profile() + "-v" + one.version() + ".yml"))
                .body(one.yaml().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping(PATH)
    String bring(Actor actor, @RequestParam(name = "file") MultipartFile file) throws IOException {
        String yaml = new String(file.getInputStream().readNBytes(LARGEST), StandardCharsets.UTF_8);
        return Done.orSaid(() -> mappings.save(actor, yaml), PATH);
    }

    @PostMapping(PATH + "/share")
    String share(Actor actor, @RequestParam String profile, @RequestParam boolean shared) {
        if (!mappings.share(actor, profile, shared)) {
            throw none();
        }
        return "redirect:" + PATH;
    }

    static PageFailure none() {
        return PageFailure.notFound(Text.of("没有这个导入模板，或不是本单位的", "There is no such profile, or it is another's"));
    }
}
