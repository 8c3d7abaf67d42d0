package org.signalup.web.internal.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.signalup.live.probe.Probe;
import org.signalup.live.probe.ProbeOrder;
import org.signalup.live.probe.Schedule;
import org.signalup.web.internal.site.Filled;

/** The form of a probe; its fields are named as in the API. */
final class ProbeForm {
    /** Coverage every second, a rate test every hour, all day. */
    static final Schedule USUAL = new Schedule(1, 3600, 0, 0, 24);

    private ProbeForm() {}

    static ProbeOrder order(Filled filled) {
        return new ProbeOrder(
                filled.get("code"),
                filled.get("name"),
                filled.get("place_id"),
                filled.get("point_id"),
                filled.get("instrument_id"),
                filled.get("operator").toUpperCase(Locale.ROOT),
                new Schedule(
                        number(filled.get("coverage_every_s")),
                        number(filled.get("rate_every_s")),
                        number(filled.get("service_every_s")),
                        number(filled.get("from_hour")),
                        number(filled.get("to_hour"))));
    }

    /** −1 for what is no number: refused in words where it is checked. */
    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
    }

    /** The form of a new one. */
    static Filled empty() {
        return filled(new ProbeOrder("", "", "", "", "", "", USUAL));
    }

    /** The form of one that is there. */
    static Filled of(Probe probe) {
        return filled(probe.order());
    }

    private static Filled filled(ProbeOrder order) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("code", List.of(order.code()));
        values.put("name", List.of(order.name()));
        values.put("place_id", List.of(order.place()));
        values.put("point_id", List.of(order.point()));
        values.put("instrument_id", List.of(order.instrument()));
        values.put("operator", List.of(order.operator()));
        values.put("coverage_every_s", List.of(Integer.toString(order.schedule().coverageEveryS())));
        values.put("rate_every_s", List.of(Integer.toString(order.schedule().rateEveryS())));
        values.put("service_every_s", List.of(Integer.toString(order.schedule().serviceEveryS())));
        values.put("from_hour", List.of(Integer.toString(order.schedule().fromHour())));
        values.put("to_hour", List.of(Integer.toString(order.schedule().toHour())));
        return new Filled(values, List.of());
    }
}
