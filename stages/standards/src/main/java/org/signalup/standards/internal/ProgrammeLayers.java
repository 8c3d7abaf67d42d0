package org.signalup.standards.internal;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.standards.Citation;
import org.signalup.standards.Programme;
import org.signalup.standards.Programme.UsualRates;

/** Reads the layers of a programme, merges and checks them, and gives the records. */
public final class ProgrammeLayers {
    private static final String FILE = "programme.yml";

    private ProgrammeLayers() {}

    /**
     * Reads and merges.
     *
     * @throws RefusedException with every problem of every file
     */
    public static Programme read(Path programmeDir, List<Path> overlays) {
        List<Problem> problems = new ArrayList<>();
        List<Layer> layers = new ArrayList<>();
        Map<String, Text> sources = new LinkedHashMap<>();
        List<Path> folders = new ArrayList<>(List.of(programmeDir));
        folders.addAll(overlays);
        for (int i = 0; i < folders.size(); i++) {
            readLayer(folders.get(i), i > 0, sources, layers, problems);
        }
        Merge merge = new Merge();
        layers.forEach(merge::add);
        if (!layers.isEmpty()) {
            new ProgrammeCheck(merge, layers.get(layers.size() - 1).yaml().root()).run();
        }
        layers.forEach(layer -> problems.addAll(layer.yaml().problems()));
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
        return programme(merge, layers, UsualRates.read(folders));
    }

    private static void readLayer(
            Path folder, boolean overlay, Map<String, Text> sources, List<Layer> layers, List<Problem> problems) {
        try {
            Layer layer = LayerReader.read(folder.resolve(FILE), overlay, sources);
            layers.add(layer);
            sources.putAll(layer.yaml().sources());
        } catch (RefusedException e) {
            problems.addAll(e.problems());
        }
    }

    private static Programme programme(Merge merge, List<Layer> layers, UsualRates usualRates) {
        Map<String, Citation> citations = new LinkedHashMap<>();
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            String prefix = i == 0 ? "" : layer.id() + ":";
            layer.yaml().citations().forEach((path, citation) -> citations.put(prefix + path, citation));
        }
        return new Programme(
                String.join("+", merge.ids),
                merge.name,
                ZoneId.of(merge.zone),
                merge.rootRegion,
                values(merge.operators),
                values(merge.scenarios),
                values(merge.pointKinds),
                values(merge.regions),
                values(merge.targets),
                values(merge.extraFields),
                merge.obliged,
                values(merge.aims),
                merge.exemptions,
                usualRates,
                citations,
                Digest.of(layers.stream().map(layer -> layer.yaml().bytes()).toList()));
    }

    private static <T> List<T> values(Map<String, Item<T>> items) {
        return items.values().stream().map(Item::value).toList();
    }
}
