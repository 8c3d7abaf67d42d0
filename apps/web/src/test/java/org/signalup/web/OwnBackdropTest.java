package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maps over a backdrop of the reader's own. */
class OwnBackdropTest {
    private static final String OWN =
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"name\":\"岛\"},"
                    + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[112,16]}}]}";

    @TempDir
    Path folder;

    private String page(WebServer server, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private WebServer serve(Optional<String> number) throws IOException {
        Path file = Files.writeString(folder.resolve("own.geojson"), OWN);
        Path evaluations = Served.folder("town").getParent();
        return WebServer.start(WebOptions.of(evaluations, 0).withBackdrop(Optional.of(file), number));
    }

    @Test
    void withItsNumberTheMapPrintsTheNumber() throws Exception {
        try (WebServer server = serve(Optional.of("GS(2024)0650号"))) {
            assertThat(page(server, "/map/backdrop.geojson")).isEqualTo(OWN);
            for (String path : new String[] {"/e/town/map", "/e/town/plan", "/e/town/wall"}) {
                assertThat(page(server, path))
                        .as(path)
                        .contains("审图号：")
                        .contains("GS(2024)0650号")
                        .doesNotContain("示意图");
            }
        }
    }

    @Test
    void withoutANumberTheMapIsASketchButNotTheBuiltInOne() throws Exception {
        try (WebServer server = serve(Optional.empty())) {
            assertThat(page(server, "/e/town/map"))
                    .contains("示意图")
                    .contains("未填审图号")
                    .doesNotContain("自带底图");
        }
    }

    @Test
    void theBuiltInSketchSaysWhatItLacks() {
        assertThat(Served.get("/e/town/map").body())
                .contains("示意图")
                .contains("没有南海诸岛和断续线")
                .contains("不作为划界依据");
    }
}
