package org.signalup.bench.internal.town;

import java.time.LocalTime;
import java.util.List;
import org.signalup.bench.internal.town.Recipe.Visit;
import org.signalup.bench.internal.town.SampleFile.Sample;
import org.signalup.bench.internal.town.TownPlan.SitePlan;
import org.signalup.bench.internal.town.TownPlan.SpotPlan;
import org.signalup.domain.Purpose;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;

/** Walk tests, check-ins and crowd samples at the key points of places. */
final class SpotTests {
    private static final LocalTime OPENING = LocalTime.of(9, 0, 5);
    /** Key points are tested one after the other; half an hour lets a visit keep within one time slot. */
    private static final int VISIT_MINUTES = 30;

    private final SampleFile walks;
    private final SampleFile crowd;
    private final Radio radio = new Radio(20250901);

    SpotTests(SampleFile walks, SampleFile crowd) {
        this.walks = walks;
        this.crowd = crowd;
    }

    void visit(List<SitePlan> sites) {
        for (SitePlan site : sites) {
            for (SpotPlan spot : site.spots()) {
                for (int i = 0; i < TownPlan.OPERATORS.size(); i++) {
                    follow(spot, TownPlan.OPERATORS.get(i), spot.recipes().get(i));
                }
            }
            if (site.id().equals("SIM-P10")) {
                roamer(site.spots().get(0));
            }
        }
    }

    private void follow(SpotPlan spot, String operator, Recipe recipe) {
        BadSeconds bad = new BadSeconds();
        for (Visit visit : recipe.visits) {
            walk(spot, operator, recipe, visit, TestMode.FREE, bad);
        }
        if (recipe == Recipe.PASS_A) {
            Visit locked = recipe.visits.get(0);
            Visit shorter = new Visit(locked.day(), 4, 20, 1.0, locked.source(), locked.purpose(), true);
            walk(spot, operator, recipe, shorter, TestMode.LOCK_4G, bad);
            walk(spot, operator, recipe, shorter, TestMode.LOCK_5G, bad);
        }
    }

    private void walk(SpotPlan spot, String operator, Recipe recipe, Visit visit, TestMode mode, BadSeconds bad) {
        boolean app = visit.source() == Source.APP;
        int number = Integer.parseInt(spot.id().substring(spot.id().length() - 1));
        LocalTime start = OPENING.plusMinutes((long) VISIT_MINUTES * (number - 1) + (mode == TestMode.FREE ? 0 : 240));
        long second = 0;
        for (int test = 1; test <= visit.spots(); test++) {
            int wrong = bad.of(visit.seconds(), visit.share());
            for (int i = 0; i < visit.seconds(); i++) {
                Sample sample = TownSamples.sample(operator, visit.purpose())
                        .set("observed_at", TownSamples.time(visit.day(), start, second++))
                        .set("source", visit.source().code())
                        .set("test_mode", mode.code())
                        .set("device_id", "SIM-" + operator + "-" + (app ? "APP" + test + spot.id() : "PHONE"))
                        .set("session_id", spot.id() + "-" + visit.day() + "-" + mode.code() + "-" + test);
                where(sample, spot, visit, test);
                // What is bad is bad in a row, as in life.
                if (i < wrong) {
                    radio.bad(sample, mode, recipe.flaw);
                } else {
                    radio.good(sample, mode, TownSamples.share5g(operator));
                }
                (app ? crowd : walks).add(sample);
            }
            second += 4;
        }
    }

    private void where(Sample sample, SpotPlan spot, Visit visit, int test) {
        double reach = visit.source() == Source.APP ? 20 : 8;
        double east = spot.east() + radio.between(-reach, reach);
        double north = spot.north() + radio.between(-reach, reach);
        TownSamples.place(sample, east, north, visit.source() == Source.APP ? radio.between(8, 30) : 6);
        if (visit.checkin()) {
            sample.set("point_id", spot.id());
        }
        if (visit.source() != Source.APP) {
            sample.set("spot_no", String.valueOf(test));
        }
        if (spot.indoor()) {
            sample.set("floor", spot.floor());
        }
    }

    /** A customer of an operator that the place is not obliged to serve, on another operator's network. */
    private void roamer(SpotPlan spot) {
        Visit visit = new Visit(4, 3, 25, 1.0, Source.WALK, Purpose.AUTHORITY, true);
        for (int test = 1; test <= visit.spots(); test++) {
            for (int i = 0; i < visit.seconds(); i++) {
                Sample sample = TownSamples.sample("CBN", visit.purpose())
                        .set("observed_at", TownSamples.time(visit.day(), OPENING, test * 40L + i))
                        .set("serving_plmn", "46000")
                        .set("source", visit.source().code())
                        .set("device_id", "SIM-CBN-PHONE")
                        .set("session_id", spot.id() + "-ROAM-" + test);
                where(sample, spot, visit, test);
                radio.good(sample, TestMode.FREE, TownSamples.share5g("CBN"));
                walks.add(sample);
            }
        }
    }

    /** Spreads bad seconds over tests so that their sum comes out exactly. */
    private static final class BadSeconds {
        private double owed;

        int of(int seconds, double share) {
            owed += seconds * (1 - share);
            int due = (int) Math.floor(owed + 1e-9);
            owed -= due;
            return due;
        }
    }
}
