package org.signalup.web.internal.privacy;

import org.signalup.job.JobSettings;
import org.signalup.register.Register;
import org.signalup.standards.RetentionPolicy;
import org.signalup.store.DataFolder;
import org.signalup.web.WebOptions;
import org.signalup.web.internal.access.Platform;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keys, and what the policy says of keeping. */
@Platform
@Configuration(proxyBeanMethods = false)
class PrivacyBeans {
    @Bean
    RetentionPolicy retentionPolicy(JobSettings settings) {
        return RetentionPolicy.read(settings.programme());
    }

    @Bean
    KnownDevices knownDevices(WebOptions options, JobSettings jobs, RetentionPolicy policy, Register register) {
        return new KnownDevices(new DataFolder(options.data().orElseThrow()).keys(), jobs.zone(), policy, register);
    }
}
