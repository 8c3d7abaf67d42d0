package org.signalup.web.internal.register;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.signalup.people.Actor;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.access.Platform;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The ledger as an evaluation reads it, for programs. */
@Platform
@RestController
@Needs(Capability.LEDGER_READ)
final class LedgerFolderApi {
    private final LedgerFolder ledger;

    LedgerFolderApi(LedgerFolder ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/api/v1/ledger.zip")
    void folder(Actor actor, HttpServletResponse response) throws IOException {
        ledger.write(actor, response);
    }
}
