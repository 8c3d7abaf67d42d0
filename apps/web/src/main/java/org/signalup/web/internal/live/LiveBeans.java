package org.signalup.web.internal.live;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.signalup.intake.RowIntake;
import org.signalup.job.JobSettings;
import org.signalup.live.Batches;
import org.signalup.live.Inbox;
import org.signalup.live.LiveDrain;
import org.signalup.live.LiveSettings;
import org.signalup.live.Receiver;
import org.signalup.standards.LivePolicy;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeReader;
import org.signalup.store.DataFolder;
import org.signalup.store.Store;
import org.signalup.web.WebOptions;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.catalog.PageEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The inbox, what fills it and what empties it. */
@Platform
@Configuration(proxyBeanMethods = false)
class LiveBeans {
    @Bean
    LiveSettings liveSettings(Environment settings) {
        return LiveSettings.of(name -> Optional.ofNullable(settings.getProperty(name)));
    }

    @Bean
    LivePolicy livePolicy(JobSettings settings) {
        return LivePolicy.read(settings.programme());
    }

    @Bean(destroyMethod = "close")
    Inbox inbox(WebOptions options, LiveSettings settings) {
        return Inbox.open(data(options).inbox(), settings);
    }

    @Bean(destroyMethod = "close")
    LiveDrain liveDrain(Inbox inbox, Store store, WebOptions options, LiveSettings settings, JobSettings jobs) {
        LiveDrain.Where where = new LiveDrain.Where(
                programme(jobs), data(options).lake(), data(options).inbox().resolve("work"), PageEngine::open);
        return new LiveDrain(inbox, store, where, settings);
    }

    @Bean
    Receiver receiver(Inbox inbox, Store store, JobSettings jobs, LivePolicy policy) {
        List<Path> profiles = jobs.programme().stream()
                .map(folder -> folder.resolve("profiles"))
                .toList();
        RowIntake rows = new RowIntake(programme(jobs), profiles);
        return new Receiver(
                rows,
                inbox,
                store,
                PageEngine::open,
                Clock.systemUTC(),
                policy.probes().clockOffset());
    }

    @Bean
    Batches batches(Store store, Inbox inbox) {
        return new Batches(store, inbox);
    }

    private static DataFolder data(WebOptions options) {
        return new DataFolder(options.data().orElseThrow());
    }

    private static Programme programme(JobSettings jobs) {
        List<Path> folders = jobs.programme();
        return ProgrammeReader.read(folders.get(0), folders.subList(1, folders.size()));
    }
}
