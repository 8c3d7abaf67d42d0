package org.signalup.web.internal.register;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.signalup.domain.Text;
import org.signalup.people.Capability;
import org.signalup.register.BaseFigures;
import org.signalup.register.Baselines;
import org.signalup.register.Claims;
import org.signalup.register.Divisions;
import org.signalup.register.ExpectedKinds;
import org.signalup.register.Imports;
import org.signalup.register.LedgerExport;
import org.signalup.register.PendingChanges;
import org.signalup.register.Register;
import org.signalup.register.RegisterChanges;
import org.signalup.register.SavedViews;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeReader;
import org.signalup.store.Store;
import org.signalup.web.WebOptions;
import org.signalup.web.internal.access.Entrance;
import org.signalup.web.internal.access.Platform;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The services of {@code register} over the store. */
@Platform
@Configuration(proxyBeanMethods = false)
class RegisterBeans {
    /** The programme the ledger is kept by; an installation lays its own over it in its data folder. */
    @Bean
    Programme programme(WebOptions options) {
        Path shipped = options.programme().orElseThrow();
        Path own = options.data().orElseThrow().resolve("programme");
        return ProgrammeReader.read(
                shipped, Files.isRegularFile(own.resolve("programme.yml")) ? List.of(own) : List.of());
    }

    @Bean
    Register register(Store store, Programme programme) {
        return new Register(store, programme);
    }

    @Bean
    RegisterChanges registerChanges(Store store, Programme programme) {
        return new RegisterChanges(store, programme);
    }

    @Bean
    Imports imports(Store store, Programme programme) {
        return new Imports(store, programme);
    }

    @Bean
    LedgerExport ledgerExport(Store store) {
        return new LedgerExport(store);
    }

    @Bean
    Baselines baselines(Store store, Programme programme) {
        return new Baselines(store, programme.zone());
    }

    @Bean
    PendingChanges pendingChanges(Store store, Programme programme) {
        return new PendingChanges(store, programme);
    }

    @Bean
    Claims claims(Store store, Programme programme) {
        return new Claims(store, programme);
    }

    @Bean
    BaseFigures baseFigures(Store store, Programme programme) {
        return new BaseFigures(store, programme);
    }

    @Bean
    ExpectedKinds expectedKinds(Store store, Programme programme) {
        return new ExpectedKinds(store, programme);
    }

    @Bean
    Divisions divisions(Store store) {
        return new Divisions(store);
    }

    @Bean
    SavedViews savedViews(Store store) {
        return new SavedViews(store);
    }

    @Bean
    Entrance ledgerEntrance() {
        return new Entrance(
                10,
                "/ledger",
                Text.of("台账", "Ledger"),
                Text.of("场所、点位、线路：查、改、导入、冻结基线", "places, key points, lines: find, change, import, freeze"),
                Set.of(Capability.LEDGER_READ));
    }
}
