package org.signalup.web.internal.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.Geodesy;

/**
 * A day's stops in a simple order: from the most urgent place that is left to its nearest neighbours, then shortened by
 * reversing pieces (2-opt). A proposal for people who know the roads: distances are straight lines.
 */
record Tour(List<Stop> stops, double lengthM) {
    /** @param fromHereM metres from the stop before */
    record Stop(int number, PlaceNeed place, double fromHereM) {}

    /**
     * The tour of one day.
     *
     * @param places the most urgent first
     * @param day from 1; earlier days take their places first
     */
    static Tour of(List<PlaceNeed> places, int stopsPerDay, int day) {
        List<PlaceNeed> left = new ArrayList<>(places);
        List<PlaceNeed> today = List.of();
        for (int each = 1; each <= day; each++) {
            today = nearest(left, stopsPerDay);
        }
        return numbered(shortened(today));
    }

    /** Takes the first place and then always the nearest of those left. */
    private static List<PlaceNeed> nearest(List<PlaceNeed> left, int stops) {
        List<PlaceNeed> taken = new ArrayList<>();
        while (taken.size() < stops && !left.isEmpty()) {
            int next =
                    taken.isEmpty() ? 0 : nearestTo(taken.get(taken.size() - 1).at(), left);
            taken.add(left.remove(next));
        }
        return taken;
    }

    private static int nearestTo(GeoPoint here, List<PlaceNeed> left) {
        int next = 0;
        double best = Double.MAX_VALUE;
        for (int i = 0; i < left.size(); i++) {
            double distance = roughly(here, left.get(i).at());
            if (distance < best) {
                best = distance;
                next = i;
            }
        }
        return next;
    }

    /** Good enough to compare: squares of degrees, those of longitude as short as they are here. */
    private static double roughly(GeoPoint one, GeoPoint other) {
        double north = one.latDeg() - other.latDeg();
        double east = (one.lonDeg() - other.lonDeg()) * Math.cos(Math.toRadians(one.latDeg()));
        return north * north + east * east;
    }

    /** Reverses pieces as long as that makes the way shorter; the way is open at both ends. */
    private static List<PlaceNeed> shortened(List<PlaceNeed> places) {
        List<PlaceNeed> way = new ArrayList<>(places);
        boolean better = true;
        while (better) {
            better = false;
            for (int from = 0; from < way.size() - 1; from++) {
                better |= reversedFrom(way, from);
            }
        }
        return way;
    }

    /** Reverses every piece beginning there that pays; whether one did. */
    private static boolean reversedFrom(List<PlaceNeed> way, int from) {
        boolean better = false;
        for (int to = from + 1; to < way.size(); to++) {
            if (gain(way, from, to) > 1) {
                Collections.reverse(way.subList(from, to + 1));
                better = true;
            }
        }
        return better;
    }

    /** Metres saved by going from {@code from} to {@code to} backwards. */
    private static double gain(List<PlaceNeed> way, int from, int to) {
        double saved = 0;
        if (from > 0) {
            saved += metres(way.get(from - 1), way.get(from)) - metres(way.get(from - 1), way.get(to));
        }
        if (to < way.size() - 1) {
            saved += metres(way.get(to), way.get(to + 1)) - metres(way.get(from), way.get(to + 1));
        }
        return saved;
    }

    private static double metres(PlaceNeed one, PlaceNeed other) {
        return one.at().equals(other.at()) ? 0 : Geodesy.distanceM(one.at(), other.at());
    }

    private static Tour numbered(List<PlaceNeed> way) {
        List<Stop> stops = new ArrayList<>();
        double length = 0;
        for (int i = 0; i < way.size(); i++) {
            double step = i == 0 ? 0 : metres(way.get(i - 1), way.get(i));
            length += step;
            stops.add(new Stop(i + 1, way.get(i), step));
        }
        return new Tour(List.copyOf(stops), length);
    }

    /** Operators whose cards the day needs, without repeats. */
    public List<String> operators() {
        return all(stops.stream().flatMap(stop -> stop.place().operators().stream()));
    }

    /** Result rows the day is for, without repeats. */
    public List<String> rats() {
        return all(stops.stream().flatMap(stop -> stop.place().rats().stream()));
    }

    private static List<String> all(Stream<String> codes) {
        return codes.distinct().sorted().toList();
    }
}
