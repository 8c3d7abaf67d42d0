package org.signalup.web.internal.whatif;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.evaluate.WhatIf.Change;
import org.signalup.evaluate.WhatIf.Shift;
import org.signalup.standards.Standard.RatRule;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a reader tries, as it stands in the address.
 *
 * @param rsrp5 added to the 5G level limits, dB; the others likewise
 * @param share added to the target share, percentage points
 * @param network name of a RAT rule; empty = as the standard has it
 * @param atleast obliged operators that must pass; 0 = all
 */
public record Question(
        int rsrp5, int sinr5, int rsrp4, int sinr4, int share, String network, int atleast, String scenario) {
    static final int MOST_DB = 20;
    static final int MOST_SHARE = 30;
    static final int MOST_OPERATORS = 20;
    private static final int LONGEST = 100;

    /** Reads the parameters; what makes no sense is answered with 400. */
    static Question of(Map<String, String> parameters) {
        return new Question(
                number(parameters, "rsrp5", MOST_DB),
                number(parameters, "sinr5", MOST_DB),
                number(parameters, "rsrp4", MOST_DB),
                number(parameters, "sinr4", MOST_DB),
                number(parameters, "share", MOST_SHARE),
                network(parameters.getOrDefault("network", "").strip().toUpperCase(Locale.ROOT)),
                Math.max(0, number(parameters, "atleast", MOST_OPERATORS)),
                scenario(parameters.getOrDefault("scenario", "").strip()));
    }

    private static int number(Map<String, String> parameters, String name, int most) {
        String value = parameters.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            return 0;
        }
        if (!value.matches("[-+]?[0-9]{1,3}") || Math.abs(Integer.parseInt(value)) > most) {
            throw wrong(name, value, "-" + most + " … " + most);
        }
        return Integer.parseInt(value);
    }

    private static String network(String value) {
        for (RatRule rule : RatRule.values()) {
            if (value.isEmpty() || rule.name().equals(value)) {
                return value;
            }
        }
        throw wrong("network", value, "ANY, FOUR_G, FIVE_G, BOTH");
    }

    private static String scenario(String value) {
        if (value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            throw wrong("scenario", value, "");
        }
        return value;
    }

    private static PageFailure wrong(String name, String value, String expected) {
        String shown = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
        return PageFailure.badRequest(Text.of(
                "参数 " + name + "：“" + shown + "”无法识别（应为：" + expected + "）",
                "parameter " + name + ": “" + shown + "” is not understood (expected: " + expected + ")"));
    }

    Change change() {
        return new Change(
                new Shift(rsrp4, sinr4),
                new Shift(rsrp5, sinr5),
                share / 100.0,
                network.isEmpty() ? Optional.empty() : Optional.of(RatRule.valueOf(network)),
                atleast,
                scenario);
    }

    public boolean unchanged() {
        return change().equals(Change.NONE);
    }

    /** Address of a page with this question; {@code more} are name and value in turn. */
    public String link(String path, String... more) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "rsrp5", rsrp5);
        put(values, "sinr5", sinr5);
        put(values, "rsrp4", rsrp4);
        put(values, "sinr4", sinr4);
        put(values, "share", share);
        put(values, "network", network);
        put(values, "atleast", atleast);
        put(values, "scenario", scenario);
        for (int i = 0; i + 1 < more.length; i += 2) {
            put(values, more[i], more[i + 1]);
        }
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
        values.keySet().forEach(name -> link.queryParam(name, "{" + name + "}"));
        return link.encode().buildAndExpand(values).toUriString();
    }

    private static void put(Map<String, String> values, String name, int value) {
        put(values, name, value == 0 ? "" : Integer.toString(value));
    }

    private static void put(Map<String, String> values, String name, String value) {
        if (!value.isEmpty()) {
            values.put(name, value);
        }
    }
}
