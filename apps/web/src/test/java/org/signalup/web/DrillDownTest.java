package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Behind a number are as many places as it says. */
class DrillDownTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/e/town",
                "/e/town?operator=CMCC",
                "/e/town?operator=CTCC",
                "/e/town-2024",
                "/e/town-walked?operator=CUCC"
            })
    void everyNumberOfPlacesInTheTargetsOpensItsPlaces(String overview) {
        List<Element> numbers =
                Jsoup.parse(Served.get(overview).body()).select(".goals tbody td a[href*=/places]").stream()
                        .filter(number -> !number.select("b.delta").hasText())
                        .toList();
        assertThat(numbers)
                .hasSizeGreaterThan(60)
                .allSatisfy(number -> assertThat(found(number.attr("href")))
                        .as(number.attr("href"))
                        .isEqualTo(number.text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/e/town", "/e/town?operator=CTCC"})
    void theNumbersOfTheFirstScreenOpenTheirPlaces(String overview) {
        List<Element> parts = Jsoup.parse(Served.get(overview).body()).select(".split a[href*=/places]");
        assertThat(parts)
                .hasSizeGreaterThan(5)
                .allSatisfy(part -> assertThat(found(part.attr("href")))
                        .as(part.attr("href"))
                        .isEqualTo(part.select("b").text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/e/town", "/e/town?region=9901", "/e/town?operator=CUCC&region=99"})
    void theNumbersOfARegionOpenItsPlaces(String overview) {
        List<Element> numbers = Jsoup.parse(Served.get(overview).body()).select(".regions td.n a[href*=/places]");
        assertThat(numbers)
                .hasSizeGreaterThan(4)
                .allSatisfy(number -> assertThat(found(number.attr("href")))
                        .as(number.attr("href"))
                        .isEqualTo(number.text()));
    }

    private static String found(String list) {
        Document page = Jsoup.parse(Served.get(list).body());
        return page.select(".lead b").first().text();
    }
}
