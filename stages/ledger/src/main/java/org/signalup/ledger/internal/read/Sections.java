package org.signalup.ledger.internal.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.signalup.geo.LineGeometry;
import org.signalup.ledger.Line.Section;
import org.signalup.ledger.internal.cell.Chainage;
import tools.jackson.databind.JsonNode;

/** Reads the sections of a line and lays them end to end: holes, overlaps and what reaches beyond the line. */
final class Sections {
    /** Section borders are surveyed to metres; less than one is rounding. */
    private static final double ROUNDING_M = 1.0;

    private final Properties line;
    private final String lineId;
    private final String lineName;
    private final List<String> divisions;
    private final double lengthM;

    Sections(Properties line, String lineId, String lineName, List<String> divisions, LineGeometry geometry) {
        this.line = line;
        this.lineId = lineId;
        this.lineName = lineName;
        this.divisions = divisions;
        this.lengthM = geometry.lengthMm() / 1000.0;
    }

    List<Section> read() {
        JsonNode node = line.node("sections");
        if (!node.isArray() && !node.isMissingNode() && !node.isNull()) {
            line.error(
                    "sections",
                    "SECTION_INVALID",
                    "区段不是列表（应为：[{section_id, name, division_code, from_m, to_m}, …]）",
                    "the sections are no list (expected: [{section_id, name, division_code, from_m, to_m}, …])");
        }
        if (!node.isArray() || node.isEmpty()) {
            return List.of(whole());
        }
        List<Section> sections = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < node.size(); i++) {
            Properties properties = line.inner("sections", i, node.get(i));
            section(properties, ids).ifPresent(sections::add);
        }
        sections.sort(Comparator.comparingDouble(Section::fromM).thenComparing(Section::id));
        checkLaying(sections);
        return sections;
    }

    private Section whole() {
        if (divisions.size() > 1) {
            line.warn(
                    "sections",
                    "SECTIONS_MISSING",
                    "跨 " + divisions.size() + " 个行政区划而没有区段，整条线计入 " + divisions.get(0),
                    "crosses " + divisions.size() + " divisions without sections; all of it counts for "
                            + divisions.get(0));
        }
        return new Section(lineId, lineName, firstDivision(), 0, lengthM);
    }

    private String firstDivision() {
        return divisions.isEmpty() ? "" : divisions.get(0);
    }

    private Optional<Section> section(Properties properties, Set<String> ids) {
        Optional<String> id = properties.id("section_id");
        OptionalDouble from = properties.number("from_m", true);
        OptionalDouble to = properties.number("to_m", true);
        if (id.isPresent() && !ids.add(id.get())) {
            properties.error("section_id", "ID_TWICE", "区段编号在这条线上重复", "the section id is there twice on this line");
        }
        if (properties.text("from_m").isEmpty() || properties.text("to_m").isEmpty()) {
            properties.error(
                    "from_m",
                    "SECTION_INVALID",
                    "区段缺起点或终点（应为：from_m 和 to_m）",
                    "the section lacks a start or end (expected: from_m and to_m)");
        }
        if (id.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        return placed(properties, id.get(), from.getAsDouble(), to.getAsDouble());
    }

    private Optional<Section> placed(Properties properties, String id, double from, double to) {
        if (from < 0 || !(from < to) || from >= lengthM) {
            properties.error(
                    "from_m",
                    "SECTION_INVALID",
                    "区段 " + range(from, to) + " 不在线路内（应为：0 ≤ from_m < to_m ≤ " + metres(lengthM) + "）",
                    "the section " + range(from, to) + " is not on the line (expected: 0 ≤ from_m < to_m ≤ "
                            + metres(lengthM) + ")");
            return Optional.empty();
        }
        if (to > lengthM + ROUNDING_M) {
            properties.warn(
                    "to_m",
                    "SECTION_BEYOND",
                    "区段超出线路终点 " + metres(to - lengthM) + " m，截到 " + metres(lengthM) + " m",
                    "the section reaches " + metres(to - lengthM) + " m beyond the line; cut at " + metres(lengthM)
                            + " m");
        }
        String name = properties.text("name").orElse(id);
        String division = properties.text("division_code").orElse(firstDivision());
        return Optional.of(new Section(id, name, division, from, Math.min(to, lengthM)));
    }

    private void checkLaying(List<Section> sections) {
        double reached = 0;
        String before = "";
        for (Section section : sections) {
            if (section.fromM() > reached + ROUNDING_M) {
                gap(reached, section.fromM());
            } else if (section.fromM() < reached - ROUNDING_M) {
                overlap(before, section, Math.min(reached, section.toM()));
            }
            if (section.toM() > reached) {
                reached = section.toM();
                before = section.id();
            }
        }
        if (!sections.isEmpty() && reached < lengthM - ROUNDING_M) {
            gap(reached, lengthM);
        }
    }

    private void gap(double from, double to) {
        line.warn(
                "sections",
                "SECTION_GAP",
                range(from, to) + " 不属于任何区段（" + metres(to - from) + " m）",
                range(from, to) + " is in no section (" + metres(to - from) + " m)");
    }

    private void overlap(String before, Section section, double to) {
        line.warn(
                "sections",
                "SECTION_OVERLAP",
                range(section.fromM(), to) + " 同属 " + before + " 和 " + section.id(),
                range(section.fromM(), to) + " is in both " + before + " and " + section.id());
    }

    private static String range(double from, double to) {
        return from < 0 ? metres(from) + "–" + metres(to) : Chainage.stake(from) + "–" + Chainage.stake(to);
    }

    private static String metres(double metres) {
        return String.format(Locale.ROOT, "%.1f", metres);
    }
}
