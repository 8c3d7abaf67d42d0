package org.signalup.bench.internal.town;

import java.time.LocalTime;
import java.util.List;
import org.signalup.bench.internal.town.SampleFile.Sample;
import org.signalup.bench.internal.town.TownPlan.SitePlan;
import org.signalup.bench.internal.town.TownPlan.SpotPlan;
import org.signalup.domain.Outcome;
import org.signalup.domain.Purpose;
import org.signalup.domain.Rat;
import org.signalup.domain.Service;

/** Rate tests that users started, and live, voice and payment sessions, at places and along the trunk road. */
final class ServiceTests {
    private static final int PHONES = 12;
    private static final int TRIES = 50;
    private static final LocalTime NOON = LocalTime.of(12, 0, 10);

    private final SampleFile file;
    private final Radio radio = new Radio(20250903);

    ServiceTests(SampleFile file) {
        this.file = file;
    }

    void test(List<SitePlan> sites) {
        for (SitePlan site : sites) {
            for (String operator : TownPlan.OPERATORS) {
                if (!site.rates().equals("-")) {
                    rates(site, operator, site.rates().split(":"));
                }
                if (!site.services().equals("-")) {
                    services(site, operator, site.services().split(":"));
                }
            }
        }
        TownPlan.OPERATORS.forEach(this::roadRates);
    }

    /** Each phone tests once a day, so every test is a device-day of its own. */
    private void rates(SitePlan site, String operator, String[] plan) {
        int tests = Integer.parseInt(plan[0]);
        int failed = Integer.parseInt(plan[3]);
        List<SpotPlan> open = open(site);
        for (int i = 0; i < tests; i++) {
            SpotPlan spot = open.get(i % open.size());
            Sample sample = at(site, spot, operator, i, Service.RATE);
            if (i < failed) {
                sample.set("outcome", Outcome.FAILED.code());
            } else {
                sample.set("outcome", Outcome.OK.code());
                speeds(sample, Double.parseDouble(plan[1]), Double.parseDouble(plan[2]));
            }
            file.add(sample);
        }
    }

    /** Nobody tests where an exemption stands. */
    private static List<SpotPlan> open(SitePlan site) {
        return site.spots().stream().filter(spot -> spot.exempt().isEmpty()).toList();
    }

    private void speeds(Sample sample, double downlink, double uplink) {
        sample.set("dl_mbps", radio.around(downlink, 0.25), 2);
        sample.set("ul_mbps", radio.around(uplink, 0.25), 2);
    }

    private void services(SitePlan site, String operator, String[] plan) {
        List<SpotPlan> open = open(site);
        List<Service> services = List.of(Service.LIVE, Service.VOICE, Service.PAYMENT);
        for (int s = 0; s < services.size(); s++) {
            if (plan[s].equals("-")) {
                continue;
            }
            int good = (int) Math.round(TRIES * Double.parseDouble(plan[s]) / 100);
            for (int i = 0; i < TRIES; i++) {
                SpotPlan spot = open.get(i % open.size());
                Sample sample = at(site, spot, operator, i, services.get(s));
                session(sample, services.get(s), i < TRIES - good);
                file.add(sample);
            }
        }
    }

    private void session(Sample sample, Service service, boolean failed) {
        sample.set("outcome", failed ? Outcome.FAILED.code() : Outcome.OK.code());
        if (failed) {
            return;
        }
        switch (service) {
            case LIVE ->
                sample.set("first_frame_ms", radio.around(700, 0.3), 0)
                        .set("stall_ms", radio.between(0, 300), 0)
                        .set("played_ms", 60_000, 0);
            case VOICE -> sample.set("setup_ms", radio.around(2400, 0.3), 0).set("mos", radio.between(3.6, 4.4), 2);
            default -> sample.set("setup_ms", radio.around(900, 0.4), 0);
        }
    }

    private Sample at(SitePlan site, SpotPlan spot, String operator, int number, Service service) {
        int day = 1 + number / PHONES;
        Sample sample = TownSamples.sample(operator, Purpose.THIRD_PARTY)
                .set("observed_at", TownSamples.time(day, NOON, service.number() * 600L + number % PHONES * 45L))
                .set("rat", Rat.G5.code())
                .set("source", "APP")
                .set("device_id", "SIM-" + operator + "-" + site.id() + "-USER" + number % PHONES)
                .set("session_id", site.id() + "-" + service.code() + "-" + number)
                .set("service", service.code());
        TownSamples.place(sample, spot.east() + radio.between(-15, 15), spot.north() + radio.between(-15, 15), 12);
        sample.set("point_id", spot.id());
        if (spot.indoor()) {
            sample.set("floor", spot.floor());
        }
        return sample;
    }

    /** Rate tests of the drive on the trunk road. */
    private void roadRates(String operator) {
        var road = TownLines.lines().get(0);
        for (int i = 0; i < 40; i++) {
            double[] at = road.at(150 + i * 195.0);
            Sample sample = TownSamples.sample(operator, Purpose.AUTHORITY)
                    .set("observed_at", TownSamples.time(2 + i % 4, LocalTime.of(9, 0, 5), i * 20L))
                    .set("rat", Rat.G5.code())
                    .set("source", "DRIVE")
                    .set("device_id", "SIM-" + operator + "-CAR" + i % 5)
                    .set("session_id", road.id() + "-RATE-" + i)
                    .set("service", Service.RATE.code())
                    .set("outcome", Outcome.OK.code());
            TownSamples.place(sample, at[0], at[1], 5);
            speeds(sample, 420, 75);
            file.add(sample);
        }
    }
}
