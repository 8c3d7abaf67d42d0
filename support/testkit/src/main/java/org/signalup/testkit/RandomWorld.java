package org.signalup.testkit;

import java.util.ArrayList;
import java.util.List;
import org.signalup.ledger.Ledger;
import org.signalup.standards.Programme;
import org.signalup.standards.Standard;
import org.signalup.testkit.internal.world.Campaign;
import org.signalup.testkit.internal.world.CrowdScene;
import org.signalup.testkit.internal.world.Dice;
import org.signalup.testkit.internal.world.Equipment;
import org.signalup.testkit.internal.world.Rulebook;
import org.signalup.testkit.internal.world.SampleRow;
import org.signalup.testkit.internal.world.Showcase;
import org.signalup.testkit.internal.world.Terrain;
import org.signalup.testkit.internal.world.WorldSamples;

/**
 * A small world drawn from a seed: the same seed, the same world. It holds every shape the contract speaks of
 * (overlapping points, floors, exemptions, hairpins, rings, several parts, section gaps) and every kind of sample.
 *
 * @param rows cells of a canonical sample file in the order of {@link #columns()}
 * @param earlyRows how many of the rows an earlier evaluation knew already
 */
public record RandomWorld(
        long seed, Programme programme, Standard standard, Ledger ledger, List<List<String>> rows, int earlyRows) {
    private static final long CROWD = 7919;
    /** Neighbouring seeds begin alike. */
    private static final long SERVICES = 0xD1B54A32D192ED03L;

    private static final long FAR_APART = 0x9E3779B97F4A7C15L;

    public static RandomWorld of(long seed) {
        Dice dice = new Dice(seed);
        Dice more = new Dice(~seed);
        CrowdScene crowd = new CrowdScene(new Dice(seed * CROWD));
        Standard standard = Rulebook.standard(dice, more, new Dice(seed * SERVICES), crowd.filters());
        Ledger ledger = new Terrain(dice, more).ledger();
        List<List<String>> rows = new ArrayList<>(new Campaign(dice, standard, ledger).rows());
        Showcase showcase = new Showcase(more, standard, ledger);
        rows.addAll(showcase.first());
        crowd.mark(rows);
        rows.addAll(crowd.rows(ledger));
        int early = rows.size();
        rows.addAll(showcase.second());
        Equipment equipment = new Equipment(new Dice(seed * FAR_APART));
        Standard asking = equipment.standard(standard);
        if (asking.instruments().isPresent()) {
            equipment.name(rows);
        }
        return new RandomWorld(seed, Rulebook.programme(more), asking, equipment.ledger(ledger), rows, early);
    }

    /** The world as it was before the second half of its showcase. */
    public RandomWorld earlier() {
        return new RandomWorld(seed, programme, standard, ledger, rows.subList(0, earlyRows), earlyRows);
    }

    /** The rows as normalised samples, read without intake. */
    public List<RefSample> samples() {
        WorldSamples reader = new WorldSamples(programme.zone());
        List<RefSample> samples = new ArrayList<>();
        rows.forEach(row -> samples.add(reader.read(row, samples.size() + 2L)));
        return samples;
    }

    public static List<String> columns() {
        return SampleRow.COLUMNS;
    }
}
