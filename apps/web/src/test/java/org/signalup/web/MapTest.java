package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.MapGrid;
import org.signalup.web.Served.Answer;
import org.signalup.web.internal.map.ReadTile;

/** The tiles, cards and list of the map over the town. */
class MapTest {
    private static final GeoPoint TOWN = new GeoPoint(102.2, 40.6);

    private static HttpResponse<byte[]> send(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Served.url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String tile(int zoom, String query) {
        int shift = 28 - zoom;
        return "/e/town/tiles/" + zoom + "/" + (MapGrid.x(TOWN) >> shift) + "/" + (MapGrid.y(TOWN) >> shift) + ".mvt"
                + query;
    }

    private static ReadTile read(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = send(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains("application/vnd.mapbox-vector-tile");
        return ReadTile.of(response.body());
    }

    @Test
    void aTileOfTheWholeTownHasEveryPlaceAndEveryLine() throws Exception {
        ReadTile tile = read(tile(5, ""));
        assertThat(tile.layer("places")).hasSize(15);
        assertThat(tile.layer("places"))
                .filteredOn(place -> place.properties().get("id").equals("SIM-P01"))
                .singleElement()
                .satisfies(place ->
                        assertThat(place.properties()).containsEntry("c", 11L).containsEntry("s", 5L));
        assertThat(tile.layer("lines"))
                .extracting(line -> line.properties().get("id"))
                .containsExactlyInAnyOrder(
                        "SIM-L1", "SIM-L2", "SIM-L3", "SIM-L4", "SIM-M1", "SIM-T1", "SIM-W1", "SIM-W1");
        assertThat(tile.layer("points")).isEmpty();
        assertThat(tile.layer("samples")).isEmpty();
    }

    @Test
    void theFilterOfThePageIsTheFilterOfTheTile() throws Exception {
        assertThat(read(tile(5, "?verdict=FAIL")).layer("places"))
                .isNotEmpty()
                .allSatisfy(
                        place -> assertThat((Long) place.properties().get("c")).isBetween(6L, 8L));
        assertThat(read(tile(5, "?scenario=GOV")).layer("places"))
                .extracting(place -> place.properties().get("id"))
                .contains("SIM-P01")
                .hasSizeLessThan(15);
        assertThat(read(tile(5, "?q=SIM-P02")).layer("places")).hasSize(1);
        assertThat(read(tile(5, "?operator=CMCC")).layers())
                .isNotEqualTo(read(tile(5, "")).layers());
    }

    @Test
    void linesAreCoarserFromAfar() throws Exception {
        long far = read(tile(5, "")).layer("lines").size();
        long near = read(tile(9, "")).layer("lines").size();
        assertThat(near).isGreaterThan(far * 4);
    }

    @Test
    void aTileThatIsKnownIsNotSentAgain() throws Exception {
        HttpResponse<byte[]> first = send(tile(5, ""));
        String tag = first.headers().firstValue("etag").orElseThrow();
        assertThat(first.headers().firstValue("cache-control").orElse("")).contains("max-age");
        assertThat(send(tile(5, ""), "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(send(tile(5, "?operator=CMCC"), "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tiles/a/1/1.mvt",
                "tiles/-1/0/0.mvt",
                "tiles/3/8/1.mvt",
                "tiles/3/1/8.mvt",
                "tiles/17/1/1.mvt",
                "tiles/99999999999/1/1.mvt",
                "tiles/3/1/1.png",
                "tiles/3/1/1.mvt?operator=NOBODY",
                "tiles/3/1/1.mvt?verdict=%27",
                "map?z=deep",
                "map?page=0",
                "map/about?place=NOBODY",
                "map/about?sample=1",
                "map/about?line=NOBODY&from=0&to=1",
                "map/about",
            })
    void aHostileRequestIsAnsweredInWords(String path) {
        Answer answer = Served.get("/e/town/" + path);
        assertThat(answer.status()).as(path).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("at org.");
    }

    @Test
    void cardsSayWhy() {
        Answer place = Served.get("/e/town/map/about?place=SIM-P01");
        assertThat(place.status()).isEqualTo(200);
        assertThat(place.body())
                .contains("达标")
                .contains("/e/town/place?id=SIM-P01")
                .contains("3/3");
        assertThat(Served.get("/e/town/map/about?place=SIM-P01&lang=en").body())
                .contains("points pass")
                .contains("Open the place");
    }

    @Test
    void theListSaysEverythingWithoutTheMap() {
        Answer page = Served.get("/e/town/map?verdict=FAIL");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("不达标").contains("示意图").doesNotContain("SIM-P01\"");
    }

    @Test
    void theBackdropIsServedFromHere() {
        Answer backdrop = Served.get("/map/backdrop.geojson");
        assertThat(backdrop.contentType()).contains("geo+json");
        assertThat(backdrop.body()).contains("台湾").contains("西藏").hasSizeLessThan(500_000);
    }
}
