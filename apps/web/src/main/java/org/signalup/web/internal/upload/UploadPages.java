package org.signalup.web.internal.upload;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.signalup.domain.Purpose;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Source;
import org.signalup.domain.Text;
import org.signalup.job.JobSettings;
import org.signalup.lake.SourceBasis;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.upload.Upload;
import org.signalup.upload.UploadState;
import org.signalup.upload.UploadWorker;
import org.signalup.upload.Uploads;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.job.JobTimes;
import org.signalup.web.internal.register.Done;
import org.signalup.web.internal.site.Filled;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** 上传采样: choose files, look at what they are, correct how they are read, have them taken or thrown away. */
@Platform
@Controller
@Needs(Capability.SAMPLE_SEND)
final class UploadPages {
    static final String PATH = "/uploads";
    private static final int SHOWN = 50;
    /** Pages of what is worked on come again by themselves. */
    private static final String AGAIN_AFTER_S = "1";

    private final Uploads uploads;
    private final UploadWorker worker;
    private final JobTimes times;

    UploadPages(Uploads uploads, UploadWorker worker, JobSettings settings) {
        this.uploads = uploads;
        this.worker = worker;
        this.times = new JobTimes(settings.zone());
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor, @RequestParam(defaultValue = "0") long before) {
        return list(actor, before, Filled.NOTHING);
    }

    private ModelAndView list(Actor actor, long before, Filled filled) {
        List<Upload> found = uploads.list(actor.scope(), Math.max(0, before), SHOWN + 1);
        boolean more = found.size() > SHOWN;
        List<Upload> shown = more ? found.subList(0, SHOWN) : found;
        ModelAndView page = new ModelAndView("upload/list");
        page.addObject("uploads", shown);
        page.addObject("older", more ? shown.get(SHOWN - 1).id() : 0L);
        page.addObject("filled", filled);
        page.addObject("times", times);
        page.addObject("coming", coming(shown));
        choices(actor, page::addObject);
        return page;
    }

    /** How far those have come that are worked on, in hundredths, by id. */
    private Map<Long, Integer> coming(List<Upload> shown) {
        Map<Long, Integer> all = new HashMap<>();
        shown.forEach(upload -> worker.progress(upload.id())
                .flatMap(UploadWorker.Progress::percent)
                .ifPresent(percent -> all.put(upload.id(), percent)));
        return all;
    }

    private interface Said {
        void say(String name, Object value);
    }

    private static void choices(Actor actor, Said said) {
        said.say("bases", SourceBasis.Kind.ofFiles());
        said.say("purposes", List.of(Purpose.values()));
        said.say("sources", List.of(Source.values()));
        said.say("selfOnly", actor.organisation().kind().measuresItself());
    }

    @PostMapping(PATH)
    ModelAndView bring(Actor actor, @RequestParam(name = "file") List<MultipartFile> files, Filled filled)
            throws IOException {
        try {
            Upload upload = uploads.bring(actor, UploadForm.order(filled), UploadForm.files(files));
            return new ModelAndView("redirect:" + address(upload.id()));
        } catch (RefusedException refused) {
            ModelAndView page = list(actor, 0, filled.with(refused.problems()));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @GetMapping(PATH + "/{id}")
    String show(Actor actor, @PathVariable long id, HttpServletResponse response, Model model) {
        Upload upload = find(uploads, actor, id);
        model.addAttribute("upload", upload);
        model.addAttribute("times", times);
        choices(actor, model::addAttribute);
        if (upload.state().working()) {
            response.setHeader("Refresh", AGAIN_AFTER_S);
            model.addAttribute("progress", worker.progress(id).orElse(null));
        } else if (upload.state() != UploadState.REFUSED) {
            uploads.reading(actor.scope(), upload)
                    .ifPresent(reading -> model.addAttribute("found", new ShownUpload(upload, reading)));
        }
        model.addAttribute("again", uploads.again(actor.scope(), upload));
        return "upload/upload";
    }

    /** @throws PageFailure 404 if whoever asks sees no such upload */
    static Upload find(Uploads uploads, Actor actor, long id) {
        return uploads.find(actor.scope(), id)
                .orElseThrow(() -> PageFailure.notFound(Text.of("没有这次上传", "There is no such upload")));
    }

    static String address(long id) {
        return PATH + "/" + id;
    }

    @PostMapping(PATH + "/{id}/correct")
    String correct(Actor actor, @PathVariable long id, @RequestParam int version, Filled filled) {
        return done(
                actor,
                id,
                version,
                upload -> uploads.correct(actor, upload, filled.get("file"), UploadForm.correction(filled)));
    }

    @PostMapping(PATH + "/{id}/say")
    String say(Actor actor, @PathVariable long id, @RequestParam int version, Filled filled) {
        return done(actor, id, version, upload -> uploads.say(actor, upload, UploadForm.order(filled)));
    }

    @PostMapping(PATH + "/{id}/commit")
    String commit(Actor actor, @PathVariable long id, @RequestParam int version) {
        return done(actor, id, version, upload -> uploads.commit(actor, upload));
    }

    @PostMapping(PATH + "/{id}/discard")
    String discard(Actor actor, @PathVariable long id, @RequestParam int version) {
        return done(actor, id, version, upload -> discard(uploads, actor, upload));
    }

    static void discard(Uploads uploads, Actor actor, Upload upload) {
        try {
            uploads.discard(actor, upload);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What a button does with an upload as its page showed it. */
    private String done(Actor actor, long id, int version, Consumer<Upload> work) {
        Upload upload = find(uploads, actor, id);
        if (upload.version() != version) {
            throw PageFailure.of(
                    HttpStatus.CONFLICT,
                    "CHANGED_MEANWHILE",
                    Text.of("此间已有变化；请回到批次看最新情况再做", "it has gone on meanwhile; go back and look at it first"));
        }
        return Done.orSaid(() -> work.accept(upload), address(id));
    }
}
