package org.signalup.web.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.geo.GeoPoint;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The tour as files other programs read, with names that try to break them. */
class TourFileTest {
    private static final List<PlaceNeed> PLACES = List.of(
            place("A", "<医院> & \"急诊\"", 116.4, OptionalInt.of(2)),
            place("B", "=HYPERLINK(\"http://x\")", 116.41, OptionalInt.empty()),
            place("C", "站,前\n广场", 116.42, OptionalInt.of(1)));

    private static PlaceNeed place(String id, String name, double lon, OptionalInt visits) {
        return new PlaceNeed(
                id,
                name,
                "MED",
                new GeoPoint(lon, 39.9),
                3,
                List.of("CMCC", "CUCC"),
                List.of("ANY", "5G"),
                visits,
                OptionalInt.empty(),
                List.of("RETEST", "SINGLE"));
    }

    private static TourFile file(boolean simulated, Language language) {
        return new TourFile(
                Tour.of(PLACES, 12, 1),
                "2025-三季度",
                simulated,
                code -> Text.of("企业" + code, "operator " + code),
                language);
    }

    private static Document xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> all(Document document, String name) {
        NodeList found = document.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static String child(Element element, String name) {
        return element.getElementsByTagNameNS("*", name).item(0).getTextContent();
    }

    @Test
    void gpxHasAWayPointAndARoutePointAStopInOrder() throws Exception {
        Document gpx = xml(file(false, Language.ZH).gpx());
        assertThat(gpx.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.topografix.com/GPX/1/1");
        assertThat(all(gpx, "wpt"))
                .extracting(point -> point.getAttribute("lon"))
                .containsExactly("116.400000", "116.410000", "116.420000");
        assertThat(all(gpx, "rtept"))
                .extracting(point -> child(point, "name"))
                .containsExactly("1 <医院> & \"急诊\"", "2 =HYPERLINK(\"http://x\")", "3 站,前\n广场");
        assertThat(child(all(gpx, "wpt").get(0), "desc")).contains("企业CMCC").contains("企业CUCC");
    }

    @Test
    void kmlHasPlacemarksAndTheWayBetweenThem() throws Exception {
        Document kml = xml(file(false, Language.EN).kml());
        assertThat(all(kml, "Placemark")).hasSize(4);
        assertThat(all(kml, "coordinates").get(3).getTextContent())
                .isEqualTo("116.400000,39.900000 116.410000,39.900000 116.420000,39.900000");
        assertThat(child(all(kml, "Placemark").get(0), "description")).contains("operator CMCC");
    }

    @Test
    void csvIsReadBackAndCarriesNoFormula() {
        List<NamedCsvRecord> rows;
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(file(false, Language.ZH).csv())) {
            rows = reader.stream().toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertThat(rows).extracting(row -> row.getField("place_id")).containsExactly("A", "B", "C");
        assertThat(rows.get(1).getField("name")).isEqualTo("'=HYPERLINK(\"http://x\")");
        assertThat(rows.get(2).getField("name")).isEqualTo("站,前\n广场");
        assertThat(rows).extracting(row -> row.getField("visits_for_b")).containsExactly("2", "", "1");
        assertThat(Double.parseDouble(rows.get(1).getField("km_from_previous"))).isBetween(0.85, 0.86);
        assertThat(rows.get(0).getField("operators")).isEqualTo("CMCC;CUCC");
    }

    @Test
    void simulatedDataAreCalledSoInEveryFormat() {
        TourFile file = file(true, Language.ZH);
        assertThat(List.of(file.gpx(), file.kml(), file.csv()))
                .allSatisfy(text -> assertThat(text).contains("模拟数据"));
        TourFile real = file(false, Language.ZH);
        assertThat(List.of(real.gpx(), real.kml(), real.csv()))
                .allSatisfy(text -> assertThat(text).doesNotContain("模拟"));
    }

    @Test
    void charactersNoXmlMayHoldAreLeftOut() throws Exception {
        Tour tour = Tour.of(List.of(place("A", "门\u0001诊\u000b楼\ud83c", 116.4, OptionalInt.of(1))), 12, 1);
        Document gpx = xml(new TourFile(tour, "x", false, Text::same, Language.ZH).gpx());
        assertThat(child(all(gpx, "wpt").get(0), "name")).isEqualTo("1 门诊楼");
    }
}
