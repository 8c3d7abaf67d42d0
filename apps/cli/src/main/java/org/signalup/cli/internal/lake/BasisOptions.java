package org.signalup.cli.internal.lake;

import org.signalup.cli.internal.Words;
import org.signalup.domain.Text;
import org.signalup.lake.Lake;
import org.signalup.lake.SourceBasis;
import picocli.CommandLine.Option;

/** On what ground the samples are kept, and who answers for them. */
final class BasisOptions {
    @Option(names = "--basis", paramLabel = "GROUND")
    String basis;

    @Option(names = "--from-organisation", paramLabel = "NAME", defaultValue = "")
    String organisation;

    /** The lake for whoever adds on that ground; the lake as it is when none was said. */
    Lake stating(Lake lake) {
        if (Words.text(basis).isEmpty()) {
            return lake;
        }
        SourceBasis.Kind kind = SourceBasis.Kind.ofFiles().stream()
                .filter(one -> one.name().equalsIgnoreCase(basis.strip()))
                .findFirst()
                .orElseThrow(() -> Words.wrong(
                        "--basis", basis, Text.same(SourceBasis.Kind.ofFiles().toString())));
        return lake.stating(new SourceBasis(kind, organisation, ""));
    }
}
