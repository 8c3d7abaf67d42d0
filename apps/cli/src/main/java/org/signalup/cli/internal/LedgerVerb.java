package org.signalup.cli.internal;

import picocli.CommandLine.Command;

/** {@code signalup ledger}. */
@Command(name = "ledger", synopsisSubcommandLabel = "VERB")
final class LedgerVerb extends VerbGroup {}
