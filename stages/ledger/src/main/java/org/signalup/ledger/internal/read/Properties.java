package org.signalup.ledger.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.signalup.ledger.internal.Findings;
import org.signalup.ledger.internal.Findings.Spot;
import org.signalup.ledger.internal.cell.Chainage;
import org.signalup.ledger.internal.cell.Ids;
import org.signalup.ledger.internal.cell.Numbers;
import org.signalup.ledger.internal.cell.Words;
import tools.jackson.databind.JsonNode;

/** The properties of a feature (or of one section in it), read with the words of a problem at hand. */
final class Properties {
    private final String file;
    private final long line;
    private final String prefix;
    private final JsonNode node;
    private final Findings findings;

    Properties(String file, long line, String prefix, JsonNode node, Findings findings) {
        this.file = file;
        this.line = line;
        this.prefix = prefix;
        this.node = node;
        this.findings = findings;
    }

    /** The properties of an object inside this one. */
    Properties inner(String name, int index, JsonNode inner) {
        return new Properties(file, line, prefix + "." + name + "[" + index + "]", inner, findings);
    }

    JsonNode node(String name) {
        return node.path(name);
    }

    Optional<String> text(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull() || value.isContainer()) {
            return Optional.empty();
        }
        String text = value.asString().strip();
        return text.isEmpty() || text.equals("-") || text.equals("—") ? Optional.empty() : Optional.of(text);
    }

    Optional<String> id(String name) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            error(name, "ID_MISSING", "编号为空（应为：唯一编号）", "the id is empty (expected: a unique id)");
        } else if (!Ids.allowed(node.path(name).asString())) {
            error(name, "ID_REFUSED", Ids.REFUSED.zh(), Ids.REFUSED.en());
            return Optional.empty();
        }
        return text;
    }

    /** A list, as JSON array or joined by {@code ;}. */
    List<String> list(String name) {
        JsonNode value = node.path(name);
        if (!value.isArray()) {
            return text(name).map(Words::split).orElse(List.of());
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : value) {
            texts.add(element.asString().strip());
        }
        return texts.stream().filter(text -> !text.isEmpty()).distinct().toList();
    }

    /** A number, or where {@code stake} a chainage such as K12+345. */
    OptionalDouble number(String name, boolean stake) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        OptionalDouble staked = stake ? Chainage.parseStake(text.get()) : OptionalDouble.empty();
        OptionalDouble number = staked.isPresent() ? staked : Numbers.parse(text.get());
        if (number.isEmpty()) {
            error(name, "NUMBER_INVALID", "不是有效数字（应为：十进制数）", "is not a finite number (expected: a decimal number)");
        }
        return number;
    }

    void error(String name, String code, String zh, String en) {
        findings.error(spot(name), code, zh, en);
    }

    void warn(String name, String code, String zh, String en) {
        findings.warn(spot(name), code, zh, en);
    }

    Spot spot(String name) {
        return new Spot(
                file,
                line,
                name.isEmpty() ? prefix : prefix + "." + name,
                text(name).orElse(""));
    }
}
