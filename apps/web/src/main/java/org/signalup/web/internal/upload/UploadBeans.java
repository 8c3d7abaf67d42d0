package org.signalup.web.internal.upload;

import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.job.JobSettings;
import org.signalup.people.Capability;
import org.signalup.register.Register;
import org.signalup.standards.Programme;
import org.signalup.store.DataFolder;
import org.signalup.store.Store;
import org.signalup.upload.Mappings;
import org.signalup.upload.Sealing;
import org.signalup.upload.UploadSettings;
import org.signalup.upload.UploadWorker;
import org.signalup.upload.Uploads;
import org.signalup.upload.Where;
import org.signalup.web.WebOptions;
import org.signalup.web.internal.access.Entrance;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.catalog.PageEngine;
import org.signalup.web.internal.privacy.KnownDevices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Uploads over the platform's store, lake and folder. */
@Platform
@Configuration(proxyBeanMethods = false)
class UploadBeans {
    @Bean
    UploadSettings uploadSettings(Environment settings) {
        return UploadSettings.of(name -> Optional.ofNullable(settings.getProperty(name)));
    }

    @Bean
    Where uploadsWhere(
            WebOptions options,
            JobSettings jobs,
            Programme programme,
            KnownDevices devices,
            Register register,
            Environment settings) {
        DataFolder data = new DataFolder(options.data().orElseThrow());
        Sealing sealing = Optional.ofNullable(settings.getProperty(UploadSettings.PREFIX + "key-file"))
                .map(file -> Sealing.with(data.root().resolve(file), data.uploads()))
                .orElse(Sealing.NONE);
        return new Where(
                programme,
                jobs.profiles(),
                data.lake(),
                data.uploads(),
                UploadBeans::engine,
                devices::now,
                new KnownLedger(register)::now,
                sealing);
    }

    /** Several are worked on at once, beside pages and all the rest: what does not fit goes to disk. */
    private static Engine engine() {
        return PageEngine.open(1, "256MB");
    }

    @Bean
    Uploads uploads(Store store, Where where, UploadSettings settings) {
        return new Uploads(store, where, settings);
    }

    @Bean
    Mappings mappings(Store store, Where where, UploadSettings settings) {
        return new Mappings(store, where, settings);
    }

    @Bean(destroyMethod = "close")
    UploadWorker uploadWorker(Store store, Where where, UploadSettings settings) {
        return new UploadWorker(store, where, settings);
    }

    @Bean
    Entrance uploadsEntrance() {
        return new Entrance(
                32,
                UploadPages.PATH,
                Text.of("上传采样", "Uploads"),
                Text.of("拖入任何仪表的文件，先看清再入湖", "drop files of any client, look at them, then take them in"),
                Set.of(Capability.SAMPLE_SEND));
    }
}
