package org.signalup.web.internal.privacy;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Text;
import org.signalup.job.JobSettings;
import org.signalup.live.LiveDrain;
import org.signalup.people.Capability;
import org.signalup.privacy.Erasures;
import org.signalup.privacy.PrivacySettings;
import org.signalup.privacy.Purge;
import org.signalup.privacy.PurgeRuns;
import org.signalup.register.Register;
import org.signalup.standards.RetentionPolicy;
import org.signalup.store.DataFolder;
import org.signalup.store.Store;
import org.signalup.upload.DeviceFiles;
import org.signalup.upload.UploadSettings;
import org.signalup.upload.Where;
import org.signalup.web.WebOptions;
import org.signalup.web.internal.access.Entrance;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.catalog.PageEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Keys, how long things are kept, and erasure, over the platform's folder. */
@Platform
@Configuration(proxyBeanMethods = false)
class PrivacyBeans {
    @Bean
    RetentionPolicy retentionPolicy(JobSettings settings) {
        return RetentionPolicy.read(settings.programme());
    }

    @Bean
    KnownDevices knownDevices(WebOptions options, JobSettings jobs, RetentionPolicy policy, Register register) {
        return new KnownDevices(data(options).keys(), jobs.zone(), policy, register);
    }

    @Bean
    Purge purge(WebOptions options, JobSettings jobs, RetentionPolicy policy) {
        return new Purge(data(options), policy, PageEngine::open, jobs.zone(), Clock.systemUTC());
    }

    @Bean
    PurgeRuns purgeRuns(Store store, Purge purge, JobSettings jobs, Environment settings) {
        PrivacySettings when = PrivacySettings.of(name -> Optional.ofNullable(settings.getProperty(name)));
        return new PurgeRuns(store, purge, when.purgeHour(), jobs.zone(), Clock.systemUTC());
    }

    @Bean
    Erasures erasures(Store store, Where uploads, UploadSettings settings, KnownDevices devices, LiveDrain live) {
        DeviceFiles files = new DeviceFiles(store, uploads, settings);
        return new Erasures(store, new Erasures.Where(uploads.lake(), PageEngine::open, devices::allKeys, files, live));
    }

    @Bean
    Entrance retentionEntrance() {
        return new Entrance(
                84,
                RetentionPages.PATH,
                Text.of("保存与清理", "Retention"),
                Text.of("什么保存多久、哪天清理、清理了什么", "what is kept how long, when it goes, what went"),
                Set.of(Capability.PLATFORM_MANAGE));
    }

    @Bean
    Entrance erasuresEntrance() {
        return new Entrance(
                85,
                ErasurePages.PATH,
                Text.of("抹去终端", "Erasure"),
                Text.of("按个人或单位的请求抹去一台终端的全部采样", "erase all samples of a device that somebody asks for"),
                Set.of(Capability.PLATFORM_MANAGE));
    }

    private static DataFolder data(WebOptions options) {
        return new DataFolder(options.data().orElseThrow());
    }
}
