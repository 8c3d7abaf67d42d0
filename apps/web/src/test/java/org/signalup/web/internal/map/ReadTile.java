package org.signalup.web.internal.map;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A vector tile read back as the specification says, sharing no code with the writer.
 *
 * @param layers features by name of layer
 */
public record ReadTile(Map<String, List<Feature>> layers) {
    /** A feature: positions x, y, x, y … and properties. */
    public record Feature(int type, List<Integer> positions, Map<String, Object> properties) {}

    /** A field of a message: a number, or bytes. */
    private static final class Field {
        private final int number;
        private final long value;
        private final byte[] bytes;

        Field(int number, long value, byte[] bytes) {
            this.number = number;
            this.value = value;
            this.bytes = bytes;
        }
    }

    public static ReadTile of(byte[] tile) {
        Map<String, List<Feature>> layers = new LinkedHashMap<>();
        for (Field layer : fields(tile)) {
            List<Field> fields = fields(layer.bytes);
            layers.put(text(fields, 1), features(fields));
        }
        return new ReadTile(layers);
    }

    public List<Feature> layer(String name) {
        return layers.getOrDefault(name, List.of());
    }

    private static List<Feature> features(List<Field> layer) {
        List<String> keys = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (Field field : layer) {
            if (field.number == 3) {
                keys.add(new String(field.bytes, StandardCharsets.UTF_8));
            } else if (field.number == 4) {
                Field value = fields(field.bytes).get(0);
                values.add(
                        value.number == 1
                                ? new String(value.bytes, StandardCharsets.UTF_8)
                                : (Object) signed(value.value));
            }
        }
        List<Feature> features = new ArrayList<>();
        for (Field field : layer) {
            if (field.number == 2) {
                features.add(feature(fields(field.bytes), keys, values));
            }
        }
        return features;
    }

    private static Feature feature(List<Field> fields, List<String> keys, List<Object> values) {
        int type = 0;
        List<Long> tags = List.of();
        List<Long> geometry = List.of();
        for (Field field : fields) {
            switch (field.number) {
                case 2 -> tags = numbers(field.bytes);
                case 3 -> type = (int) field.value;
                case 4 -> geometry = numbers(field.bytes);
                default -> throw new IllegalStateException("field " + field.number);
            }
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        for (int i = 0; i < tags.size(); i += 2) {
            properties.put(
                    keys.get(tags.get(i).intValue()), values.get(tags.get(i + 1).intValue()));
        }
        return new Feature(type, positions(geometry), properties);
    }

    private static List<Integer> positions(List<Long> geometry) {
        List<Integer> positions = new ArrayList<>();
        long x = 0;
        long y = 0;
        int at = 0;
        while (at < geometry.size()) {
            long count = geometry.get(at++) >> 3;
            for (int i = 0; i < count; i++) {
                x += signed(geometry.get(at++));
                y += signed(geometry.get(at++));
                positions.add((int) x);
                positions.add((int) y);
            }
        }
        return positions;
    }

    private static long signed(long zigzag) {
        return zigzag % 2 == 0 ? zigzag / 2 : -(zigzag + 1) / 2;
    }

    private static String text(List<Field> fields, int number) {
        return fields.stream()
                .filter(field -> field.number == number)
                .map(field -> new String(field.bytes, StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private static List<Field> fields(byte[] message) {
        List<Field> fields = new ArrayList<>();
        int[] at = {0};
        while (at[0] < message.length) {
            long head = varint(message, at);
            int number = (int) (head / 8);
            if (head % 8 == 0) {
                fields.add(new Field(number, varint(message, at), new byte[0]));
            } else {
                int length = (int) varint(message, at);
                byte[] bytes = java.util.Arrays.copyOfRange(message, at[0], at[0] + length);
                at[0] += length;
                fields.add(new Field(number, 0, bytes));
            }
        }
        return fields;
    }

    private static List<Long> numbers(byte[] packed) {
        List<Long> numbers = new ArrayList<>();
        int[] at = {0};
        while (at[0] < packed.length) {
            numbers.add(varint(packed, at));
        }
        return numbers;
    }

    private static long varint(byte[] bytes, int[] at) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[at[0]++];
            value |= (next & 127L) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }
}
