package org.signalup.cli.internal;

import picocli.CommandLine.Command;

/** {@code signalup standard}. */
@Command(name = "standard", synopsisSubcommandLabel = "VERB")
final class StandardVerb extends VerbGroup {}
