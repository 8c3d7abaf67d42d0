package org.signalup.standards.internal.policy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.signalup.domain.Coded;
import org.signalup.domain.Rat;
import org.signalup.domain.Text;
import org.signalup.standards.Programme.UsualRates;
import org.signalup.standards.Programme.UsualRates.Direction;
import org.signalup.standards.Programme.UsualRates.Usual;
import org.signalup.standards.StrictYaml;
import org.signalup.standards.YamlMap;
import org.signalup.standards.internal.Sources;

/** {@code rates.yml}. The bounds here keep nonsense out; the policy is in the file. */
public final class UsualRatesFile {
    private static final String FILE = "rates.yml";
    private static final int MOST_TESTS = 1_000_000;
    private static final double MOST_SPREADS = 100;
    private static final double LEAST_MBPS = 0.001;
    private static final double MOST_MBPS = 100_000;
    private static final double LEAST_SPREAD = 0.01;
    private static final double MOST_SPREAD = 3;

    private UsualRatesFile() {}

    /**
     * That of the last folder which has one; none is known where no folder has.
     *
     * @throws org.signalup.domain.RefusedException with every problem of the file
     */
    public static UsualRates read(List<Path> programme) {
        Path file = PolicyFolder.last(programme, FILE);
        return Files.isRegularFile(file) ? read(file) : UsualRates.UNKNOWN;
    }

    private static UsualRates read(Path file) {
        StrictYaml yaml = StrictYaml.read(file);
        Sources.declare(yaml);
        YamlMap root = yaml.root();
        YamlMap unit = root.map("unit");
        UsualRates rates = new UsualRates(
                unit.sourcedInteger("least_tests", 1, MOST_TESTS),
                unit.sourced("beyond_spreads", 0, MOST_SPREADS),
                unit.sourced("within_spreads", 0, MOST_SPREADS),
                root.maps("usual").stream().flatMap(UsualRatesFile::usual).toList());
        yaml.refuseProblems();
        return rates;
    }

    private static Stream<Usual> usual(YamlMap map) {
        String word = map.text("rat");
        Direction direction = map.word("direction", Direction.class);
        Usual usual = new Usual(
                Coded.find(Rat.class, word).orElse(Rat.NONE),
                direction,
                map.optionalText("operator"),
                map.sourced("median_mbps", LEAST_MBPS, MOST_MBPS),
                map.sourced("spread_decades", LEAST_SPREAD, MOST_SPREAD));
        if (usual.rat() == Rat.NONE) {
            map.refuse("rat", word, "VALUE_UNKNOWN", Text.of("应为 2G、3G、4G 或 5G", "expected 2G, 3G, 4G or 5G"));
            return Stream.empty();
        }
        return Stream.of(usual);
    }
}
