package org.signalup.standards;

import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Finds the line of a key path such as {@code line_rules[0].limits.5G}; of the nearest key above when it is absent. */
final class KeyLines {
    private KeyLines() {}

    static int of(Node root, String path) {
        Node node = root;
        int line = root.getStartMark().getLine() + 1;
        for (String step : path.replace("[", ".[").split("\\.")) {
            NodeTuple tuple = node instanceof MappingNode mapping ? entry(mapping, step) : null;
            Node item = node instanceof SequenceNode sequence ? item(sequence.getValue(), step) : null;
            if (tuple == null && item == null) {
                return line;
            }
            Node mark = tuple == null ? item : tuple.getKeyNode();
            line = mark.getStartMark().getLine() + 1;
            node = tuple == null ? item : tuple.getValueNode();
        }
        return line;
    }

    private static NodeTuple entry(MappingNode mapping, String key) {
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode scalar
                    && scalar.getValue().equals(key)) {
                return tuple;
            }
        }
        return null;
    }

    private static Node item(List<Node> items, String step) {
        if (!step.matches("\\[[0-9]{1,4}]")) {
            return null;
        }
        int index = Integer.parseInt(step.substring(1, step.length() - 1));
        return index < items.size() ? items.get(index) : null;
    }
}
