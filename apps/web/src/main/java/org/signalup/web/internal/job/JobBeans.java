package org.signalup.web.internal.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.signalup.domain.Text;
import org.signalup.job.Aggregates;
import org.signalup.job.JobSettings;
import org.signalup.job.JobWorker;
import org.signalup.job.Jobs;
import org.signalup.job.LedgerSource;
import org.signalup.job.Schedules;
import org.signalup.people.Capability;
import org.signalup.register.LedgerExport;
import org.signalup.standards.Programme;
import org.signalup.store.DataFolder;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.signalup.web.WebOptions;
import org.signalup.web.internal.access.Entrance;
import org.signalup.web.internal.access.Platform;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Jobs over the platform's store, ledger, lake and evaluations. */
@Platform
@Configuration(proxyBeanMethods = false)
class JobBeans {
    @Bean
    JobSettings jobSettings(WebOptions options, Programme programme) {
        DataFolder data = new DataFolder(options.data().orElseThrow());
        return new JobSettings(folders(data.root()), data.lake(), data.evaluations(), programme.zone());
    }

    /** The shipped programme, and over it the installation's own. */
    private static List<Path> folders(Path data) {
        Path home = Path.of(System.getProperty("signalup.home", "")).toAbsolutePath();
        while (home.getParent() != null && !Files.isDirectory(home.resolve("programme"))) {
            home = home.getParent();
        }
        Path own = data.resolve("programme");
        Path shipped = home.resolve("programme");
        return Files.isDirectory(own) ? List.of(shipped, own) : List.of(shipped);
    }

    @Bean
    Jobs jobs(Store store, JobSettings settings) {
        return new Jobs(store, settings);
    }

    @Bean
    Schedules schedules(Store store, JobSettings settings) {
        return new Schedules(store, settings, Clock.systemUTC());
    }

    @Bean(destroyMethod = "close")
    JobWorker jobWorker(Store store, JobSettings settings, Programme programme, Aggregates aggregates) {
        return new JobWorker(store, settings, new Kept(store, programme, aggregates));
    }

    /** What people keep on the platform that an evaluation takes beside the lake. */
    private record Kept(Store store, Programme programme, Aggregates aggregates) implements LedgerSource {
        @Override
        public long write(Scope scope, Path folder) {
            return new LedgerExport(store)
                    .write(scope, folder, programme.obligedOperators().orElse(List.of()));
        }

        @Override
        public List<Path> aggregates(Scope scope, Path folder) {
            return aggregates.write(scope, folder);
        }
    }

    @Bean
    Entrance jobsEntrance() {
        return new Entrance(
                30,
                JobPages.PATH,
                Text.of("评测任务", "Jobs"),
                Text.of("新建评测，看进度，按月自动评测", "order an evaluation, watch it run, have one made every month"),
                Set.of(Capability.EVALUATION_RUN));
    }
}
