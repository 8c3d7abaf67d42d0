package org.signalup.web.internal.live;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Text;
import org.signalup.intake.RowIntake;
import org.signalup.job.JobSettings;
import org.signalup.live.Batches;
import org.signalup.live.Housekeeping;
import org.signalup.live.Inbox;
import org.signalup.live.LiveDrain;
import org.signalup.live.LiveSettings;
import org.signalup.live.Receiver;
import org.signalup.live.mqtt.MqttIntake;
import org.signalup.live.mqtt.MqttSettings;
import org.signalup.live.probe.ProbeWatch;
import org.signalup.live.probe.Probes;
import org.signalup.live.rmbt.RmbtDevice;
import org.signalup.live.rmbt.RmbtSettings;
import org.signalup.live.rmbt.RmbtTests;
import org.signalup.people.Capability;
import org.signalup.people.PeoplePolicy;
import org.signalup.people.Tokens;
import org.signalup.people.notice.Notices;
import org.signalup.standards.LivePolicy;
import org.signalup.standards.Programme;
import org.signalup.store.DataFolder;
import org.signalup.store.Store;
import org.signalup.web.WebOptions;
import org.signalup.web.internal.access.Entrance;
import org.signalup.web.internal.access.Platform;
import org.signalup.web.internal.catalog.PageEngine;
import org.signalup.web.internal.privacy.KnownDevices;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
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
    LiveDrain liveDrain(Inbox inbox, Store store, WebOptions options, LiveSettings settings, Programme programme) {
        LiveDrain.Where where = new LiveDrain.Where(
                programme, data(options).lake(), data(options).inbox().resolve("work"), PageEngine::open);
        return new LiveDrain(inbox, store, where, settings);
    }

    @Bean
    RowIntake rowIntake(JobSettings jobs, Programme programme, KnownDevices devices) {
        return new RowIntake(programme, jobs.profiles(), devices::lately);
    }

    @Bean
    Receiver receiver(RowIntake rows, Inbox inbox, Store store, LivePolicy policy) {
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

    @Bean
    Probes probes(Store store, Tokens tokens, PeoplePolicy people, LivePolicy policy) {
        return new Probes(store, tokens, people, policy.probes(), Clock.systemUTC());
    }

    @Bean
    ProbeWatch probeWatch(Store store, Notices notices, LivePolicy policy) {
        return new ProbeWatch(store, notices, policy.probes());
    }

    @Bean
    Housekeeping housekeeping(Store store, LivePolicy policy) {
        return new Housekeeping(store, policy.batchesKept());
    }

    @Bean
    Entrance probesEntrance() {
        return new Entrance(
                34,
                ProbePages.PATH,
                Text.of("探针", "Probes"),
                Text.of("定点探针：登记、令牌、计划、心跳", "fixed probes: set up, tokens, schedules, heartbeats"),
                Set.of(Capability.PROBE_MANAGE));
    }

    @Bean
    Entrance batchesEntrance() {
        return new Entrance(
                35,
                BatchPages.PATH,
                Text.of("接入批次", "Batches"),
                Text.of("实时接口收到了什么，拒收了什么", "what the live API received and refused"),
                Set.of(Capability.SAMPLE_READ));
    }

    /** Listens to the broker that is named; else there is nobody to listen to. */
    @Bean
    @ConditionalOnProperty(MqttSettings.PREFIX + "url")
    MqttIntake mqttIntake(Receiver receiver, Store store, WebOptions options, Environment settings) {
        MqttSettings broker = MqttSettings.of(name -> Optional.ofNullable(settings.getProperty(name)))
                .orElseThrow();
        return new MqttIntake(broker, receiver, store, data(options).inbox().resolve("mqtt"));
    }

    @Bean
    RmbtTests rmbtTests(Store store, Receiver receiver, LivePolicy policy, WebOptions options, Environment settings) {
        return new RmbtTests(
                store,
                receiver,
                RmbtSettings.of(name -> Optional.ofNullable(settings.getProperty(name))),
                policy.rmbt(),
                RmbtDevice.of(data(options).root().resolve("rmbt.key")),
                Clock.systemUTC());
    }

    private static DataFolder data(WebOptions options) {
        return new DataFolder(options.data().orElseThrow());
    }
}
