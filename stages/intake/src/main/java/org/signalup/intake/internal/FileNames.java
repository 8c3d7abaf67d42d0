package org.signalup.intake.internal;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.signalup.standards.Operator;
import org.signalup.standards.Programme;

/** What the name of a file says about its content. */
final class FileNames {
    private FileNames() {}

    /** The one operator that a name names: as a word of its own, or in Chinese anywhere; empty for none and for several. */
    static Optional<String> operator(String name, Programme programme) {
        Set<String> named = new TreeSet<>();
        for (String word : name.split("[^\\p{L}\\p{N}]+")) {
            programme.findOperator(word).map(Operator::code).ifPresent(named::add);
        }
        for (Operator operator : programme.operators()) {
            Stream<String> names = Stream.concat(Stream.of(operator.name().zh()), operator.aliases().stream());
            if (names.anyMatch(alias -> chinese(alias) && name.contains(alias))) {
                named.add(operator.code());
            }
        }
        return named.size() == 1 ? named.stream().findFirst() : Optional.empty();
    }

    private static boolean chinese(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }
}
