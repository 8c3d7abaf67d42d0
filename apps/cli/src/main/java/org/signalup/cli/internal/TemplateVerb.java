package org.signalup.cli.internal;

import picocli.CommandLine.Command;

/** {@code signalup template}. */
@Command(name = "template", synopsisSubcommandLabel = "VERB")
final class TemplateVerb extends VerbGroup {}
