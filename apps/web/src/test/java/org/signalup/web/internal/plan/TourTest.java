package org.signalup.web.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.Geodesy;

class TourTest {
    private static PlaceNeed place(String id, double lon, double lat) {
        return new PlaceNeed(
                id,
                "场所 " + id,
                "GOV",
                new GeoPoint(lon, lat),
                2,
                List.of("CMCC"),
                List.of("ANY"),
                OptionalInt.of(1),
                OptionalInt.of(16),
                List.of("SINGLE"));
    }

    private static List<PlaceNeed> random(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> place("P" + i, random.nextDouble(116, 116.5), random.nextDouble(39.7, 40.1)))
                .toList();
    }

    private static double length(List<PlaceNeed> way) {
        double length = 0;
        for (int i = 1; i < way.size(); i++) {
            length += Geodesy.distanceM(way.get(i - 1).at(), way.get(i).at());
        }
        return length;
    }

    private static List<PlaceNeed> way(Tour tour) {
        return tour.stops().stream().map(Tour.Stop::place).toList();
    }

    /** The shortest of all orders, by trying each. */
    private static double shortest(List<PlaceNeed> places) {
        return shortest(new ArrayList<>(places), 0);
    }

    private static double shortest(List<PlaceNeed> way, int from) {
        if (from == way.size()) {
            return length(way);
        }
        double best = Double.MAX_VALUE;
        for (int i = from; i < way.size(); i++) {
            Collections.swap(way, from, i);
            best = Math.min(best, shortest(way, from + 1));
            Collections.swap(way, from, i);
        }
        return best;
    }

    @Test
    void threeStopsAreInTheirBestOrder() {
        for (long seed = 0; seed < 100; seed++) {
            List<PlaceNeed> places = random(seed, 3);
            assertThat(Tour.of(places, 12, 1).lengthM()).as("seed %d", seed).isLessThan(shortest(places) + 2);
        }
    }

    @Test
    void sevenStopsAreNearlyInTheirBestOrder() {
        double ours = 0;
        double best = 0;
        for (long seed = 0; seed < 60; seed++) {
            List<PlaceNeed> places = random(seed, 7);
            Tour tour = Tour.of(places, 12, 1);
            double shortest = shortest(places);
            assertThat(tour.lengthM()).as("seed %d", seed).isBetween(shortest - 0.01, shortest * 1.35);
            ours += tour.lengthM();
            best += shortest;
        }
        assertThat(ours / best).isLessThan(1.03);
    }

    @Test
    void noPieceRunBackwardsWouldMakeItShorter() {
        for (long seed = 0; seed < 10; seed++) {
            List<PlaceNeed> way = way(Tour.of(random(seed, 30), 30, 1));
            for (int from = 0; from < way.size(); from++) {
                for (int to = from + 2; to <= way.size(); to++) {
                    List<PlaceNeed> other = new ArrayList<>(way);
                    Collections.reverse(other.subList(from, to));
                    assertThat(length(other))
                            .as("seed %d, %d to %d", seed, from, to)
                            .isGreaterThan(length(way) - 1.5);
                }
            }
        }
    }

    @Test
    void everyPlaceHasItsDayAndOnlyOne() {
        List<PlaceNeed> places = random(5, 50);
        List<String> visited = new ArrayList<>();
        for (int day = 1; day <= 5; day++) {
            way(Tour.of(places, 12, day)).forEach(place -> visited.add(place.id()));
        }
        assertThat(visited)
                .containsExactlyInAnyOrderElementsOf(
                        places.stream().map(PlaceNeed::id).toList());
        assertThat(Tour.of(places, 12, 6).stops()).isEmpty();
    }

    @Test
    void theMostUrgentPlaceIsVisitedOnTheFirstDay() {
        List<PlaceNeed> places = new ArrayList<>(random(6, 40));
        places.add(0, place("URGENT", 118, 41));
        assertThat(way(Tour.of(places, 4, 1))).extracting(PlaceNeed::id).contains("URGENT");
    }

    @Test
    void stepsAddUpToTheLength() {
        Tour tour = Tour.of(random(7, 20), 20, 1);
        assertThat(tour.stops().stream().mapToDouble(Tour.Stop::fromHereM).sum())
                .isCloseTo(tour.lengthM(), offset(1e-6));
        assertThat(tour.stops())
                .extracting(Tour.Stop::number)
                .isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList());
        assertThat(tour.lengthM()).isCloseTo(length(way(tour)), offset(0.01));
    }

    @Test
    void placesAtOneSpotAreNoProblem() {
        List<PlaceNeed> places = List.of(place("A", 116, 40), place("B", 116, 40), place("C", 116, 40));
        Tour tour = Tour.of(places, 12, 1);
        assertThat(tour.lengthM()).isZero();
        assertThat(tour.stops()).hasSize(3);
    }

    @Test
    void nothingToDoIsAnEmptyTour() {
        assertThat(Tour.of(List.of(), 12, 1).stops()).isEmpty();
    }
}
